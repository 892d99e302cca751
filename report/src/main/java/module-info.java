import org.jspecify.annotations.NullMarked;

/// Answers in words, charts, pages and files. Prints nothing.
@NullMarked
module org.servanda.report {
  exports org.servanda.report.answer;
  exports org.servanda.report.export;
  exports org.servanda.report.html;

  requires static transitive org.jspecify;
  requires tools.jackson.core;
  requires transitive org.servanda.agreement;
  requires transitive org.servanda.model;
  requires transitive org.servanda.study;
}
