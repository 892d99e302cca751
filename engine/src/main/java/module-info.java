import org.jspecify.annotations.NullMarked;

/// Numbers: stochastic games with private types, beliefs and logit equilibria.
///
/// Knows nothing of states, treaties or files.
@NullMarked
module org.servanda.engine {
  requires static transitive org.jspecify;

  exports org.servanda.engine.equilibrium;
  exports org.servanda.engine.game;
  exports org.servanda.engine.markov;
  exports org.servanda.engine.play;
  exports org.servanda.engine.tree;
}
