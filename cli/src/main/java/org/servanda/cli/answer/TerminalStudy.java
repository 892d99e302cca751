package org.servanda.cli.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.Trial;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.finding.Band;
import org.servanda.study.run.Outcomes;

/// What a study says, 80 columns wide.
public final class TerminalStudy {
  private static final int FAILURES = 3;

  private final Outcomes outcomes;
  private final Screen screen;
  private final int years;

  private TerminalStudy(Outcomes outcomes, Ink ink) {
    this.outcomes = outcomes;
    this.screen = new Screen(ink);
    this.years = Math.min(10, VariantSolver.wholeYears(outcomes.plan().scenario().time()));
  }

  /// {@return the screen}
  public static String of(Outcomes outcomes, Ink ink) {
    var shown = new TerminalStudy(outcomes, ink);
    shown.title();
    shown.bands();
    shown.failures();
    return shown.screen.toString();
  }

  private void title() {
    var plan = outcomes.plan();
    screen.heading(
        PlainText.clean(plan.scenario().title()), "%,d worlds".formatted(plan.worlds().rows()));
    if (outcomes.finished() < plan.experiments()) {
      screen.note(
          2,
          "%,d of %,d experiments are finished; what follows is of those."
              .formatted(outcomes.finished(), plan.experiments()));
    }
    screen.blank();
  }

  private void bands() {
    screen.headingRow(
        "After " + Numbers.years(years) + ", in nine worlds of ten",
        List.of("no breach", "middle", "no clash", "middle"),
        13);
    for (int v = 0; v < outcomes.plan().variants().size(); v++) {
      var measures = outcomes.measures(v);
      var breach = Band.of(measures.column(Trial.survival("breach", years)));
      var clash = Band.of(measures.column(Trial.survival("clash", years)));
      screen.row(
          2,
          PlainText.clean(outcomes.plan().variants().get(v).name()),
          List.of(range(breach), middle(breach), range(clash), middle(clash)),
          13);
    }
    screen.blank();
  }

  private static String range(@Nullable Band band) {
    return band == null ? "-" : Numbers.percent(band.low()) + " to " + Numbers.percent(band.high());
  }

  private static String middle(@Nullable Band band) {
    return band == null ? "-" : Numbers.percent(band.middle());
  }

  private void failures() {
    var failures = outcomes.failures();
    if (failures.isEmpty()) {
      return;
    }
    screen.heading(
        "Not solved and left out: %,d of %,d experiments"
            .formatted(failures.size(), outcomes.finished()),
        "");
    for (var failure : failures.stream().limit(FAILURES).toList()) {
      screen.item(
          "world %d, %s: %s"
              .formatted(
                  failure.experiment().world(),
                  PlainText.clean(
                      outcomes.plan().variants().get(failure.experiment().variant()).name()),
                  failure.reason().lines().findFirst().orElse("")));
    }
    screen.blank();
  }
}
