package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.ProblemText;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReader;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.NotAssessed;
import org.servanda.report.answer.Manifest;

/// A scenario file as given on the command line.
///
/// @param path where it is
/// @param read what it says; absent if it was rejected
/// @param problems all that is wrong with it, empty if it was read
record Input(Path path, @Nullable Scenario read, List<String> problems) {

  /// Reads a file.
  ///
  /// @param folder against which the name is read
  /// @param file the name
  static Input read(Path folder, Path file) {
    Path path = folder.resolve(file);
    return switch (ScenarioReader.read(path)) {
      case ScenarioReading.Read(var scenario) -> new Input(path, scenario, List.of());
      case ScenarioReading.Rejected(var problems) ->
          new Input(path, null, problems.stream().map(ProblemText::of).toList());
    };
  }

  /// {@return what the file says}
  ///
  /// @throws IllegalStateException if it was rejected
  Scenario scenario() {
    if (read == null) {
      throw new IllegalStateException(path + " was rejected");
    }
    return read;
  }

  /// {@return the alternative meant}
  ///
  /// @param written its name, in any case
  /// @throws Complaint if there is none of that name
  String alternative(String written) {
    var names = scenario().alternatives().sequencedKeySet();
    for (String name : names) {
      if (name.equalsIgnoreCase(written)) {
        return name;
      }
    }
    if (names.isEmpty()) {
      throw new Complaint(
          "--alternative is \"%s\", and %s has no alternatives".formatted(written, path),
          "the same command without it");
    }
    String near = Nearest.to(written, names);
    throw new Complaint(
        "--alternative is \"%s\", and %s has no alternative of that name".formatted(written, path),
        near == null
            ? "one of \"" + String.join("\", \"", names) + "\""
            : "--alternative \"" + near + "\"");
  }

  /// {@return the key of the party meant}
  ///
  /// @param written its key or name, in any case
  /// @throws Complaint if there is none of that name
  String party(String written) {
    return party("--party", written);
  }

  /// {@return the keys of the parties meant}
  ///
  /// @param written their keys or names, in any case
  /// @throws Complaint if there is none of one of these names, or one is named twice
  List<String> coalition(List<String> written) {
    var keys = new ArrayList<String>();
    for (String name : written) {
      String key = party("--worst-case", name.strip());
      if (keys.contains(key)) {
        throw new Complaint("--worst-case names \"%s\" twice".formatted(key), "each party once");
      }
      keys.add(key);
    }
    return keys;
  }

  private String party(String option, String written) {
    SequencedMap<String, String> keys = new LinkedHashMap<>();
    scenario().parties().forEach(p -> keys.put(p.name(), p.key()));
    scenario().parties().forEach(p -> keys.put(p.key(), p.key()));
    for (var entry : keys.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(written)) {
        return entry.getValue();
      }
    }
    String near = Nearest.to(written, keys.keySet());
    throw new Complaint(
        "%s is \"%s\", and %s has no party of that name".formatted(option, written, path),
        near == null
            ? "one of " + scenario().parties().stream().map(p -> p.key()).toList()
            : option + " \"" + near + "\"");
  }

  /// {@return why there is no answer, at the line of the file that is the cause, if one is}
  String located(NotAssessed why) {
    int hint = why.detail().lastIndexOf("\nTry: ");
    if (why.place().isEmpty() || hint < 0) {
      return path + " was not solved: " + why.detail();
    }
    try {
      var text = new ScenarioText(path.toString(), Files.readString(path));
      String what = why.detail().substring(0, hint);
      String tryThis = why.detail().substring(hint + "\nTry: ".length());
      return ProblemText.of(text.problem("not solved: " + what, tryThis, why.place()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path + " again", e);
    }
  }

  /// {@return how to get the answer again}
  ///
  /// @param options as solved
  /// @param seed as given
  Manifest manifest(AssessOptions options, long seed) {
    Path name = path.getFileName();
    return new Manifest(
        Version.number(),
        name == null ? path.toString() : name.toString(),
        sha256(),
        scenario().time().start(),
        options.variant(),
        options.precision(),
        options.detail(),
        options.resolution(),
        options.balanceSteps(),
        seed);
  }

  /// {@return the digest of the file's bytes, 64 hexadecimal digits}
  String sha256() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path + " again", e);
    }
  }
}
