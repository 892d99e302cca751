// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Recomputes the `balance:` block of every accord in the catalogue from a capability table.
///
/// The table is `capabilities_nmc.csv` (Correlates of War, National Material Capabilities, one row
/// per state and year with the columns `ccode,year,milex,milper,cinc`). It is not part of this
/// project; obtain it from its authors and name its folder. Run with `java catalog/Balances.java
/// FOLDER`. The formulas are in `docs/guide/catalog.md`.
///
/// @source Singer, Bremer and Stuckey (1972), composite index of national capability
final class Balances {
  /// Years before the signature that enter drift and volatility.
  private static final int WINDOW = 10;

  /// With fewer yearly values than this there is no trend to speak of.
  private static final int FEWEST = 6;

  /// The years searched around a missing one.
  private static final int NEAREST = 3;

  /// The range reaches at least this factor to either side of the mode, and at most the other.
  private static final double NARROWEST = 1.25;

  private static final double WIDEST = 3;
  private static final double VOLATILITY_FLOOR = 0.03;
  private static final double NINETY_PERCENT = 1.645;

  private record Side(String name, List<Integer> members) {
    static Side of(String name, Integer... members) {
      return new Side(name, List.of(members));
    }
  }

  private record Accord(String path, int year, Side first, Side second) {}

  private record StateYear(int state, int year) {}

  private record Strengths(double share, double spending, double personnel) {}

  private record Trend(int years, double slope, double halfWidth, double volatility) {}

  private static final List<Accord> ACCORDS =
      List.of(
          accord("belgium/1839-london", 1839, Side.of("France", 220), Side.of("Belgium", 211)),
          accord("belgium/1839-london", 1839, Side.of("Prussia", 255), Side.of("Belgium", 211)),
          accord("belgium/1839-london", 1839, Side.of("both", 220, 255), Side.of("Belgium", 211)),
          accord(
              "germany/1925-locarno",
              1925,
              Side.of("Germany", 255),
              Side.of("France and Belgium", 220, 211)),
          accord(
              "czechoslovakia/1938-munich",
              1938,
              Side.of("Germany", 255),
              Side.of("Czechoslovakia", 315)),
          accord("poland/1939-guarantee", 1939, Side.of("Germany", 255), Side.of("Poland", 290)),
          accord("turkey/1856-black-sea", 1856, Side.of("Russia", 365), Side.of("Ottoman", 640)),
          accord(
              "korea/1953-armistice",
              1953,
              Side.of("North Korea", 731),
              Side.of("South Korea", 732)),
          accord("austria/1955-state-treaty", 1955, Side.of("USSR", 365), Side.of("Austria", 305)),
          accord("vietnam/1973-paris", 1973, Side.of("North Vietnam", 816), Side.of("RVN", 817)),
          accord("egypt/1979-peace", 1979, Side.of("Egypt", 651), Side.of("Israel", 666)),
          accord("ukraine/1994-budapest", 1994, Side.of("Russia", 365), Side.of("Ukraine", 369)),
          accord(
              "bosnia/1995-dayton",
              1995,
              Side.of("FR Yugoslavia", 345),
              Side.of("Bosnia and Croatia", 346, 344)),
          accord("georgia/2008-six-points", 2008, Side.of("Russia", 365), Side.of("Georgia", 372)),
          accord("ukraine/2015-minsk-two", 2015, Side.of("Russia", 365), Side.of("Ukraine", 369)),
          accord("iran/2015-jcpoa", 2015, Side.of("USA", 2), Side.of("Iran", 630)),
          accord(
              "armenia/2020-karabakh", 2020, Side.of("Azerbaijan", 373), Side.of("Armenia", 371)),
          accord("finland/1921-aland", 1921, Side.of("Finland", 375), Side.of("Sweden", 380)),
          accord("japan/1941-neutrality", 1941, Side.of("USSR", 365), Side.of("Japan", 740)),
          accord("kashmir/1972-simla", 1972, Side.of("India", 750), Side.of("Pakistan", 770)),
          accord("syria/1974-golan", 1974, Side.of("Israel", 666), Side.of("Syria", 652)),
          accord(
              "libya/2003-renunciation",
              2003,
              Side.of("USA and UK", 2, 200),
              Side.of("Libya", 620)),
          accord(
              "ukraine/2025-neutrality-for-peace",
              2025,
              Side.of("Russia", 365),
              Side.of("Ukraine", 369)),
          accord(
              "iran/2025-enrichment",
              2025,
              Side.of("USA and Israel", 2, 666),
              Side.of("Iran", 630)));

  private static Accord accord(String path, int year, Side first, Side second) {
    return new Accord(path, year, first, second);
  }

  private final Map<StateYear, Strengths> table;

  private Balances(Map<StateYear, Strengths> table) {
    this.table = table;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println(
          "one argument is needed, the folder that holds capabilities_nmc.csv\n"
              + "Try: java catalog/Balances.java FOLDER");
      System.exit(2);
    }
    Path file = Path.of(arguments[0], "capabilities_nmc.csv");
    if (!Files.isReadable(file)) {
      System.err.println("no readable file " + file + "\nTry: the folder that holds it");
      System.exit(2);
    }
    Balances balances = new Balances(read(file));
    System.out.printf(
        "%-34s %-14s %-20s %4s %7s %7s %7s | %2s %7s %7s %7s | %5s%n",
        "accord", "first", "second", "year", "low", "mode", "high", "n", "low", "drift", "high",
        "vol");
    ACCORDS.forEach(balances::print);
  }

  private static Map<StateYear, Strengths> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = List.of(lines.getFirst().replace("\"", "").split(",", -1));
    int state = header.indexOf("ccode");
    int year = header.indexOf("year");
    int share = header.indexOf("cinc");
    int spending = header.indexOf("milex");
    int personnel = header.indexOf("milper");
    Map<StateYear, Strengths> table = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cell = line.split(",", -1);
      table.put(
          new StateYear(Integer.parseInt(cell[state]), Integer.parseInt(cell[year])),
          new Strengths(
              positive(cell[share]), positive(cell[spending]), positive(cell[personnel])));
    }
    return table;
  }

  /// A blank or negative cell is missing and becomes NaN.
  private static double positive(String cell) {
    double value = cell.isBlank() ? Double.NaN : Double.parseDouble(cell);
    return value > 0 ? value : Double.NaN;
  }

  private void print(Accord accord) {
    int year = nearestYear(accord);
    List<Double> ratios = new ArrayList<>();
    ratios.add(ratio(accord, year, 0));
    for (int column = 1; column <= 2; column++) {
      double ratio = ratio(accord, year, column);
      if (ratio > 0) {
        ratios.add(ratio);
      }
    }
    double mode = ratios.getFirst();
    double least = ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double most = ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double low = Math.clamp(least, mode / WIDEST, mode / NARROWEST);
    double high = Math.clamp(most, mode * NARROWEST, mode * WIDEST);
    Trend trend = trend(accord, year);
    System.out.printf(
        Locale.ROOT,
        "%-34s %-14s %-20s %4d %7.3f %7.3f %7.3f | %2d %7.3f %7.3f %7.3f | %5.3f%n",
        accord.path(),
        accord.first().name(),
        accord.second().name(),
        year,
        low,
        mode,
        high,
        trend.years(),
        trend.slope() - trend.halfWidth(),
        trend.slope(),
        trend.slope() + trend.halfWidth(),
        trend.volatility());
  }

  private int nearestYear(Accord accord) {
    for (int away = 0; away <= NEAREST; away++) {
      for (int year : List.of(accord.year() - away, accord.year() + away)) {
        if (ratio(accord, year, 0) > 0) {
          return year;
        }
      }
    }
    throw new IllegalArgumentException("no capability share near the signature: " + accord);
  }

  /// The strength of the first side over that of the second, NaN when a member is missing.
  private double ratio(Accord accord, int year, int column) {
    return sum(accord.first(), year, column) / sum(accord.second(), year, column);
  }

  private double sum(Side side, int year, int column) {
    double sum = 0;
    for (int member : side.members()) {
      Strengths row = table.get(new StateYear(member, year));
      sum +=
          switch (column) {
            case 0 -> row == null ? Double.NaN : row.share();
            case 1 -> row == null ? Double.NaN : row.spending();
            default -> row == null ? Double.NaN : row.personnel();
          };
    }
    return sum;
  }

  /// Least-squares slope of the log ratio over the years before the signature, never after.
  private Trend trend(Accord accord, int year) {
    int last = year < accord.year() ? year : accord.year() - 1;
    List<double[]> points = new ArrayList<>();
    for (int y = last - WINDOW + 1; y <= last; y++) {
      double ratio = ratio(accord, y, 0);
      if (ratio > 0) {
        points.add(new double[] {y, Math.log(ratio)});
      }
    }
    if (points.size() < FEWEST) {
      return new Trend(points.size(), Double.NaN, Double.NaN, Double.NaN);
    }
    double spread = changeSpread(points);
    return new Trend(
        points.size(),
        slope(points),
        NINETY_PERCENT * spread / Math.sqrt(points.size() - 1),
        Math.max(VOLATILITY_FLOOR, spread));
  }

  private static double slope(List<double[]> points) {
    double meanX = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double meanY = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double covariance = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[1] - meanY)).sum();
    double variance = points.stream().mapToDouble(p -> (p[0] - meanX) * (p[0] - meanX)).sum();
    return covariance / variance;
  }

  /// Sample standard deviation of the yearly changes; a gap of n years counts as one change over n.
  private static double changeSpread(List<double[]> points) {
    List<Double> changes = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      double years = points.get(i)[0] - points.get(i - 1)[0];
      changes.add((points.get(i)[1] - points.get(i - 1)[1]) / years);
    }
    double mean = changes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = changes.stream().mapToDouble(c -> (c - mean) * (c - mean)).sum();
    return Math.sqrt(squares / (changes.size() - 1));
  }
}
