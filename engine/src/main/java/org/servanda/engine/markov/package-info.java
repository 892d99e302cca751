/// Stochastic games with public states: stationary equilibria and worst cases.
///
/// A game is built once and is then immutable and valid. A repeated game of matching pennies that
/// ends with probability one half after each round in which the pennies match:
///
/// ```java
/// var pennies = MarkovGame.builder(List.of("even", "odd"), 0.95, 0.95);
/// int toss = pennies.state("toss", List.of(List.of("heads", "tails"), List.of("heads", "tails")));
/// int over = pennies.state("over", List.of(List.of("wait"), List.of("wait")));
/// for (int e = 0; e < 2; e++) {
///   for (int o = 0; o < 2; o++) {
///     double u = e == o ? 1 : -1;
///     double end = e == o ? 0.5 : 0;
///     pennies.profile(toss, new int[] {e, o}, new double[] {u, -u},
///         new int[] {toss, over}, new double[] {1 - end, end});
///   }
/// }
/// pennies.profile(over, new int[] {0, 0}, new double[] {0, 0});
/// MarkovGame game = pennies.build();
/// ```
package org.servanda.engine.markov;
