package org.servanda.study.proposition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.servanda.agreement.scenario.Problem;

/// The propositions of a folder.
///
/// @param read those that could be read, by file name
/// @param problems all that is wrong with the others
public record Propositions(List<Proposition> read, List<Problem> problems) {
  public Propositions {
    read = List.copyOf(read);
    problems = List.copyOf(problems);
  }

  /// Reads every `.yaml` file of a folder.
  ///
  /// @throws UncheckedIOException if the folder or a file cannot be read
  public static Propositions in(Path folder) {
    var read = new ArrayList<Proposition>();
    var problems = new ArrayList<Problem>();
    var files = new HashMap<String, String>();
    for (Path file : files(folder)) {
      switch (PropositionReader.read(file)) {
        case PropositionReading.Read(var proposition) -> {
          String before = files.put(proposition.id(), proposition.file());
          if (before == null) {
            read.add(proposition);
          } else {
            problems.add(
                new Problem(
                    proposition.file(),
                    1,
                    1,
                    "",
                    "%s is also in %s".formatted(proposition.id(), before),
                    null,
                    "another number"));
          }
        }
        case PropositionReading.Rejected(var wrong) -> problems.addAll(wrong);
      }
    }
    return new Propositions(read, problems);
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }
}
