package org.servanda.report.answer;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.AssessOptions.Detail;

/// What is needed to get the same answer again. Holds no time of day, so that a rerun gives the
/// same bytes.
///
/// @param version of Servanda
/// @param file name of the scenario file, without folders
/// @param sha256 of the file's bytes, 64 hexadecimal digits
/// @param start date of signature
/// @param variant `as drafted`, or the alternative assessed in its place
/// @param precision given on the command line, in 1/stake; absent: each party's own
/// @param detail how much was measured; single assumptions are moved only with `SENSITIVITY`
/// @param resolution belief intervals per party with two dispositions
/// @param balanceSteps steps of relative strength followed on either side
/// @param seed of every random draw
public record Manifest(
    String version,
    String file,
    String sha256,
    LocalDate start,
    String variant,
    @Nullable Double precision,
    Detail detail,
    int resolution,
    int balanceSteps,
    long seed) {

  /// {@return how much was measured, as a word: `headline`, `full` or `sensitivity`}
  public String detailWord() {
    return detail.name().toLowerCase(Locale.ROOT);
  }
}
