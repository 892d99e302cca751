package org.servanda.agreement.evidence;

/// Where a number or a fact comes from.
///
/// @param key what files cite, for example `powell-2006`
/// @param citation author, year, title
public record Source(String key, String citation) {
  public Source {
    if (key.isBlank()) {
      throw new IllegalArgumentException("key of a source is blank, citation: " + citation);
    }
  }
}
