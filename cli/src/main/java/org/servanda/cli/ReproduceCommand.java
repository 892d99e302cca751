package org.servanda.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.literature.Comparison;
import org.servanda.literature.Literature;
import org.servanda.literature.PublishedResult;
import org.servanda.literature.Reproduction;
import org.servanda.report.answer.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `servanda reproduce`: solves the games of the literature and compares.
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Reproduces published results.",
      "",
      "Solves the games of the catalogue's folder literature and prints every published figure"
          + " beside what is found: expected, got, difference, the difference allowed, and whether"
          + " it is within it."
    },
    footerHeading = "%n",
    footer = {"Exit codes: 0 if all is reproduced, 2 bad input, 3 if anything is not."})
final class ReproduceCommand implements Callable<Integer> {
  private static final int WIDTH = 80;
  private static final int QUANTITY = 16;

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Results to reproduce, such as R4 (default: all).")
  private List<String> ids = List.of();

  @Option(
      names = "--catalog",
      paramLabel = "FOLDER",
      description = "Published results to use instead of the catalogue's.")
  private @Nullable Path catalog;

  ReproduceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var chosen = chosen(results());
    var out = surroundings.out();
    int off = 0;
    for (var result : chosen) {
      try {
        var reproduction = Reproduction.of(result);
        print(reproduction);
        off += reproduction.isReproduced() ? 0 : 1;
      } catch (IllegalArgumentException e) {
        throw Complaint.of(e);
      }
      out.flush();
    }
    out.printf(
        "%d of %d results reproduced%s%n",
        chosen.size() - off, chosen.size(), off == 0 ? "." : ", " + off + " off.");
    out.flush();
    return off == 0 ? ExitCode.DONE : ExitCode.NOT_SOLVED;
  }

  private List<PublishedResult> results() {
    var folder =
        catalog == null
            ? surroundings.home().resolve("catalog").resolve("literature")
            : surroundings.folder().resolve(catalog);
    try {
      return Literature.read(folder);
    } catch (IllegalArgumentException e) {
      throw Complaint.of(e);
    } catch (UncheckedIOException e) {
      throw new Complaint(
          folder + " cannot be read", "--catalog with the folder that holds published results");
    }
  }

  private List<PublishedResult> chosen(List<PublishedResult> all) {
    if (ids.isEmpty()) {
      return all;
    }
    var chosen = new ArrayList<PublishedResult>();
    for (String id : ids) {
      var of = all.stream().filter(r -> r.id().equalsIgnoreCase(id)).toList();
      if (of.isEmpty()) {
        throw new Complaint(
            "there is no published result " + id,
            "one of "
                + all.stream()
                    .map(PublishedResult::id)
                    .distinct()
                    .collect(Collectors.joining(", ")));
      }
      chosen.addAll(of);
    }
    return chosen;
  }

  private void print(Reproduction reproduction) {
    var out = surroundings.out();
    var result = reproduction.result();
    out.println(result.id() + "  " + result.title());
    result.citations().forEach(this::indented);
    out.println("  quantity              expected          got  difference    allowed  verdict");
    String given = "";
    for (var comparison : reproduction.comparisons()) {
      if (!comparison.given().toString().equals(given)) {
        given = comparison.given().toString();
        indented(given + ":");
      }
      out.println("  " + line(comparison));
      if (!comparison.isSolved()) {
        indented("not solved: " + comparison.trouble());
      }
    }
    out.println();
  }

  private void indented(String text) {
    PlainText.wrapped(text, WIDTH - 2).forEach(line -> surroundings.out().println("  " + line));
  }

  private static String line(Comparison comparison) {
    String quantity =
        String.format(
            Locale.ROOT,
            "%-" + QUANTITY + "s  %12.6f",
            comparison.quantity(),
            comparison.expected());
    return comparison.isSolved()
        ? quantity
            + String.format(
                Locale.ROOT,
                " %12.6f  %+10.1e  %9.1e  %s",
                comparison.got(),
                comparison.difference(),
                comparison.tolerance(),
                comparison.isReproduced() ? "reproduced" : "OFF")
        : quantity;
  }
}
