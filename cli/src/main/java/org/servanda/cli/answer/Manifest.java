package org.servanda.cli.answer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is needed to get the same answer again. Holds no time of day, so that a rerun gives the
/// same bytes.
///
/// @param version of Servanda
/// @param file name of the scenario file, without folders
/// @param sha256 of the file's bytes, 64 hexadecimal digits
/// @param start date of signature
/// @param variant `as drafted`, or the alternative assessed in its place
/// @param precision given on the command line, in 1/stake; absent: each party's own
/// @param seed of every random draw
public record Manifest(
    String version,
    String file,
    String sha256,
    LocalDate start,
    String variant,
    @Nullable Double precision,
    long seed) {}
