package org.servanda.workbench.work;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.engine.equilibrium.Cancellation;

/// Where one run of a job is done.
///
/// @param job which
/// @param folder of its own
/// @param cancellation stops this run
/// @param means what all jobs have
/// @param othersWait whether it should give way to other clients
/// @param from share of the whole that was done before, in [0, 1)
record Desk(
    Job job,
    Path folder,
    Cancellation cancellation,
    Means means,
    BooleanSupplier othersWait,
    double from) {

  /// What all jobs have.
  ///
  /// @param version of Servanda
  /// @param threads solves at the same time
  /// @param memory of one solve, in bytes
  /// @param courtesy lets trials go first
  /// @param literature what is published
  record Means(String version, int threads, long memory, Courtesy courtesy, Shelf literature) {}

  /// Takes note of how far a stage is, and lets trials go first.
  void at(String stage, double share) {
    job.at(Progress.at(stage, from + (1 - from) * share));
    means.courtesy().stepAside();
  }

  /// {@return the same desk for the end of the work}
  Desk last(double done) {
    return new Desk(job, folder, cancellation, means, othersWait, done);
  }

  /// {@return the digest of a file, 64 hexadecimal digits}
  static String sha256(ScenarioText text) {
    return sha256(text.text().getBytes(StandardCharsets.UTF_8));
  }

  /// {@return the digest of bytes, 64 hexadecimal digits}
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
