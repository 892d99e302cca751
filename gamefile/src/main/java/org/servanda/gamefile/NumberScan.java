package org.servanda.gamefile;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads one number: `-12`, `.5`, `1.25e-3`, `2/3`. Not `NaN`, `Infinity`, `0x1p3` or `1/0`.
///
/// A decimal becomes the nearest double; a ratio the quotient of two, which is the nearest double
/// if both are below 2^53.
final class NumberScan {
  private static final int LONGEST = 400;
  private static final int MOST_DIGITS = 15; // a whole number of so many digits is exact

  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private double value;
  private @Nullable String fault;

  // One part of the number being read: its digits, if they fit, and its form.
  private long digits;
  private int digitCount;
  private int decimals;
  private boolean whole;

  /// Reads a number that fills the bytes.
  ///
  /// @return whether there is one; if not, [#fault] says why
  boolean scan(byte[] bytes, int from, int to) {
    fault = null;
    if (to - from > LONGEST) {
      return failed("is a number of %,d characters, bound: %d".formatted(to - from, LONGEST));
    }
    int slash = from;
    while (slash < to && bytes[slash] != '/') {
      slash++;
    }
    if (!part(bytes, from, slash)) {
      return failed("is not a number");
    }
    double above = value;
    if (slash < to) {
      boolean ratio = whole && isDigit(bytes, slash + 1, to) && part(bytes, slash + 1, to) && whole;
      if (!ratio) {
        return failed("is not a ratio of two whole numbers");
      }
      if (value == 0) {
        return failed("divides by zero");
      }
      value = above / value;
    }
    return Double.isFinite(value) || failed("is too large for a number of double precision");
  }

  /// Reads a number that fills a text.
  boolean scan(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return scan(bytes, 0, bytes.length);
  }

  /// The number read last.
  double value() {
    return value;
  }

  /// Why there was none, to follow the words of the file.
  String fault() {
    if (fault == null) {
      throw new IllegalStateException("the number had no fault");
    }
    return fault;
  }

  private boolean failed(String why) {
    fault = why;
    return false;
  }

  private static boolean isDigit(byte[] bytes, int at, int to) {
    return at < to && bytes[at] >= '0' && bytes[at] <= '9';
  }

  /// Reads digits with at most one point, and an exponent.
  private boolean part(byte[] bytes, int from, int to) {
    int i = from;
    boolean negative = i < to && bytes[i] == '-';
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    digits = 0;
    digitCount = 0;
    decimals = 0;
    whole = true;
    i = mantissa(bytes, i, to);
    if (digitCount == 0) {
      return false;
    }
    boolean exponent = i < to && (bytes[i] == 'e' || bytes[i] == 'E');
    if (exponent) {
      whole = false;
      i++;
      if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
        i++;
      }
      if (!isDigit(bytes, i, to)) {
        return false;
      }
      while (isDigit(bytes, i, to)) {
        i++;
      }
    }
    if (i != to) {
      return false;
    }
    if (!exponent && digitCount <= MOST_DIGITS) {
      double size = digits / TENS[decimals]; // both exact, so the quotient is the nearest double
      value = negative ? -size : size;
    } else {
      value = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }
    return true;
  }

  private int mantissa(byte[] bytes, int from, int to) {
    int i = from;
    for (; i < to; i++) {
      if (bytes[i] == '.' && whole) {
        whole = false;
      } else if (isDigit(bytes, i, to)) {
        digitCount++;
        digits = digitCount <= MOST_DIGITS ? 10 * digits + (bytes[i] - '0') : digits;
        decimals += whole ? 0 : 1;
      } else {
        break;
      }
    }
    return i;
  }
}
