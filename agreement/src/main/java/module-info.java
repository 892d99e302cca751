import org.jspecify.annotations.NullMarked;

/// Words: parties, clauses, records, evidence, and the scenario file that holds them.
///
/// Knows nothing of games.
@NullMarked
module org.servanda.agreement {
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
}
