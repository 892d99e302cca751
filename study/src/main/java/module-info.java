import org.jspecify.annotations.NullMarked;

/// Plausible worlds: sampled, solved side by side, and what follows from them.
@NullMarked
module org.servanda.study {
  exports org.servanda.study.table;

  requires static transitive org.jspecify;
}
