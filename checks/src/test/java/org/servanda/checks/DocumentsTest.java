package org.servanda.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?) *$");
  private static final Pattern SCHEME = Pattern.compile("^[a-z]+:.*");

  @Test
  void everyLinkInsideTheProjectLeadsSomewhere() throws IOException {
    var documents = Project.files(".md");
    assertThat(documents).contains(Project.root().resolve("README.md"));
    var broken = new ArrayList<String>();
    for (var document : documents) {
      for (var target : links(document)) {
        if (!leadsSomewhere(document, target)) {
          broken.add("%s: %s".formatted(Project.root().relativize(document), target));
        }
      }
    }
    assertThat(broken).as("links that lead nowhere").isEmpty();
  }

  private static List<String> links(Path document) throws IOException {
    var prose = FENCED.matcher(Files.readString(document)).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map(found -> found.group(1))
        .filter(target -> !SCHEME.matcher(target).matches())
        .toList();
  }

  private static boolean leadsSomewhere(Path document, String target) throws IOException {
    int hash = target.indexOf('#');
    var place = hash < 0 ? target : target.substring(0, hash);
    var file = place.isEmpty() ? document : document.resolveSibling(place).normalize();
    if (!file.startsWith(Project.root()) || !Files.exists(file)) {
      return false;
    }
    return hash < 0 || anchors(file).contains(target.substring(hash + 1));
  }

  /// The anchors that a reader of Markdown makes of the headings.
  private static List<String> anchors(Path document) throws IOException {
    var prose = FENCED.matcher(Files.readString(document)).replaceAll("");
    return HEADING
        .matcher(prose)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
