import org.jspecify.annotations.NullMarked;

/// Games from files: Gambit's formats for trees and strategic games, and JSON.
///
/// Knows games and files, neither states nor treaties.
@NullMarked
module org.servanda.gamefile {
  exports org.servanda.gamefile;

  requires static transitive org.jspecify;
  requires transitive org.servanda.engine;
  requires tools.jackson.core;
}
