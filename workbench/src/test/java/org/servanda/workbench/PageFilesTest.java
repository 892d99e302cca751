package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The files of the page, read as text; `workbench-browser` looks at what they do.
class PageFilesTest {
  private static final Path PAGE =
      Path.of(
          System.getProperty("servanda.root"),
          "workbench/src/main/resources/org/servanda/workbench/page");

  private static final Pattern MAPPED = Pattern.compile("\"([^\"]+)\": \"/lib/([^\"]+)\"");
  private static final Pattern IMPORTED = Pattern.compile("(?:from|import|import\\() ?'([^']+)'");

  /// Words between two tags of a template.
  private static final Pattern SAID =
      Pattern.compile("<[a-z][^<>]*>([^<>${}`]*\\p{L}{3}[^<>${}`]*)</");

  @Test
  void everyLibraryOfTheImportMapIsOnTheClassPath() throws IOException {
    var mapped = MAPPED.matcher(Files.readString(PAGE.resolve("index.html")));
    var missing = new ArrayList<String>();
    int found = 0;
    while (mapped.find()) {
      String path = mapped.group(2);
      String resource =
          "META-INF/resources/_static/" + (path.endsWith("/") ? path + "package.json" : path);
      if (PageFilesTest.class.getClassLoader().getResource(resource) == null) {
        missing.add(resource);
      }
      found++;
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(15);
  }

  @Test
  void everyImportLeadsToAFileOrTheImportMap() throws IOException {
    var names = new TreeSet<String>();
    var mapped = MAPPED.matcher(Files.readString(PAGE.resolve("index.html")));
    while (mapped.find()) {
      names.add(mapped.group(1));
    }
    var lost = new ArrayList<String>();
    for (Path file : modules()) {
      var imported = IMPORTED.matcher(Files.readString(file));
      while (imported.find()) {
        String name = imported.group(1);
        boolean isThere =
            name.startsWith(".")
                ? Files.exists(file.resolveSibling(name).normalize())
                : names.stream()
                    .anyMatch(n -> n.equals(name) || n.endsWith("/") && name.startsWith(n));
        if (!isThere) {
          lost.add(PAGE.relativize(file) + ": " + name);
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void everyWordShownStandsInOnePlace() throws IOException {
    var said = new ArrayList<String>();
    for (Path file : modules()) {
      var words = SAID.matcher(Files.readString(file));
      while (words.find()) {
        said.add(PAGE.relativize(file) + ": " + words.group(1).strip());
      }
    }
    assertThat(said).as("words in templates instead of words.js").isEmpty();
    assertThat(SAID.matcher("html`<p>Some words</p>`").find()).isTrue();
  }

  @Test
  void nothingIsAskedOfOtherMachines() throws IOException {
    var asked = new ArrayList<String>();
    for (Path file : modules()) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.contains("http://") || text.contains("https://")) {
        asked.add(PAGE.relativize(file).toString());
      }
    }
    assertThat(asked).isEmpty();
  }

  private static List<Path> modules() throws IOException {
    try (var files = Files.walk(PAGE)) {
      var found = files.filter(f -> f.toString().endsWith(".js")).sorted().toList();
      assertThat(found).hasSizeGreaterThan(20);
      return found;
    }
  }
}
