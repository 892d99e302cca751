package org.servanda.study.discovery;

/// How boxes are searched.
///
/// @param choice which box of a trajectory is taken
/// @param peel share of a box's worlds taken off at a time, in (0, 0.5]
/// @param leastMass share of all worlds below which a box is not peeled, in (0, 1)
/// @param boxes how many at most, at least 1
/// @param restrictions how many columns a box may bound, at least 1
/// @param sure a bound stays if chance explains it with less than this probability, in (0, 1)
/// @param again how many samples are drawn again to see which bounds reappear, at least 1
public record BoxOptions(
    BoxChoice choice,
    double peel,
    double leastMass,
    int boxes,
    int restrictions,
    double sure,
    int again) {

  public BoxOptions {
    check("peel", peel, peel > 0 && peel <= 0.5, "above 0 and at most 0.5", "0.05");
    check("leastMass", leastMass, leastMass > 0 && leastMass < 1, "between 0 and 1", "0.05");
    check("boxes", boxes, boxes >= 1, "at least 1", "3");
    check("restrictions", restrictions, restrictions >= 1, "at least 1", "4");
    check("sure", sure, sure > 0 && sure < 1, "between 0 and 1", "0.05");
    check("again", again, again >= 1, "at least 1", "10");
  }

  private static void check(String what, double value, boolean kept, String bound, String usual) {
    if (!kept) {
      throw new IllegalArgumentException(
          "%s is %s, must be %s\nTry: %s".formatted(what, value, bound, usual));
    }
  }

  /// {@return balanced boxes, peeled by a twentieth down to a twentieth; at most three, of at most
  /// four columns}
  public static BoxOptions usual() {
    return new BoxOptions(new BoxChoice.Balanced(), 0.05, 0.05, 3, 4, 0.05, 10);
  }
}
