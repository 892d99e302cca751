package org.servanda.study.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.Trial;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Seeds;
import org.servanda.study.design.Shares;
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
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.sensitivity.DesignedIndices;
import org.servanda.study.sensitivity.DriverSearch;
import org.servanda.study.sensitivity.Drivers;
import org.servanda.study.sensitivity.MorrisSearch;
import org.servanda.study.sensitivity.SaltelliRows;
import org.servanda.study.sensitivity.SampleSize;
import org.servanda.study.sensitivity.SobolSearch;
import org.servanda.study.sensitivity.SwingSearch;
import org.servanda.study.sensitivity.Swings;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

/// Everything that the outcomes of a study say.
///
/// @param worlds worlds drawn
/// @param finished experiments finished, solved or not
/// @param experiments experiments planned
/// @param seed of the sample
/// @param question what is asked of every world
/// @param variants each agreement, the one assessed first
/// @param drivers what decides the answer for the first agreement; read off independent worlds, as
///   swings, boxes, rules, tree, robustness and information are: the ends of the pairs of a
///   Saltelli design, of walks none (robustness apart, which then tells of all their worlds)
/// @param swings how the answer for the first agreement moves with each assumption
/// @param designed what each assumption does to it alone and with others; absent unless the sample
///   was made for that
/// @param boxes where the first agreement fails
/// @param rules thresholds that tell most about whether it fails
/// @param tree a small tree that sorts worlds in which it fails from others; null if nothing is
///   uncertain, as with the two before
/// @param robustness how the agreements hold up beside each other, by the share of histories
///   without a clash; absent if there is only one
/// @param information what it is worth to know more before choosing among them, in the same share;
///   absent if there is only one or nothing is uncertain
/// @param failures experiments that did not solve; left out of all else
/// @param grid how far the grid is from a finer one; absent if not looked at
public record StudyFindings(
    int worlds,
    int finished,
    int experiments,
    long seed,
    Question question,
    List<VariantFinding> variants,
    Drivers drivers,
    Swings swings,
    @Nullable DesignedIndices designed,
    Boxes boxes,
    @Nullable Rules rules,
    @Nullable ClassificationTree tree,
    @Nullable Robustness robustness,
    @Nullable Information information,
    List<Outcomes.Failure> failures,
    @Nullable GridCheck grid) {

  public StudyFindings {
    variants = List.copyOf(variants);
    failures = List.copyOf(failures);
  }

  /// Reads the findings off outcomes, whatever drew their worlds.
  ///
  /// @param seed of the study
  /// @param grid how far the grid is from a finer one; absent if not looked at
  public static StudyFindings of(Outcomes outcomes, long seed, @Nullable GridCheck grid) {
    return of(outcomes, Sampling.LATIN, seed, grid);
  }

  /// Reads the findings off outcomes, and what only a sample made for it shows.
  ///
  /// @param sampling that drew the worlds of the outcomes
  /// @param seed that drew them
  /// @param grid how far the grid is from a finer one; absent if not looked at
  /// @throws IllegalArgumentException if the number of worlds is not that of such a sample
  public static StudyFindings of(
      Outcomes outcomes, Sampling sampling, long seed, @Nullable GridCheck grid) {
    var plan = outcomes.plan();
    var first = plan.variants().getFirst();
    var question = Question.usual(plan.scenario().time(), first.agreement());
    var asked = outcomes.measures(0).column(question.measure());
    int[] apart = apart(plan.worlds(), sampling);
    var independent = independent(plan.worlds(), sampling).select(apart);
    double[] answers = Arrays.stream(apart).mapToDouble(w -> asked[w]).toArray();
    var peace = peace(outcomes, question).select(apart);
    return new StudyFindings(
        plan.worlds().rows(),
        outcomes.finished(),
        plan.experiments(),
        seed,
        question,
        bands(outcomes),
        drivers(independent, answers, seed),
        swings(independent, answers, seed),
        designed(plan.worlds(), asked, sampling, seed),
        boxes(independent, answers, question, seed),
        rules(independent, answers, question, seed),
        tree(independent, answers, question, seed),
        robustness(peace, question, seed),
        information(peace, independent, seed),
        outcomes.failures(),
        grid);
  }

  /// The worlds that are read as if they were independent.
  private static int[] apart(Table worlds, Sampling sampling) {
    return sampling == Sampling.SALTELLI && !worlds.columns().isEmpty()
        ? pairs(worlds).ends()
        : IntStream.range(0, worlds.rows()).toArray();
  }

  private static SaltelliRows pairs(Table worlds) {
    var columns = worlds.columns();
    int pairs = worlds.rows() / (2 * columns.size() + 2);
    return new SaltelliRows(columns, pairs, SaltelliRows.Order.BOTH_WAYS);
  }

  /// The columns that may be searched as if worlds were independent: none on walks, of which each
  /// is little more than one independent world.
  private static Table independent(Table worlds, Sampling sampling) {
    return sampling == Sampling.MORRIS ? Table.of(List.of(), new double[worlds.rows()][0]) : worlds;
  }

  /// {@return what each agreement comes to in the worlds finished so far}
  public static List<VariantFinding> bands(Outcomes outcomes) {
    var plan = outcomes.plan();
    var variants = new ArrayList<VariantFinding>();
    for (int v = 0; v < plan.variants().size(); v++) {
      variants.add(
          VariantFinding.of(plan.variants().get(v).name(), outcomes.measures(v), plan.scenario()));
    }
    return List.copyOf(variants);
  }

  private static Drivers drivers(Table worlds, double[] asked, long seed) {
    return worlds.columns().isEmpty()
        ? new Drivers(List.of(), null, new SampleSize(worlds.rows(), worlds.rows()), 0, List.of())
        : DriverSearch.drivers(worlds, asked, Resampling.of(Seeds.of(seed, "drivers", 0)));
  }

  private static Swings swings(Table worlds, double[] asked, long seed) {
    if (worlds.columns().isEmpty()) {
      var solved = Arrays.stream(asked).filter(y -> !Double.isNaN(y));
      return new Swings(solved.average().orElse(Double.NaN), List.of());
    }
    return SwingSearch.swings(worlds, asked, Resampling.of(Seeds.of(seed, "swings", 0)));
  }

  private static @Nullable DesignedIndices designed(
      Table worlds, double[] asked, Sampling sampling, long seed) {
    var columns = worlds.columns();
    return switch (sampling) {
      case SOBOL, LATIN, RANDOM -> null;
      case SALTELLI ->
          SobolSearch.indices(pairs(worlds), asked, Resampling.of(Seeds.of(seed, "sobol", 0)));
      case MORRIS ->
          MorrisSearch.effects(
              Shares.walks(columns, worlds.rows(), seed),
              asked,
              Resampling.of(Seeds.of(seed, "morris", 0)));
    };
  }

  private static Boxes boxes(Table worlds, double[] asked, Question question, long seed) {
    if (worlds.columns().isEmpty()) {
      int solved = (int) Arrays.stream(asked).filter(y -> !Double.isNaN(y)).count();
      int failing = (int) Arrays.stream(asked).filter(y -> y < question.fails()).count();
      return new Boxes(List.of(), solved, failing, asked.length - solved, List.of());
    }
    return BoxSearch.boxes(
        worlds,
        asked,
        new Criterion(Side.BELOW, question.fails()),
        BoxOptions.usual(),
        Resampling.of(Seeds.of(seed, "boxes", 0)));
  }

  private static @Nullable Rules rules(Table worlds, double[] asked, Question question, long seed) {
    return worlds.columns().isEmpty()
        ? null
        : RuleSearch.rules(
            worlds,
            asked,
            new Criterion(Side.BELOW, question.fails()),
            Resampling.of(Seeds.of(seed, "rules", 0)));
  }

  private static @Nullable ClassificationTree tree(
      Table worlds, double[] asked, Question question, long seed) {
    return worlds.columns().isEmpty()
        ? null
        : TreeSearch.tree(
            worlds,
            asked,
            new Criterion(Side.BELOW, question.fails()),
            TreeOptions.usual(),
            Resampling.of(Seeds.of(seed, "tree", 0)));
  }

  private static @Nullable Robustness robustness(Table peace, Question question, long seed) {
    return peace.columns().size() < 2
        ? null
        : RobustnessSearch.compare(
            peace, Better.HIGHER, question.fails(), Resampling.of(Seeds.of(seed, "robustness", 0)));
  }

  private static @Nullable Information information(Table peace, Table worlds, long seed) {
    return peace.columns().size() < 2 || worlds.columns().isEmpty()
        ? null
        : InformationSearch.information(
            worlds, peace, Better.HIGHER, Resampling.of(Seeds.of(seed, "information", 0)));
  }

  /// Share of histories without a clash, one column per agreement: what all can be compared by,
  /// refusal included.
  private static Table peace(Outcomes outcomes, Question question) {
    var names = outcomes.plan().variants().stream().map(Plan.Variant::name).toList();
    var rows = new double[outcomes.plan().worlds().rows()][names.size()];
    for (int v = 0; v < names.size(); v++) {
      var column = outcomes.measures(v).column(Trial.survival("clash", question.years()));
      for (int w = 0; w < rows.length; w++) {
        rows[w][v] = column[w];
      }
    }
    return Table.of(names, rows);
  }

  /// {@return the band of the answer to the question, of the first agreement; null if no world
  /// solved}
  public @Nullable Band band() {
    for (var curve : variants.getFirst().curves()) {
      if (curve.clock().equals(question.clock())) {
        return curve.at(question.years());
      }
    }
    return null;
  }
}
