import org.jspecify.annotations.NullMarked;

/// The command line and the report: the only module that prints.
@NullMarked
module org.servanda.cli {
  requires info.picocli;
  requires static transitive org.jspecify;
  requires org.servanda.model;

  opens org.servanda.cli to
      info.picocli;
}
