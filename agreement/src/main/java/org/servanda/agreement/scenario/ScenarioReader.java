package org.servanda.agreement.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.format.Findings;
import org.servanda.agreement.format.Found;
import org.servanda.agreement.format.Place;
import org.servanda.agreement.format.Printable;
import org.servanda.agreement.format.ShapeReader;
import org.servanda.agreement.format.Spelling;
import org.servanda.agreement.format.TextGuard;
import org.servanda.agreement.format.YamlTree;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads scenario files and says all that is wrong with them.
///
/// Files are hostile until read: at most 4 MiB are taken in, nesting, nodes and aliases are counted
/// before a tree is built, and lists longer than their bound are not entered. So the work is
/// proportional to the size of the file, which is bounded.
public final class ScenarioReader {
  private static final int SIBLINGS = 1000;
  private static final int LONGEST_VALUE = 1000;

  private ScenarioReader() {}

  /// Reads a file.
  ///
  /// @param path the file; UTF-8, with or without byte order mark
  /// @return what it says, or all that is wrong with it; a file that is missing, a folder, or not
  ///   readable is a problem too
  public static ScenarioReading read(Path path) {
    String name = path.toString();
    var findings = new Findings();
    byte[] bytes = bytes(path, findings);
    String text = bytes == null ? null : TextGuard.decode(bytes, findings);
    return text == null ? rejected(name, findings) : read(name, text);
  }

  /// Reads a text.
  ///
  /// @param name how problems call it
  /// @param text YAML; a byte order mark at its start is passed over
  /// @return what it says, or all that is wrong with it
  public static ScenarioReading read(String name, String text) {
    var findings = new Findings();
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (plain.length() > TextGuard.LONGEST) {
      TextGuard.tooLong(plain.length(), findings);
      return rejected(name, findings);
    }
    if (!TextGuard.charactersAreFit(plain, findings)) {
      return rejected(name, findings);
    }
    Node root = YamlTree.read(plain, findings);
    Found.Block file = root == null ? null : ShapeReader.readFile(root, findings);
    Scenario scenario = file == null ? null : new ScenarioBuilder(file, findings).build();
    return scenario == null ? rejected(name, findings) : new ScenarioReading.Read(scenario);
  }

  private static byte @Nullable [] bytes(Path path, Findings findings) {
    try {
      if (Files.isDirectory(path)) {
        findings.add(Place.TOP, "this is a folder, not a file", null, inside(path));
        return null;
      }
      try (InputStream in = Files.newInputStream(path)) {
        return in.readNBytes(TextGuard.LONGEST + 1);
      }
    } catch (NoSuchFileException e) {
      String near = neighbor(path);
      findings.add(Place.TOP, "there is no such file", null, near == null ? "another path" : near);
    } catch (AccessDeniedException e) {
      findings.add(Place.TOP, "the file may not be read", null, "chmod +r on it");
    } catch (IOException e) {
      findings.add(
          Place.TOP,
          "the file cannot be read: " + Printable.line(String.valueOf(e.getMessage())),
          null,
          "another copy of it");
    }
    return null;
  }

  private static @Nullable String neighbor(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    Path last = path.getFileName();
    if (folder == null || last == null || !Files.isDirectory(folder)) {
      return null;
    }
    var names = files(folder);
    String near = Spelling.nearest(last.toString(), names);
    return near == null ? null : path.resolveSibling(near).toString();
  }

  private static String inside(Path folder) {
    return files(folder).stream()
        .filter(n -> n.endsWith(".yaml") || n.endsWith(".yml"))
        .sorted()
        .findFirst()
        .map(n -> "a file in it, such as " + folder.resolve(n))
        .orElse("the path of a .yaml file");
  }

  private static List<String> files(Path folder) {
    var names = new ArrayList<String>();
    try (var siblings = Files.newDirectoryStream(folder)) {
      for (Path sibling : siblings) {
        if (names.size() >= SIBLINGS) {
          break;
        }
        names.add(sibling.getFileName().toString());
      }
    } catch (IOException e) {
      return List.of(); // only a hint: the file itself is what cannot be read
    }
    return List.copyOf(names);
  }

  private static @Nullable String cut(@Nullable String value) {
    return value == null || value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, LONGEST_VALUE);
  }

  private static ScenarioReading rejected(String name, Findings findings) {
    var problems = new ArrayList<Problem>();
    for (Findings.Finding f : findings.kept()) {
      Place at = f.place();
      problems.add(
          new Problem(
              name, at.line(), at.column(), at.path(), f.what(), cut(f.value()), f.tryThis()));
    }
    Collections.sort(problems);
    if (findings.count() > problems.size()) {
      Problem last = problems.getLast();
      problems.add(
          new Problem(
              name,
              last.line(),
              last.column(),
              "",
              "%s more problems are not shown".formatted(findings.count() - problems.size()),
              null,
              "correct those above first"));
    }
    return new ScenarioReading.Rejected(problems);
  }
}
