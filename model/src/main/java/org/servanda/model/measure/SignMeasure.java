package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.servanda.engine.play.Simulation;
import org.servanda.model.compile.Meaning.Clock;

/// Which public observations change the forecast most.
///
/// Histories are sampled from the equilibrium, always from the same seed. What follows where a sign
/// has just been seen for the first time is set against what follows, at the same dates, where it
/// has not been seen.
final class SignMeasure {
  /// Enough for a standard error of about a hundredth where one history in five shows a sign.
  static final int HISTORIES = 10_000;

  static final long SEED = 1;
  private static final double YEARS = 5;
  private static final int MOST = 10;

  /// Signs that fewer histories show, and show in time, are left out: hardly anybody would meet
  /// them.
  private static final double RARE = 0.01;

  /// Of two signs that so large a share of the histories that show either show together, one is
  /// left out.
  private static final double SAME = 0.9;

  /// Differences of fewer standard errors are left out: of some forty candidates that say nothing,
  /// one in ten times one would pass.
  private static final double SURE = 3;

  /// One sign, its clock and what it says.
  ///
  /// @param index among the candidates
  record Finding(int index, Sign sign, Clock clock, SignEffect effect) {}

  /// What was found, and the histories in which it was.
  record Findings(List<Finding> all, SignHistories histories) {}

  private final Play play;
  private final int followed;

  private SignMeasure(Play play) {
    this.play = play;
    int wanted = (int) Math.max(1, Math.round(YEARS / play.yearsPerPeriod()));
    this.followed = Math.min(wanted, Math.max(1, play.periods() / 2));
  }

  /// {@return the signs that change the forecast most, at most ten}
  static List<Assessment.WarningSign> of(Play play) {
    var measure = new SignMeasure(play);
    var words = new SignWords(play);
    double years = measure.followed * play.yearsPerPeriod();
    return telling(measure.findings(HISTORIES, SEED)).stream()
        .map(finding -> words.told(finding, years))
        .toList();
  }

  /// {@return what every sign says that can be seen and compared at all}
  ///
  /// @param histories to sample, at least 1
  static Findings findings(Play play, int histories, long seed) {
    return new SignMeasure(play).findings(histories, seed);
  }

  private Findings findings(int histories, long seed) {
    var compiled = play.compiled();
    var codebook = compiled.codebook();
    var start = SignCandidates.state(codebook.spots().get(compiled.game().root()));
    if (start == null) {
      throw new IllegalStateException("play does not begin in a state");
    }
    var priors = DoubleStream.of(play.equilibrium().priors()).boxed().toList();
    var candidates = new SignCandidates(codebook, start, priors).all();
    var sampled = new SignHistories(codebook, compiled.game().types(), candidates, histories);
    var generator = new SplittableRandom(seed);
    Simulation.run(play.equilibrium(), histories, play.periods(), generator, sampled);
    int dates = play.periods() - followed + 1;
    var findings = new ArrayList<Finding>();
    for (int s = 0; s < candidates.size(); s++) {
      var candidate = candidates.get(s);
      var effect = SignEffect.of(sampled, s, candidate.clock(), histories, dates, followed);
      if (effect != null) {
        findings.add(new Finding(s, candidate.sign(), candidate.clock(), effect));
      }
    }
    return new Findings(findings, sampled);
  }

  /// {@return the most telling signs, the most telling first; of nested ones, and of those that
  /// come together, one}
  static List<Finding> telling(Findings findings) {
    var best = new LinkedHashMap<Sign, Finding>();
    for (var finding : findings.all()) {
      var effect = finding.effect();
      boolean common = effect.compared() >= RARE * effect.histories();
      boolean sure = Math.abs(effect.difference()) > SURE * effect.error();
      if (common && sure) {
        best.merge(
            finding.sign().variable(),
            finding,
            (one, other) -> other.effect().spread() > one.effect().spread() ? other : one);
      }
    }
    var sorted = new ArrayList<>(best.values());
    sorted.sort(Comparator.comparingDouble((Finding f) -> f.effect().spread()).reversed());
    return apart(sorted, findings.histories()).stream().limit(MOST).toList();
  }

  /// Of signs that come together the first stays, but a belief, which is a conclusion, gives way to
  /// what it is concluded from.
  private static List<Finding> apart(List<Finding> sorted, SignHistories histories) {
    var kept = new ArrayList<Finding>();
    for (var finding : sorted) {
      int twin = 0;
      while (twin < kept.size()
          && histories.together(kept.get(twin).index(), finding.index()) < SAME) {
        twin++;
      }
      if (twin == kept.size()) {
        kept.add(finding);
      } else if (kept.get(twin).sign() instanceof Sign.Believed
          && !(finding.sign() instanceof Sign.Believed)) {
        kept.set(twin, finding);
      }
    }
    return kept;
  }
}
