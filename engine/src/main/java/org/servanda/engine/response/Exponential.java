package org.servanda.engine.response;

/// The exponential function with the same bits on every machine.
///
/// `x = (64 k + j) ln 2 / 64 + r`, `exp(x) = 2^k 2^(j/64) exp(r)`, with a table for the middle
/// factor and a polynomial of degree five for the last. Relative error below 3e-16. Plain
/// operations and fused multiply-adds only, so that a vector version can give the same bits.
public final class Exponential {
  private static final double STEPS_PER_UNIT = 64 * 1.4426950408889634;
  private static final double STEP_HIGH = 0x1.62e42fefa0000p-7;
  private static final double STEP_LOW = 0x1.cf79abc9e3b3ap-46;
  private static final double ROUND = 0x1.8p52;
  private static final double LOWEST = -700;
  private static final double[] POWERS = powers();

  private Exponential() {}

  private static double[] powers() {
    var powers = new double[64];
    for (int j = 0; j < 64; j++) {
      powers[j] = StrictMath.pow(2, j / 64.0);
    }
    return powers;
  }

  /// Returns `exp(x)` for `x` up to 700, 0 for `x` below -700.
  ///
  /// @param x at most 700; NaN gives NaN
  public static double exp(double x) {
    if (x < LOWEST) {
      return 0;
    }
    double t = Math.fma(x, STEPS_PER_UNIT, ROUND);
    double n = t - ROUND;
    double r = Math.fma(-n, STEP_LOW, Math.fma(-n, STEP_HIGH, x));
    long bits = Double.doubleToRawLongBits(t);
    double power =
        Double.longBitsToDouble(
            Double.doubleToRawLongBits(POWERS[(int) bits & 63]) + (bits >> 6 << 52));
    double p = Math.fma(r, 1.0 / 120, 1.0 / 24);
    p = Math.fma(p, r, 1.0 / 6);
    p = Math.fma(p, r, 0.5);
    p = Math.fma(p, r, 1);
    return Math.fma(power, p * r, power);
  }
}
