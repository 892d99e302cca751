package org.servanda.engine.response;

/// The exponential function of many numbers at once.
///
/// `x = n ln 2 + r`, `exp(x) = 2^n P(r)` with the Taylor polynomial of degree 13 on `|r| <= ln 2 /
/// 2`. Relative error below 4e-16. Unlike [Exponential] it reads no table, which no loop could do
/// for several numbers at a time; fused multiply-adds only, so that the bits are the same
/// everywhere.
public final class BatchExponential {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42fefa0000p-1;
  private static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;
  private static final double ROUND = 0x1.8p52;
  private static final double C13 = 1.0 / 6227020800.0;
  private static final double C12 = 1.0 / 479001600;
  private static final double C11 = 1.0 / 39916800;
  private static final double C10 = 1.0 / 3628800;
  private static final double C9 = 1.0 / 362880;
  private static final double C8 = 1.0 / 40320;
  private static final double C7 = 1.0 / 5040;
  private static final double C6 = 1.0 / 720;
  private static final double C5 = 1.0 / 120;
  private static final double C4 = 1.0 / 24;
  private static final double C3 = 1.0 / 6;

  private BatchExponential() {}

  /// Replaces the first `count` numbers by their exponentials.
  ///
  /// @param x numbers from -1e12 to 1e12; 0 comes out for those below -709, at least 1e307 for
  ///   those above 709, NaN for NaN
  /// @param power scratch, at least `count` long
  public static void exp(int count, double[] x, long[] power) {
    reduce(count, x, power);
    scale(count, power, x);
  }

  private static void reduce(int count, double[] x, long[] power) {
    for (int i = 0; i < count; i++) {
      double y = x[i];
      double n = Math.fma(y, LOG2_E, ROUND) - ROUND;
      double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
      double p = Math.fma(C13, r, C12);
      p = Math.fma(p, r, C11);
      p = Math.fma(p, r, C10);
      p = Math.fma(p, r, C9);
      p = Math.fma(p, r, C8);
      p = Math.fma(p, r, C7);
      p = Math.fma(p, r, C6);
      p = Math.fma(p, r, C5);
      p = Math.fma(p, r, C4);
      p = Math.fma(p, r, C3);
      p = Math.fma(p, r, 0.5);
      p = Math.fma(p, r, 1);
      x[i] = Math.fma(p, r, 1);
      power[i] = Math.max(0, Math.min(2046, (long) n + 1023)) << 52;
    }
  }

  /// Apart, because turning bits into numbers is not done for several at a time.
  private static void scale(int count, long[] power, double[] x) {
    for (int i = 0; i < count; i++) {
      x[i] *= Double.longBitsToDouble(power[i]);
    }
  }
}
