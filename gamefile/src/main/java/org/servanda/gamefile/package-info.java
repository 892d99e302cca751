/// Readers of game files.
///
/// One call reads any of them; what kind of file it is shows in its first characters, whatever its
/// name:
///
/// ```java
/// switch (GameFileReader.read(Path.of("quiche.efg"))) {
///   case GameReading.Read(GameFile.Tree tree) -> solve(tree.game());
///   case GameReading.Read(GameFile.States states) -> solve(states.game());
///   case GameReading.Rejected(var problems) -> problems.forEach(p -> System.err.println(p.text()));
/// }
/// ```
///
/// Readers are strict: what the format does not allow is refused, with line, column, the value in
/// question, its bound and what to do about it. They are safe: whatever the bytes, the work is
/// bounded by [GameFileReader#LONGEST] and the bounds on nodes and profiles, no depth of nesting
/// uses up the stack, and nothing but a [GameReading] comes out.
package org.servanda.gamefile;
