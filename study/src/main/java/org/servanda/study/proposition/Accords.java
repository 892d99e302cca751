package org.servanda.study.proposition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.ScenarioText;

/// Where accords are taken from.
@FunctionalInterface
public interface Accords {
  /// {@return the text of an accord; null if there is none}
  ///
  /// @param id such as `ukraine/1994-budapest`
  @Nullable ScenarioText text(String id);

  /// {@return the accords of a folder, by path without ending}
  ///
  /// Reading one throws an [UncheckedIOException] if its file is there and cannot be read.
  static Accords in(Path folder) {
    return id -> {
      var file = folder.resolve(id + ".yaml");
      try {
        return Files.isRegularFile(file)
            ? new ScenarioText(file.toString(), Files.readString(file))
            : null;
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    };
  }
}
