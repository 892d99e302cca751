package org.servanda.agreement.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The sources every scenario can cite by key.
public final class Bibliography {
  private static final class Standard {
    private static final Bibliography BIBLIOGRAPHY = read();
  }

  private final SequencedMap<String, Source> sources;

  private Bibliography(SequencedMap<String, Source> sources) {
    this.sources = Collections.unmodifiableSequencedMap(sources);
  }

  /// {@return the built-in bibliography}
  public static Bibliography standard() {
    return Standard.BIBLIOGRAPHY;
  }

  /// {@return the source with this key, or null if there is none}
  ///
  /// @param key for example `powell-2006`
  public @Nullable Source source(String key) {
    return sources.get(key);
  }

  /// {@return all sources by key, in the order of the file}
  public SequencedMap<String, Source> sources() {
    return sources;
  }

  private static Bibliography read() {
    try (InputStream in = Bibliography.class.getResourceAsStream("bibliography.yaml")) {
      if (in == null) {
        throw new IllegalStateException("bibliography.yaml is missing from this build");
      }
      var sources = new LinkedHashMap<String, Source>();
      if (new Load(LoadSettings.builder().build()).loadFromInputStream(in)
          instanceof Map<?, ?> all) {
        all.forEach((key, citation) ->
            sources.put(
                String.valueOf(key), new Source(String.valueOf(key), String.valueOf(citation))));
      }
      return new Bibliography(sources);
    } catch (IOException e) {
      throw new UncheckedIOException("reading bibliography.yaml", e);
    }
  }
}
