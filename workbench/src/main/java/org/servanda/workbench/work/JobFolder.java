package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.question.Json;

/// The files of jobs: a folder for each, with the question as it was asked, the state, and what
/// came out. Every file is written whole, then put in its place.
final class JobFolder {
  private static final String STATE = "state.json";
  private static final String QUESTION = "question.json";
  private static final String RESULT = "result.json";
  private static final String REPORT = "report.html";

  private final Path folder;

  /// @throws UncheckedIOException if the folder cannot be made
  JobFolder(Path folder) {
    this.folder = folder;
    WholeFiles.makeFolder(folder);
  }

  Path of(Job job) {
    return folder.resolve(job.id());
  }

  void add(Job job, byte[] question) {
    WholeFiles.makeFolder(of(job));
    WholeFiles.write(of(job).resolve(QUESTION), question);
    keepState(job);
  }

  void keepState(Job job) {
    WholeFiles.write(
        of(job).resolve(STATE),
        Json.bytes(
            object(
                "kind", job.kind(),
                "client", job.client(),
                "created", job.created().toString(),
                "state", job.state().word(),
                "problem", job.problem())));
  }

  void keep(Job job, WorkOutcome.Finished outcome) {
    WholeFiles.write(of(job).resolve(RESULT), outcome.result());
    byte[] report = outcome.report();
    if (report != null) {
      WholeFiles.write(of(job).resolve(REPORT), report);
    }
  }

  byte[] question(Job job) {
    return bytes(of(job).resolve(QUESTION));
  }

  byte[] result(Job job) {
    return bytes(of(job).resolve(RESULT));
  }

  /// {@return the report; null if there is none}
  byte @Nullable [] report(Job job) {
    Path file = of(job).resolve(REPORT);
    return Files.exists(file) ? bytes(file) : null;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  void remove(Job job) {
    WholeFiles.removeFolder(of(job));
  }

  /// {@return the jobs that are there, oldest first; a folder without a readable state is passed
  /// over}
  List<Job> all() {
    var jobs = new ArrayList<Job>();
    try (var folders = Files.newDirectoryStream(folder)) {
      for (Path one : folders) {
        Path state = one.resolve(STATE);
        if (Files.exists(state) && Files.exists(one.resolve(QUESTION))) {
          jobs.add(job(one.getFileName().toString(), bytes(state)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the jobs in " + folder, e);
    }
    jobs.sort(Comparator.comparing(Job::created));
    return jobs;
  }

  private static Job job(String id, byte[] state) {
    var said = Json.read(state);
    var job =
        new Job(
            id,
            said.get("client").stringValue(),
            said.get("kind").stringValue(),
            Instant.parse(said.get("created").stringValue()),
            JobState.named(said.get("state").stringValue()));
    if (job.state().isEnd()) {
      var problem = said.get("problem");
      job.end(job.state(), problem == null || problem.isNull() ? null : problem);
    }
    return job;
  }
}
