import org.jspecify.annotations.NullMarked;

/// Plausible worlds: sampled, solved side by side, and what follows from them.
@NullMarked
module org.servanda.study {
  exports org.servanda.study.design;
  exports org.servanda.study.discovery;
  exports org.servanda.study.finding;
  exports org.servanda.study.proposition;
  exports org.servanda.study.repair;
  exports org.servanda.study.run;
  exports org.servanda.study.sensitivity;
  exports org.servanda.study.statistic;
  exports org.servanda.study.store;
  exports org.servanda.study.table;

  requires java.sql;
  requires moeaframework;
  requires org.apache.commons.statistics.descriptive;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.interval;
  requires org.snakeyaml.engine;
  requires static transitive org.jspecify;
  requires transitive org.servanda.agreement;
  requires transitive org.servanda.model;
}
