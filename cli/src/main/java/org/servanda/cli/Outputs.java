package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.AssessOptions;
import org.servanda.report.answer.Answer;
import org.servanda.report.export.AnswerJson;
import org.servanda.report.export.CsvTables;
import org.servanda.report.html.HtmlReport;

/// The files an assessment leaves behind.
///
/// @param surroundings where standard output is
/// @param json the JSON file, null if none or if it goes to standard output
/// @param jsonToOutput whether JSON goes to standard output
/// @param csv folder of the tables, null if none
/// @param report the report, null if none
/// @param shownReport the report's name as a person would write it, empty if none
record Outputs(
    Surroundings surroundings,
    @Nullable OutputFile json,
    boolean jsonToOutput,
    @Nullable Path csv,
    @Nullable OutputFile report,
    String shownReport) {
  private static final int LONGEST_NAME = 60;
  private static final int HEAD = 2000;

  /// Which existing file a report may replace.
  enum Replacing {
    /// Only one that Servanda wrote: nobody has named the file.
    OWN_REPORTS,
    /// Whatever is there: somebody has named it.
    ANYTHING
  }

  /// Looks whether everything can be written, before any work is done.
  ///
  /// @throws Complaint if something cannot
  static Outputs check(
      Surroundings surroundings,
      List<Input> inputs,
      @Nullable String json,
      @Nullable Path csv,
      @Nullable Path report,
      Replacing replacing) {
    Path folder = surroundings.folder();
    boolean toOutput = "-".equals(json);
    var jsonFile =
        json == null || toOutput
            ? null
            : OutputFile.at(folder.resolve(json), "the JSON file", "--json");
    var reportFile =
        report == null ? null : OutputFile.at(folder.resolve(report), "the report", "--report");
    refuseSame(inputs, jsonFile, reportFile);
    if (reportFile != null && replacing == Replacing.OWN_REPORTS) {
      refuseForeign(reportFile.path());
    }
    var tables = csv == null ? null : folder.resolve(csv).toAbsolutePath().normalize();
    if (tables != null) {
      checkFolder(tables);
    }
    return new Outputs(
        surroundings,
        jsonFile,
        toOutput,
        tables,
        reportFile,
        report == null ? "" : report.toString());
  }

  /// {@return a scenario file's name without what says that it is YAML}
  static String stem(Path scenario) {
    String name = Objects.requireNonNull(scenario.getFileName()).toString();
    return name.replaceFirst("\\.[Yy][Aa]?[Mm][Ll]$", "");
  }

  /// {@return the report's name when nobody gave one: the scenario's, in the current folder}
  ///
  /// @param scenario the scenario file
  /// @param variant the agreement assessed
  static Path usualReport(Path scenario, String variant) {
    String stem = stem(scenario);
    String suffix =
        variant.equals(AssessOptions.AS_DRAFTED)
            ? ""
            : "-"
                + variant
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", "-")
                    .replaceAll("^-|-$", "");
    String whole = stem + suffix;
    return Path.of(whole.substring(0, Math.min(whole.length(), LONGEST_NAME)) + ".html");
  }

  private static void refuseSame(List<Input> inputs, @Nullable OutputFile... outputs) {
    var seen = new HashSet<Path>();
    Stream.of(outputs)
        .filter(Objects::nonNull)
        .forEach(output -> {
          if (inputs.stream().anyMatch(i -> isSame(i.path(), output.path()))) {
            throw new Complaint(
                "%s would replace the scenario file %s".formatted(output.what(), output.path()),
                "another name");
          }
          if (!seen.add(output.path())) {
            throw new Complaint(
                "the report and the JSON file would both be " + output.path(), "two names");
          }
        });
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other);
    }
  }

  private static void refuseForeign(Path path) {
    if (!Files.isRegularFile(path)) {
      return;
    }
    try (var in = Files.newInputStream(path)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      if (!head.contains(HtmlReport.MARK)) {
        throw new Complaint(
            path + " is there already and is no report of Servanda", "--report OTHER.html");
      }
    } catch (IOException e) {
      throw new Complaint(path + " is there already and cannot be read", "--report OTHER.html");
    }
  }

  /// Refuses a folder that cannot be made or written to; it is made when there is something to
  /// write.
  private static void checkFolder(Path folder) {
    Path standing = folder;
    while (standing.getParent() != null && !Files.exists(standing)) {
      standing = standing.getParent();
    }
    if (!Files.isDirectory(standing)) {
      throw new Complaint(
          "cannot write the tables to %s: it is no folder and cannot be made one".formatted(folder),
          "--csv with another folder");
    }
    OutputFile.at(standing.resolve("manifest.csv"), "the tables", "--csv");
  }

  /// {@return whether nothing else may be printed on standard output}
  boolean takesStandardOutput() {
    return jsonToOutput;
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Complaint(
          "cannot write the tables to %s: %s".formatted(folder, e.getMessage()),
          "--csv with another folder");
    }
  }

  /// Writes everything.
  ///
  /// @param answer the answer
  /// @param compared answers set beside it; may be empty
  void write(Answer answer, List<Answer> compared) {
    if (report != null) {
      report.write(HtmlReport.of(answer, compared).getBytes(StandardCharsets.UTF_8));
    }
    if (csv != null) {
      makeFolder(csv);
      CsvTables.of(answer, compared)
          .forEach((name, text) ->
              OutputFile.at(csv.resolve(name), "the tables", "--csv")
                  .write(text.getBytes(StandardCharsets.UTF_8)));
    }
    if (json != null) {
      json.write(AnswerJson.of(answer, compared));
    }
    if (jsonToOutput) {
      try {
        surroundings.bytes().write(AnswerJson.of(answer, compared));
        surroundings.bytes().flush();
      } catch (IOException e) {
        throw new UncheckedIOException("writing to standard output", e);
      }
    }
  }
}
