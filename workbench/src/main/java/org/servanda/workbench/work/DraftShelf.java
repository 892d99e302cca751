package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.object;
import static org.servanda.workbench.question.Refusal.Kind.CHANGED;
import static org.servanda.workbench.question.Refusal.Kind.NOT_FOUND;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.draft.Drafts;
import org.servanda.workbench.question.Json;
import org.servanda.workbench.question.Question;
import org.servanda.workbench.question.Refusal;

/// Unsaved work, a file for each draft.
///
/// Whoever knows the identifier of a draft may read and change it; nobody can list them.
public final class DraftShelf {
  private static final int MOST = 1000;
  private static final Duration UNTOUCHED = Duration.ofDays(30);
  private static final int LARGEST_VIEW = 64 << 10;
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final int TAG_DIGITS = 32;

  private final Path folder;

  /// What was kept.
  ///
  /// @param id which nobody can guess
  /// @param tag its version
  public record Kept(String id, String tag) {}

  /// @param folder made if it is not there
  /// @throws UncheckedIOException if it cannot be made
  public DraftShelf(Path folder) {
    this.folder = folder;
    WholeFiles.makeFolder(folder);
  }

  /// Keeps a new draft.
  ///
  /// @throws Refusal if the body is no draft, or there is no room
  public synchronized Kept add(byte[] body) {
    byte[] draft = checked(body);
    demandRoom();
    String id = UUID.randomUUID().toString();
    WholeFiles.write(file(id), draft);
    return new Kept(id, tag(draft));
  }

  /// {@return the version of a draft: the same for the same bytes, quoted as in `ETag`}
  public static String tag(byte[] draft) {
    return "\"" + Desk.sha256(draft).substring(0, TAG_DIGITS) + "\"";
  }

  /// {@return a draft, JSON in UTF-8}
  ///
  /// @throws Refusal if there is none
  public byte[] read(String id) {
    try {
      return Files.readAllBytes(known(id));
    } catch (NoSuchFileException e) {
      throw missing();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a draft in " + folder, e);
    }
  }

  /// Keeps a draft anew.
  ///
  /// @param wanted versions it must have now, as in `If-Match`; absent for any
  /// @return its new version
  /// @throws Refusal if there is none, it has another version, or the body is no draft
  public synchronized String change(String id, byte[] body, @Nullable String wanted) {
    byte[] draft = checked(body);
    Path file = known(id);
    if (wanted != null && !isWanted(tag(read(id)), wanted)) {
      throw Refusal.of(
          CHANGED, "the draft has been changed since it was read", "GET the draft, then again");
    }
    WholeFiles.write(file, draft);
    return tag(draft);
  }

  private static boolean isWanted(String tag, String wanted) {
    return Arrays.stream(wanted.split(",", -1))
        .map(String::strip)
        .anyMatch(w -> w.equals("*") || w.equals(tag));
  }

  /// Forgets a draft.
  ///
  /// @throws Refusal if there is none
  public synchronized void remove(String id) {
    try {
      Files.delete(known(id));
    } catch (NoSuchFileException e) {
      throw missing();
    } catch (IOException e) {
      throw new UncheckedIOException("removing a draft in " + folder, e);
    }
  }

  private Path known(String id) {
    Path file = file(id);
    if (!Files.exists(file)) {
      throw missing();
    }
    return file;
  }

  private Path file(String id) {
    if (!id.matches(ID)) {
      throw missing();
    }
    return folder.resolve(id + ".json");
  }

  private static Refusal missing() {
    return Refusal.of(NOT_FOUND, "there is no such draft", "POST /api/v1/drafts");
  }

  private static byte[] checked(byte[] body) {
    var question = Question.of(body, "name", "text", "view");
    var text = Drafts.text(question);
    var view = question.node().get("view");
    if (view != null && !view.isNull() && !view.isObject()) {
      throw Question.wrong("/view", "is " + Json.shown(view), "an object", "{}");
    }
    if (view != null && Json.bytes(view).length > LARGEST_VIEW) {
      throw Question.wrong(
          "/view", "is too large", "%,d bytes".formatted(LARGEST_VIEW), "less to remember");
    }
    var draft = object("name", text.name(), "text", text.text());
    if (view != null && view.isObject()) {
      draft.put("view", view);
    }
    return Json.bytes(draft);
  }

  /// When the shelf is full, the draft that nobody has touched for longest goes, if that is long
  /// ago.
  private void demandRoom() {
    try (var files = Files.list(folder)) {
      List<Path> drafts =
          files
              .filter(f -> f.toString().endsWith(".json"))
              .sorted(Comparator.comparing(DraftShelf::touched))
              .toList();
      if (drafts.size() < MOST) {
        return;
      }
      if (touched(drafts.getFirst()).isAfter(Instant.now().minus(UNTOUCHED))) {
        throw Refusal.later(
            Refusal.Kind.BUSY, "%d drafts are kept, bound: %d".formatted(drafts.size(), MOST), 60);
      }
      Files.deleteIfExists(drafts.getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the drafts in " + folder, e);
    }
  }

  private static Instant touched(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.MAX; // it has just been removed: it takes no room
    }
  }
}
