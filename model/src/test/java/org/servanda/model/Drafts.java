package org.servanda.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReader;

/// Scenarios for tests.
public final class Drafts {
  private static final Path ACCORDS =
      Path.of(System.getProperty("servanda.root"), "catalog", "accords");

  private Drafts() {}

  /// {@return the scenario written in a text}
  public static Scenario read(String text) {
    return ScenarioReader.read("test.yaml", text).orThrow();
  }

  /// {@return a scenario of the catalogue}
  public static Scenario accord(String path) {
    return ScenarioReader.read(ACCORDS.resolve(path)).orThrow();
  }

  /// {@return the paths of all of them, in order}
  public static List<String> accords() {
    try (var files = Files.walk(ACCORDS)) {
      return files
          .filter(p -> p.toString().endsWith(".yaml"))
          .map(p -> ACCORDS.relativize(p).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Two principals, a ceasefire, a guarantor of the second.
  ///
  /// @param clauses YAML list items
  /// @param more further top-level YAML
  public static Scenario guarded(String clauses, String more) {
    return guarded(clauses, more, 2);
  }

  /// The same with another ratio of strength.
  ///
  /// @param ratio strength of the first over the second
  public static Scenario guarded(String clauses, String more, double ratio) {
    return read(
        """
        servanda: 1
        title: Guarded
        time: {start: 2000-01-01, step: P6M, horizon: P10Y}
        parties:
          north:
            role: principal
            dispositions: {security-seeker: 0.5, expansionist: 0.5}
          south: {role: principal}
          ally: {role: guarantor, of: south, dispositions: {resolute: 1.0}}
        balance: {now: %s}
        issue: {share: {north: 0.4, south: 0.6}, steps: 1}
        agreement:
        %s
        %s
        """
            .formatted(ratio, clauses.indent(2), more));
  }
}
