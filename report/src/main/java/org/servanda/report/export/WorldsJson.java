package org.servanda.report.export;

import static org.servanda.report.export.AnswerJson.object;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.discovery.Boxes;
import org.servanda.study.discovery.ClassificationTree;
import org.servanda.study.discovery.Information;
import org.servanda.study.discovery.Robustness;
import org.servanda.study.discovery.Rules;
import org.servanda.study.discovery.Side;
import org.servanda.study.finding.Band;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.sensitivity.Driver;
import org.servanda.study.sensitivity.Index;
import org.servanda.study.sensitivity.MorrisEffects;
import org.servanda.study.sensitivity.SobolIndices;
import org.servanda.study.sensitivity.Swings;
import org.servanda.study.statistic.Estimate;

/// What plausible worlds say, as JSON.
final class WorldsJson {
  private WorldsJson() {}

  static @Nullable Object of(@Nullable StudyFindings findings) {
    if (findings == null) {
      return null;
    }
    var question = findings.question();
    var grid = findings.grid();
    return object(
        "worlds", findings.worlds(),
        "seed", findings.seed(),
        "experiments",
            object(
                "planned", findings.experiments(),
                "finished", findings.finished(),
                "unsolved", findings.failures().size()),
        "question",
            object("clock", question.clock(), "years", question.years(), "fails", question.fails()),
        "band", band(findings.band()),
        "variants", findings.variants().stream().map(VariantJson::of).toList(),
        "drivers", findings.drivers().drivers().stream().map(WorldsJson::driver).toList(),
        "swings", swings(findings.swings()),
        "sobol", findings.designed() instanceof SobolIndices sobol ? sobol(sobol) : null,
        "morris", findings.designed() instanceof MorrisEffects morris ? morris(morris) : null,
        "failing", findings.boxes().cases(),
        "boxes", findings.boxes().found().stream().map(f -> box(f.box())).toList(),
        "rules", rules(findings.rules()),
        "tree", tree(findings.tree()),
        "robustness", robustness(findings.robustness()),
        "information", information(findings.information()),
        "unsolved",
            findings.failures().stream()
                .map(f ->
                    object(
                        "world", f.experiment().world(),
                        "variant", findings.variants().get(f.experiment().variant()).name(),
                        "reason", f.reason()))
                .toList(),
        "grid",
            grid == null
                ? null
                : object("worlds", grid.worlds(), "largest", grid.largest(), "mean", grid.mean()));
  }

  private static Object swings(Swings swings) {
    return object(
        "mean",
        Double.isNaN(swings.mean()) ? null : swings.mean(),
        "estimates",
        swings.swings().stream()
            .map(s ->
                object(
                    "estimate", s.column(),
                    "lowUpTo", s.lowUpTo(),
                    "low", estimate(s.low()),
                    "highFrom", s.highFrom(),
                    "high", estimate(s.high())))
            .toList());
  }

  private static Object sobol(SobolIndices sobol) {
    return object(
        "pairs", sobol.size().worlds(),
        "enough", sobol.size().enough(),
        "estimates",
            sobol.indices().stream()
                .map(i ->
                    object(
                        "estimate", i.column(),
                        "first", estimate(i.first()),
                        "total", estimate(i.total())))
                .toList());
  }

  private static Object morris(MorrisEffects morris) {
    return object(
        "walks", morris.walks(),
        "estimates",
            morris.largestFirst().stream()
                .map(e ->
                    object(
                        "estimate", e.column(),
                        "size", estimate(e.size()),
                        "mean", e.mean(),
                        "spread", e.spread(),
                        "walks", e.walks()))
                .toList());
  }

  private static List<Object> rules(@Nullable Rules rules) {
    var all = new ArrayList<Object>();
    if (rules != null && rules.one() != null) {
      all.add(rule(rules.one()));
    }
    if (rules != null && rules.two() != null) {
      all.add(rule(rules.two()));
    }
    return all;
  }

  private static Object rule(Rules.Rule rule) {
    return object(
        "thresholds",
            rule.thresholds().stream()
                .map(t ->
                    object(
                        "estimate", t.column(),
                        "side", t.side() == Side.BELOW ? "below" : "above",
                        "value", t.value(),
                        "low", t.interval().low(),
                        "high", t.interval().high()))
                .toList(),
        "density", estimate(rule.density()),
        "coverage", estimate(rule.coverage()),
        "chance", rule.chance());
  }

  private static Object estimate(Estimate estimate) {
    return object(
        "value", estimate.value(),
        "low", estimate.interval().low(),
        "high", estimate.interval().high());
  }

  private static @Nullable Object tree(@Nullable ClassificationTree tree) {
    return tree == null || tree.root() == null
        ? null
        : object("explained", tree.explained(), "root", node(tree.root()));
  }

  private static Object node(ClassificationTree.Node node) {
    var written = object("worlds", node.cases().total(), "failing", node.cases().hits());
    if (node instanceof ClassificationTree.Split split) {
      written.put("estimate", split.column());
      written.put("cut", split.cut());
      written.put("below", node(split.below()));
      written.put("above", node(split.above()));
    }
    return written;
  }

  private static @Nullable Object robustness(@Nullable Robustness robustness) {
    return robustness == null
        ? null
        : object(
            "standings",
                robustness.standings().stream()
                    .map(s ->
                        object(
                            "variant", s.alternative(),
                            "satisfied", s.satisfied().value(),
                            "mean", estimate(s.mean()),
                            "worst", s.worst(),
                            "largestRegret", s.largestRegret(),
                            "usualRegret", estimate(s.usualRegret())))
                    .toList(),
            "differences",
                robustness.differences().stream()
                    .map(d ->
                        object(
                            "one", d.one(),
                            "other", d.other(),
                            "mean", estimate(d.mean()),
                            "better", d.better().value(),
                            "worse", d.worse().value()))
                    .toList());
  }

  private static @Nullable Object information(@Nullable Information information) {
    return information == null || information.chosen() == null
        ? null
        : object(
            "chosen", information.chosen(),
            "perfect", information.perfect() == null ? null : estimate(information.perfect()),
            "estimates",
                information.columns().stream()
                    .map(c ->
                        object(
                            "estimate", c.column(),
                            "gain", estimate(c.gain()),
                            "told", c.told()))
                    .toList());
  }

  private static @Nullable Object band(@Nullable Band band) {
    return band == null
        ? null
        : object(
            "low", band.low(),
            "middle", band.middle(),
            "high", band.high(),
            "worlds", band.worlds());
  }

  private static Object driver(Driver driver) {
    return object(
        "estimate", driver.column(),
        "first", index(driver.first()),
        "delta", index(driver.delta()),
        "told", driver.told());
  }

  private static Object index(Index index) {
    return object(
        "value", index.value(),
        "low", index.interval().low(),
        "high", index.interval().high(),
        "idleBelow", index.threshold());
  }

  private static Object box(Boxes.Box box) {
    return object(
        "restrictions",
            box.restrictions().stream()
                .map(r ->
                    object(
                        "estimate", r.column(),
                        "low", r.low(),
                        "high", r.high(),
                        "chance", r.chance(),
                        "reappears", r.reappears().value()))
                .toList(),
        "density", box.density().value(),
        "coverage", box.coverage().value(),
        "mass", box.mass().value());
  }
}
