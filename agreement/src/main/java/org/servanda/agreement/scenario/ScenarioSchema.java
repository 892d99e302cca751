package org.servanda.agreement.scenario;

import org.servanda.agreement.format.SchemaText;

/// The published schema of scenario files, by which editors complete and check them.
public final class ScenarioSchema {
  private ScenarioSchema() {}

  /// {@return the JSON Schema (draft 2020-12) of scenario files, as text ending in a line break}
  public static String text() {
    return SchemaText.scenario();
  }
}
