package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command that solves plausible worlds can be told, beside how many.
final class WorldsOptions {
  private static final int MOST_WORLDS = 1 << 20;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Seed of the worlds and of all draws (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "Solve so many games side by side (default: one per processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Also write the answer as JSON here; - for standard output, then nothing else is"
              + " printed there.")
  private @Nullable String json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors and what --json - writes.")
  private boolean quiet;

  /// Refuses values out of bounds.
  ///
  /// @param worlds what `--worlds` is
  /// @param usual what to try instead
  void check(int worlds, int usual) {
    check("--threads", threads, 1, Integer.MAX_VALUE);
    if (worlds < 1 || worlds > MOST_WORLDS) {
      throw new Complaint(
          "--worlds is %,d, bound: 1 to %,d".formatted(worlds, MOST_WORLDS), "--worlds " + usual);
    }
  }

  /// Refuses a value out of bounds.
  static void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Complaint(
          most == Integer.MAX_VALUE
              ? "%s is %d, bound: %d or more".formatted(option, value, least)
              : "%s is %,d, bound: %d to %,d".formatted(option, value, least, most),
          option + " " + Math.clamp(value, Math.max(1, least), most));
    }
  }

  long seed() {
    return seed;
  }

  int threads() {
    return threads;
  }

  @Nullable String json() {
    return json;
  }

  /// {@return whether standard output takes nothing but JSON}
  boolean takesStandardOutput() {
    return "-".equals(json);
  }

  /// {@return whether the answer is shown as text}
  boolean shows() {
    return !quiet && !takesStandardOutput();
  }

  /// {@return how progress is shown}
  ProgressDisplay progress(Surroundings surroundings) {
    return new ProgressDisplay(
        quiet ? ProgressDisplay.Style.NONE : surroundings.progress(),
        surroundings.err(),
        System::nanoTime);
  }

  /// {@return the file for JSON, which can be written; absent if there is none}
  @Nullable OutputFile jsonFile(Surroundings surroundings) {
    return json == null || takesStandardOutput()
        ? null
        : OutputFile.at(surroundings.folder().resolve(json), "the JSON file", "--json");
  }

  /// Writes JSON to its file or to standard output, if either was asked for.
  void write(byte[] document, @Nullable OutputFile file, Surroundings surroundings) {
    if (file != null) {
      file.write(document);
    }
    if (takesStandardOutput()) {
      try {
        surroundings.bytes().write(document);
        surroundings.bytes().flush();
      } catch (IOException e) {
        throw new UncheckedIOException("writing to standard output", e);
      }
    }
  }
}
