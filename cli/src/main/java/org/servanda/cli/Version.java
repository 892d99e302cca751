package org.servanda.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of Servanda and of the Java it runs on.
final class Version implements IVersionProvider {

  /// {@return the version of Servanda}
  static String number() {
    var project = Main.class.getPackage().getImplementationVersion();
    return project == null ? "(not packaged)" : project;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "servanda " + number(), "java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }
}
