import org.jspecify.annotations.NullMarked;

/// The command line: the only module that prints.
@NullMarked
module org.servanda.cli {
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires static transitive org.jspecify;
  requires org.servanda.gamefile;
  requires org.servanda.literature;
  requires org.servanda.model;
  requires org.servanda.report;
  requires org.servanda.study;
  requires org.servanda.workbench;
  requires tools.jackson.core;

  opens org.servanda.cli to
      info.picocli;
}
