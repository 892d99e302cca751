package org.servanda.gamefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of a file and where they stand on lines.
final class Source {
  private static final int CHUNK = 1 << 16;

  private final byte[] bytes;
  private final int start;

  Source(byte[] bytes) {
    this.bytes = bytes;
    this.start = startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
  }

  /// A place in the file.
  ///
  /// @param line from 1
  /// @param column from 1, in characters
  record Place(int line, int column) {}

  /// The bytes; not to be changed.
  byte[] bytes() {
    return bytes;
  }

  /// Where the text begins, behind a byte order mark.
  int start() {
    return start;
  }

  /// The first byte that is no white space, or the length of the file.
  int firstInk() {
    int i = start;
    while (i < bytes.length && isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  /// Some of the text.
  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /// Looks whether the bytes are text; says so if not.
  ///
  /// @return whether they are
  boolean isText(Findings findings) {
    if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
      findings.add(0, "the file is UTF-16, not UTF-8", null, "save it as UTF-8");
      return false;
    }
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        findings.add(
            i,
            "byte " + i + " is zero: this is a binary file, not text",
            "0x00",
            "a game file in Gambit's formats or JSON, saved as UTF-8");
        return false;
      }
    }
    int malformed = firstMalformed();
    if (malformed < bytes.length) {
      String value = "0x%02X".formatted(bytes[malformed]);
      findings.add(
          malformed,
          "byte %d is %s, which is not UTF-8".formatted(malformed, value),
          value,
          "save the file as UTF-8");
      return false;
    }
    return true;
  }

  private boolean startsWith(int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private int firstMalformed() {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    var out = CharBuffer.allocate(CHUNK);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        return in.position();
      }
      if (result.isUnderflow()) {
        return bytes.length;
      }
      out.clear();
    }
  }

  /// Finds the places of bytes in one pass over the file.
  ///
  /// @param offsets any bytes of the file, or its length
  Places places(int[] offsets) {
    int[] sorted = Arrays.stream(offsets).sorted().distinct().toArray();
    var found = new Place[sorted.length];
    int line = 1;
    int column = 1;
    int i = Math.min(start, sorted.length == 0 ? start : sorted[0]);
    for (int k = 0; k < sorted.length; k++) {
      int to = Math.min(sorted[k], bytes.length);
      for (; i < to; i++) {
        if (bytes[i] == '\n') {
          line++;
          column = 1;
        } else if ((bytes[i] & 0xc0) != 0x80) {
          column++;
        }
      }
      found[k] = new Place(line, column);
    }
    return new Places(sorted, found);
  }

  /// The places of some bytes.
  static final class Places {
    private final int[] offsets;
    private final Place[] places;

    private Places(int[] offsets, Place[] places) {
      this.offsets = offsets;
      this.places = places;
    }

    /// The place of one of the bytes asked for.
    Place of(int offset) {
      return places[Arrays.binarySearch(offsets, offset)];
    }
  }
}
