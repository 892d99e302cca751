package org.servanda.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.servanda.study.discovery.Better;
import org.servanda.study.discovery.BoxOptions;
import org.servanda.study.discovery.BoxSearch;
import org.servanda.study.discovery.Boxes;
import org.servanda.study.discovery.ClassificationTree;
import org.servanda.study.discovery.Criterion;
import org.servanda.study.discovery.Information;
import org.servanda.study.discovery.InformationSearch;
import org.servanda.study.discovery.Robustness;
import org.servanda.study.discovery.RobustnessSearch;
import org.servanda.study.discovery.RuleSearch;
import org.servanda.study.discovery.Rules;
import org.servanda.study.discovery.Side;
import org.servanda.study.discovery.TreeOptions;
import org.servanda.study.discovery.TreeSearch;
import org.servanda.study.sensitivity.DriverSearch;
import org.servanda.study.sensitivity.Drivers;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

/// The cost of what is read off a study.
///
/// Workload: 1,024 worlds of 40 columns. Six outputs, each driven by four columns, two of them
/// together; a world is a case below 0.8. Three of the outputs stand for alternatives.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AnalysisBenchmark {

  private static final int WORLDS = 1024;
  private static final int COLUMNS = 40;
  private static final int OUTPUTS = 6;
  private static final int ALTERNATIVES = 3;
  private static final Criterion FAILURE = new Criterion(Side.BELOW, 0.8);
  private static final Resampling DRAWS = Resampling.of(1);

  private Table worlds = Table.of(List.of("none"), new double[0][1]);
  private final List<double[]> outputs = new ArrayList<>();
  private Table values = worlds;

  /// Draws the worlds and computes the outputs.
  @Setup
  public void draw() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    var points = new double[WORLDS][COLUMNS];
    var results = new double[OUTPUTS][WORLDS];
    var alternatives = new double[WORLDS][ALTERNATIVES];
    for (int w = 0; w < WORLDS; w++) {
      for (int c = 0; c < COLUMNS; c++) {
        points[w][c] = random.nextDouble();
      }
      for (int k = 0; k < OUTPUTS; k++) {
        results[k][w] =
            points[w][k]
                + 2 * points[w][k + 1] * points[w][k + 2]
                + Math.sin(6 * points[w][k + 3])
                + 0.3 * random.nextDouble();
      }
      for (int a = 0; a < ALTERNATIVES; a++) {
        alternatives[w][a] = results[a][w];
      }
    }
    worlds = Table.of(IntStream.range(0, COLUMNS).mapToObj(c -> "x" + c).toList(), points);
    values = Table.of(List.of("a", "b", "c"), alternatives);
    outputs.clear();
    outputs.addAll(List.of(results));
  }

  /// Drivers of the six outputs.
  @Benchmark
  public List<Drivers> analysisDrivers() {
    return outputs.stream().map(y -> DriverSearch.drivers(worlds, y, DRAWS)).toList();
  }

  /// Boxes in which the six outputs fail.
  @Benchmark
  public List<Boxes> analysisBoxes() {
    return outputs.stream()
        .map(y -> BoxSearch.boxes(worlds, y, FAILURE, BoxOptions.usual(), DRAWS))
        .toList();
  }

  /// Trees for the six outputs.
  @Benchmark
  public List<ClassificationTree> analysisTrees() {
    return outputs.stream()
        .map(y -> TreeSearch.tree(worlds, y, FAILURE, TreeOptions.usual(), DRAWS))
        .toList();
  }

  /// Thresholds for the six outputs.
  @Benchmark
  public List<Rules> analysisRules() {
    return outputs.stream().map(y -> RuleSearch.rules(worlds, y, FAILURE, DRAWS)).toList();
  }

  /// Robustness of the three alternatives.
  @Benchmark
  public Robustness analysisRobustness() {
    return RobustnessSearch.compare(values, Better.HIGHER, 1, DRAWS);
  }

  /// Value of information about the three alternatives.
  @Benchmark
  public Information analysisInformation() {
    return InformationSearch.information(worlds, values, Better.HIGHER, DRAWS);
  }
}
