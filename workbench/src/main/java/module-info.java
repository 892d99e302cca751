import org.jspecify.annotations.NullMarked;

/// The workbench: answers over HTTP, and the page that asks for them.
@NullMarked
module org.servanda.workbench {
  exports org.servanda.workbench;

  requires io.javalin;
  requires jakarta.servlet;
  requires kotlin.stdlib;
  requires static transitive org.jspecify;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires org.servanda.literature;
  requires org.servanda.model;
  requires org.servanda.report;
  requires org.servanda.study;
  requires tools.jackson.databind;
}
