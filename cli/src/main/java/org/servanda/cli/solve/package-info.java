/// Answers about games from files: what `servanda solve` prints.
///
/// A [Question] and a game make an [Answer]: the results as they go into JSON, and the same as a
/// text. Equilibria of trees come from [TreeAnswer], those of stochastic games from `StatesAnswer`,
/// what a coalition can guarantee from [WorstCaseAnswer].
package org.servanda.cli.solve;
