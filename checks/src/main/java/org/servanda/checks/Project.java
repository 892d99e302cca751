package org.servanda.checks;

import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The folders and files of the project under test.
final class Project {

  private Project() {}

  /// The root folder, as the build names it.
  static Path root() {
    var root = System.getProperty("servanda.root");
    if (root == null) {
      throw new IllegalStateException(
          "system property servanda.root is not set\nTry: mvn verify, which sets it");
    }
    return Path.of(root);
  }

  /// The folders of the modules with main code and a module descriptor.
  static List<Path> modules() {
    try (var folders = Files.list(root())) {
      return folders
          .filter(f -> Files.exists(f.resolve("src/main/java/module-info.java")))
          .sorted()
          .collect(toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every Java file, main and test.
  static List<Path> javaFiles() {
    return files(".java");
  }

  /// Every file whose name ends as given, outside build and hidden folders, in order.
  static List<Path> files(String ending) {
    var files = new ArrayList<Path>();
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
            var name = folder.getFileName().toString();
            var skipped = name.equals("target") || name.startsWith(".") && !folder.equals(root());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
            if (file.toString().endsWith(ending)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(root(), visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }
}
