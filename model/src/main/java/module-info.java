import org.jspecify.annotations.NullMarked;

/// What clauses do to games: effects, the compiler from scenario to game, and measures.
@NullMarked
module org.servanda.model {
  requires static transitive org.jspecify;
  requires transitive org.servanda.agreement;
  requires transitive org.servanda.engine;

  exports org.servanda.model.compile;
  exports org.servanda.model.effect;
  exports org.servanda.model.measure;
}
