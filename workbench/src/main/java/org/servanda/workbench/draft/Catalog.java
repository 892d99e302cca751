package org.servanda.workbench.draft;

import static org.servanda.workbench.question.Json.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.workbench.question.Refusal;

/// The accords that come with Servanda, read once.
public final class Catalog {
  /// The accord on which the page opens.
  public static final String FIRST = "ukraine/1994-budapest";

  private final SequencedMap<String, String> texts;
  private @Nullable List<Object> index;

  private Catalog(SequencedMap<String, String> texts) {
    this.texts = Collections.unmodifiableSequencedMap(texts);
  }

  /// {@return the accords of a folder: files `REGION/NAME.yaml`}
  ///
  /// @throws UncheckedIOException if it cannot be read
  public static Catalog of(Path folder) {
    var texts = new LinkedHashMap<String, String>();
    try (var files = Files.walk(folder, 2)) {
      for (Path file : files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
        var inside = folder.relativize(file);
        if (inside.getNameCount() == 2) {
          String id = inside.getName(0) + "/" + inside.getName(1).toString().replace(".yaml", "");
          texts.put(id, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the catalogue in " + folder, e);
    }
    return new Catalog(texts);
  }

  /// {@return the text of an accord}
  ///
  /// @param id such as `ukraine/1994-budapest`
  /// @throws Refusal if there is none
  public ScenarioText text(String id) {
    String text = texts.get(id);
    if (text == null) {
      throw Refusal.of(
          Refusal.Kind.NOT_FOUND, "the catalogue has no such accord", "GET /api/v1/catalog");
    }
    return new ScenarioText(id.substring(id.indexOf('/') + 1) + ".yaml", text);
  }

  /// {@return one line per accord}
  public synchronized List<Object> index() {
    var made = index;
    if (made == null) {
      made = new ArrayList<>();
      for (String id : texts.sequencedKeySet()) {
        if (text(id).read() instanceof ScenarioReading.Read(var scenario)) {
          var history = scenario.history();
          made.add(
              object(
                  "id",
                  id,
                  "title",
                  scenario.title(),
                  "summary",
                  scenario.summary(),
                  "start",
                  scenario.time().start().toString(),
                  "parties",
                  scenario.parties().stream().map(p -> p.name()).toList(),
                  "outcome",
                  history == null ? null : history.outcome().word()));
        }
      }
      index = made;
    }
    return made;
  }
}
