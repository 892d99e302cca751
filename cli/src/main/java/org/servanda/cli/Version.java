package org.servanda.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of Servanda and of the Java it runs on.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var project = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "servanda " + (project == null ? "(not packaged)" : project),
      "java " + Runtime.version() + " on " + System.getProperty("os.name")
    };
  }
}
