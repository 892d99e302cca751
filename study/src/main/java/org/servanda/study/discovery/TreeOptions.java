package org.servanda.study.discovery;

/// How a tree is grown.
///
/// @param depth splits one below another at most, from 1 to 10
/// @param leastLeaf worlds in a leaf at least, as a share of all, in (0, 0.5)
/// @param folds parts of the worlds for cross-validation, from 2 to 50
public record TreeOptions(int depth, double leastLeaf, int folds) {

  public TreeOptions {
    if (depth < 1 || depth > 10) {
      throw refused("depth", depth, "from 1 to 10", "3");
    }
    if (!(leastLeaf > 0 && leastLeaf < 0.5)) {
      throw refused("leastLeaf", leastLeaf, "above 0 and below 0.5", "0.02");
    }
    if (folds < 2 || folds > 50) {
      throw refused("folds", folds, "from 2 to 50", "10");
    }
  }

  private static IllegalArgumentException refused(
      String what, double value, String bound, String usual) {
    return new IllegalArgumentException(
        "%s is %s, must be %s\nTry: %s".formatted(what, value, bound, usual));
  }

  /// {@return three splits at most, leaves of a fiftieth at least, ten folds}
  public static TreeOptions usual() {
    return new TreeOptions(3, 0.02, 10);
  }
}
