package org.servanda.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.servanda.example.Example;
import org.servanda.example.ExampleWorlds;
import org.servanda.report.answer.Ink;

/// Runs commands in this process, in a folder of their own, with an example in place of the solver.
final class Bench {
  static final String SCENARIO =
      """
      servanda: 1
      title: Memorandum of Easthaven
      time: {start: 1994-12-05, step: P6M, horizon: P20Y}
      parties:
        northland: {name: Northland, role: principal, nuclear: armed}
        southmark: {name: Southmark, role: principal, nuclear: threshold}
        provinces: {name: United Provinces, role: guarantor, of: [southmark]}
      balance: {now: 5}
      issue: {about: the Easthaven base, share: {northland: 0.1, southmark: 0.9}}
      agreement:
        - disarmament: {by: southmark, of: nuclear}
        - security-guarantee: {by: provinces, to: southmark, level: assurance}
      alternatives:
        refusal: {refuse: true}
        tripwire: {replace: security-guarantee, with: {level: tripwire}}
      """;

  final Path folder;
  final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final StringWriter err = new StringWriter();
  final List<String> opened = new ArrayList<>();
  Surroundings.Solver solver = (_, _, _, _) -> Example.answer().assessment();
  ProgressDisplay.Style progress = ProgressDisplay.Style.LINES;

  Bench(Path folder) {
    this.folder = folder;
    write("easthaven.yaml", SCENARIO);
  }

  int run(String... args) {
    return Main.run(surroundings(new PrintWriter(bytes, true, StandardCharsets.UTF_8)), args);
  }

  Surroundings surroundings(PrintWriter out) {
    return new Surroundings(
        folder,
        bytes,
        out,
        new PrintWriter(err, true),
        Ink.PLAIN,
        progress,
        solver,
        (scenario, _, count, _, _, _) ->
            count != null && count > 0 ? ExampleWorlds.of(scenario) : null,
        opened::add);
  }

  String out() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString();
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
