/// Extensive games with general information sets and their agent logit equilibria.
///
/// A game is built once and is then immutable and valid:
///
/// ```java
/// var game = ExtensiveGame.builder(List.of("Entrant", "Incumbent"));
/// int entry = game.informationSet(new InformationSet("entry", 0, List.of("out", "in")));
/// int reply = game.informationSet(new InformationSet("reply", 1, List.of("fight", "share")));
/// game.add(new TreeNode.Move(entry, List.of(1, 2)));
/// game.add(new TreeNode.End(List.of(0.0, 2.0)));
/// game.add(new TreeNode.Move(reply, List.of(3, 4)));
/// game.add(new TreeNode.End(List.of(-1.0, -1.0)));
/// game.add(new TreeNode.End(List.of(1.0, 1.0)));
/// ExtensiveGame built = game.build();
/// ```
package org.servanda.engine.tree;
