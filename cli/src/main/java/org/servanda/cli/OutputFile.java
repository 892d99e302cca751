package org.servanda.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file to be written: whole or not at all.
///
/// The content goes to a temporary file beside it, which then takes its name. Whoever looks, and
/// whenever the process is stopped, there is the old file or the new one.
///
/// @param path where it goes, absolute
/// @param what it is, such as `the report`
record OutputFile(Path path, String what) {
  private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

  /// Looks whether the file can be written, before any work is done for it.
  ///
  /// @param path where it goes
  /// @param what it is, such as `the report`
  /// @param option the option that names another place
  /// @throws Complaint if it cannot be written there
  static OutputFile at(Path path, String what, String option) {
    var file = new OutputFile(path.toAbsolutePath().normalize(), what);
    file.check(option);
    return file;
  }

  private void check(String option) {
    if (Files.isDirectory(path)) {
      throw new Complaint(
          "cannot write %s to %s: it is a folder".formatted(what, path),
          "%s \"%s\"".formatted(option, path.resolve("NAME")));
    }
    if (isSpecial()) {
      return;
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new Complaint(
          "cannot write %s to %s: there is no folder %s".formatted(what, path, folder),
          "mkdir -p \"" + folder + "\"");
    }
    try {
      Path probe = unfinished();
      Files.createFile(probe);
      Files.delete(probe);
    } catch (IOException e) {
      throw refused(e, option);
    }
  }

  private Complaint refused(IOException e, String option) {
    String why =
        e instanceof AccessDeniedException ? "the folder may not be written to" : reason(e);
    return new Complaint(
        "cannot write %s to %s: %s".formatted(what, path, why),
        option + " with a place you may write to");
  }

  private static String reason(IOException e) {
    var reason = e instanceof java.nio.file.FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /// Writes the whole content.
  ///
  /// @throws Complaint if the system refuses, for example because the disk is full
  void write(byte[] content) {
    try {
      if (isSpecial()) {
        Files.write(path, content, StandardOpenOption.WRITE);
        return;
      }
      Path unfinished = unfinished();
      UNFINISHED.add(unfinished);
      try {
        Files.write(unfinished, content, StandardOpenOption.CREATE_NEW);
        Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path;
        rename(unfinished, target);
      } finally {
        Files.deleteIfExists(unfinished);
        UNFINISHED.remove(unfinished);
      }
    } catch (IOException e) {
      throw refused(e, "free some space, or another place");
    }
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Deletes what an interrupted write has left.
  static void discardUnfinished() {
    UNFINISHED.removeIf(path -> {
      try {
        return Files.deleteIfExists(path);
      } catch (IOException e) {
        return true; // the process is ending; nobody could do more
      }
    });
  }

  /// A pipe or a device is written to directly: it has no name to take over.
  private boolean isSpecial() {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  private Path folder() {
    var parent = path.getParent();
    return parent == null ? path : parent;
  }

  private Path unfinished() {
    return folder()
        .resolve(".%s.%d.part".formatted(path.getFileName(), ProcessHandle.current().pid()));
  }
}
