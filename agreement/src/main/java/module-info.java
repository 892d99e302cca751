import org.jspecify.annotations.NullMarked;

/// Words: parties, clauses, records, evidence, and the scenario file that holds them.
///
/// Knows nothing of games.
@NullMarked
module org.servanda.agreement {
  exports org.servanda.agreement.agreement;
  exports org.servanda.agreement.evidence;
  exports org.servanda.agreement.scenario;

  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;
}
