package org.servanda.study.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a study is, so that it can be told from others and run again.
///
/// @param entries in a fixed order: the format of the store, the version of Servanda, the digest of
///   the scenario file, how worlds are drawn and how finely they are solved
public record Manifest(SequencedMap<String, String> entries) {
  public Manifest {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }
}
