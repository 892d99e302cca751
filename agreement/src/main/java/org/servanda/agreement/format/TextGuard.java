package org.servanda.agreement.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Turns bytes into text that is fit to be parsed, or says why not.
///
/// Work is bounded by [#LONGEST] bytes.
public final class TextGuard {
  /// The largest file read, in bytes: 4 MiB.
  public static final int LONGEST = 4 * 1024 * 1024;

  private static final String SMALLER =
      "a smaller file; a scenario of 200 clauses and 500 pledges needs less than 200 KiB";

  private TextGuard() {}

  /// {@return the text of a file without its byte order mark, or null if something was found}
  ///
  /// @param bytes the whole file, or its first `LONGEST + 1` bytes
  /// @param findings where to say what is wrong
  public static @Nullable String decode(byte[] bytes, Findings findings) {
    if (bytes.length > LONGEST) {
      tooLong(bytes.length, findings);
      return null;
    }
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      findings.add(Place.TOP, "the file is UTF-16, not UTF-8", null, "save it as UTF-8");
      return null;
    }
    int start = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        findings.add(
            place(bytes, start, i),
            "byte " + i + " is zero: this is a binary file, not text",
            "0x00",
            "a scenario file in YAML, saved as UTF-8");
        return null;
      }
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return decoder.decode(ByteBuffer.wrap(bytes, start, bytes.length - start)).toString();
    } catch (CharacterCodingException e) {
      int at = firstMalformed(bytes, start);
      String value = "0x%02X".formatted(bytes[at]);
      findings.add(
          place(bytes, start, at),
          "byte %s is %s, which is not UTF-8".formatted(at, value),
          value,
          "save the file as UTF-8");
      return null;
    }
  }

  /// Says that a file is too long.
  ///
  /// @param length its length in bytes
  /// @param findings where to say it
  public static void tooLong(long length, Findings findings) {
    findings.add(
        Place.TOP,
        "the file has more than %s bytes".formatted(Words.grouped(LONGEST)),
        Long.toString(length),
        SMALLER);
  }

  /// Says where forbidden characters stand.
  ///
  /// @param text any text
  /// @param findings where to say it
  /// @return whether there is none
  public static boolean charactersAreFit(String text, Findings findings) {
    int before = findings.count();
    int line = 1;
    int column = 1;
    int index = 0;
    for (int i = 0; i < text.length(); index++) {
      int c = text.codePointAt(i);
      if (Printable.isForbidden(c)) {
        forbidden(c, new Place("", line, column, index, index + 1), findings);
      }
      if (c == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
      i += Character.charCount(c);
    }
    return findings.count() == before;
  }

  private static void forbidden(int c, Place place, Findings findings) {
    if (findings.full()) {
      findings.pass();
      return;
    }
    String name = Printable.name(c);
    String kind = Printable.isBidiControl(c) ? "bidirectional control" : "control";
    findings.add(
        place,
        kind + " character " + name,
        name,
        "delete it; text in any script, right to left too, needs none");
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
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

  private static int firstMalformed(byte[] bytes, int start) {
    var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    var out = CharBuffer.allocate(bytes.length - start + 1);
    StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    return in.position();
  }

  private static Place place(byte[] bytes, int start, int at) {
    int line = 1;
    int column = 1;
    for (int i = start; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
        column = 1;
      } else if ((bytes[i] & 0xc0) != 0x80) {
        column++;
      }
    }
    return new Place("", line, column, 0, 0);
  }
}
