package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.literature.Literature;
import org.servanda.literature.PublishedResult;

/// The published results of the catalogue, read when first asked for.
public final class Shelf {
  private final Path folder;
  private @Nullable List<PublishedResult> results;

  /// @param folder of the catalogue's literature
  public Shelf(Path folder) {
    this.folder = folder;
  }

  /// {@return all results}
  synchronized List<PublishedResult> results() {
    var read = results;
    if (read == null) {
      read = List.copyOf(Literature.read(folder));
      results = read;
    }
    return read;
  }

  /// {@return all results as JSON}
  public List<Object> json() {
    return results().stream().<Object>map(Shelf::json).toList();
  }

  private static Object json(PublishedResult result) {
    return object(
        "id", result.id(),
        "title", result.title(),
        "citations", result.citations(),
        "claim", result.claim(),
        "game", result.game(),
        "because", result.because(),
        "reduction", result.reduction(),
        "rows",
            result.rows().stream()
                .map(r -> object("given", r.given().toString(), "expected", r.expected()))
                .toList(),
        "file", text(result.file()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
