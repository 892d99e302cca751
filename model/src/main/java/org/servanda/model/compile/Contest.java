package org.servanda.model.compile;

/// Who wins when one principal attacks the other.
///
/// Ordered logit in relative strength: with `x` the attacker's log strength over the defender's,
/// the advantage of going first included, `s` the steepness and `w` the half width of stalemate,
/// the attacker prevails with probability `L(s (x - w))` and is repelled with `L(-s (x + w))`, `L`
/// the logistic function. Without stalemate this is the ratio form `m^s / (1 + m^s)`.
///
/// @source Hirshleifer (1989), ratio form
record Contest(double prevails, double stalemate, double repelled) {

  static Contest of(Terms.War war, double attackerLogStrength) {
    double x = attackerLogStrength + war.offense() - war.slowed();
    double prevails = logistic(war.steepness() * (x - war.stalemate()));
    double repelled = logistic(-war.steepness() * (x + war.stalemate()));
    return new Contest(prevails, Math.max(0, 1 - prevails - repelled), repelled);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
