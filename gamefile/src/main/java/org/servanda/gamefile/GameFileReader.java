package org.servanda.gamefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads game files of any of the three formats.
///
/// The format is told by the content: `EFG` is Gambit's for trees, `NFG` Gambit's for strategic
/// games, an opening brace is JSON.
public final class GameFileReader {
  /// The largest file read, in bytes: 64 MiB.
  public static final int LONGEST = 64 << 20;

  private static final int SHOWN = 12;

  private GameFileReader() {}

  /// Reads a file.
  ///
  /// @param path the file; UTF-8, with or without byte order mark
  /// @return the game, or what is wrong; a file that is missing, a folder, not readable or longer
  ///   than [#LONGEST] is a problem too
  public static GameReading read(Path path) {
    String name = path.toString();
    try {
      if (Files.isDirectory(path)) {
        return refused(name, "this is a folder, not a file", "the path of a game file");
      }
      if (Files.isRegularFile(path) && Files.size(path) > LONGEST) {
        return tooLong(name, "%,d bytes".formatted(Files.size(path)));
      }
      try (InputStream in = Files.newInputStream(path)) {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        return bytes.length > LONGEST ? tooLong(name, "more") : read(name, bytes);
      }
    } catch (NoSuchFileException e) {
      return refused(name, "there is no such file", "another path");
    } catch (AccessDeniedException e) {
      return refused(name, "the file may not be read", "chmod +r on it");
    } catch (IOException e) {
      String why = Printable.line(String.valueOf(e.getMessage()));
      return refused(name, "the file cannot be read: " + why, "another copy of it");
    }
  }

  /// Reads a text.
  ///
  /// @param name how problems call it
  /// @param text the whole file
  public static GameReading read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads bytes.
  ///
  /// @param name how problems call them
  /// @param bytes the whole file; not changed
  public static GameReading read(String name, byte[] bytes) {
    if (bytes.length > LONGEST) {
      return tooLong(name, "%,d bytes".formatted(bytes.length));
    }
    var source = new Source(bytes);
    var findings = new Findings(source);
    GameFile game = source.isText(findings) ? game(source, findings) : null;
    if (game == null || !findings.none()) {
      return new GameReading.Rejected(findings.problems(name));
    }
    return new GameReading.Read(game);
  }

  private static @Nullable GameFile game(Source source, Findings findings) {
    int at = source.firstInk();
    String first = source.text(at, Math.min(source.bytes().length, at + 3));
    if (first.startsWith("{")) {
      return JsonGame.read(source, findings);
    }
    return switch (first) {
      case "EFG" -> EfgReader.read(source, findings);
      case "NFG" -> NfgReader.read(source, findings);
      default -> {
        String value = source.text(at, Math.min(source.bytes().length, at + SHOWN));
        findings.add(
            at,
            first.isEmpty()
                ? "the file is empty"
                : "the file begins with %s, expected EFG, NFG or {"
                    .formatted(Printable.quoted(value)),
            value,
            "a game in Gambit's .efg or .nfg format, or in JSON");
        yield null;
      }
    };
  }

  private static GameReading tooLong(String name, String size) {
    return refused(
        name,
        "the file has %s, bound: %,d bytes".formatted(size, LONGEST),
        "a smaller game; one of %,d nodes needs less".formatted(Bounds.NODES / 2));
  }

  private static GameReading refused(String name, String what, String tryThis) {
    return new GameReading.Rejected(List.of(new Problem(name, 1, 1, what, null, tryThis)));
  }
}
