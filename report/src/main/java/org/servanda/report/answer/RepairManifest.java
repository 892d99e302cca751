package org.servanda.report.answer;

import org.servanda.study.repair.RepairOptions;

/// What is needed to find the same repairs again. Holds no time of day and no number of threads.
///
/// @param version of Servanda
/// @param file name of the scenario file, without folders
/// @param sha256 of the file's bytes, 64 hexadecimal digits
/// @param options of the search
public record RepairManifest(String version, String file, String sha256, RepairOptions options) {}
