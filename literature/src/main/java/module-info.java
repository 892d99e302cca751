import org.jspecify.annotations.NullMarked;

/// Published results: what the literature found, written as games, beside what the solvers find.
@NullMarked
module org.servanda.literature {
  exports org.servanda.literature;

  requires static transitive org.jspecify;
  requires org.apache.commons.statistics.distribution;
  requires org.servanda.gamefile;
  requires org.servanda.model;
  requires org.snakeyaml.engine;
}
