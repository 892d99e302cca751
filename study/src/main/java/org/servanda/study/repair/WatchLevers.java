package org.servanda.study.repair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.agreement.evidence.Unit;

/// What may be watched, kept apart and enforced.
final class WatchLevers {
  private static final double[] STRENGTHS = {0.5, 1};

  private final Levers levers;

  WatchLevers(Levers levers) {
    this.levers = levers;
  }

  void find() {
    var drafted = levers.drafted(Clause.Verification.class);
    drafted.forEach(this::verification);
    boolean all = drafted.stream().anyMatch(v -> v.of() == VerifiedObligation.ALL);
    for (var of : List.of(VerifiedObligation.FORCE_LIMIT, VerifiedObligation.DISARMAMENT)) {
      if (!all && drafted.stream().noneMatch(v -> v.of() == of)) {
        verification(of);
      }
    }
    levers.scenario().principals().forEach(this::snapback);
    zones();
    peacekeepers();
    commission();
  }

  /// The scale: none, then the low, middle and high end of what is known of inspections.
  private double[] rates() {
    var known = levers.scenario().estimate("detection.verified");
    return new double[] {known.low(), known.mode(), known.high()};
  }

  private void verification(VerifiedObligation of) {
    String lever = "verification of " + of.word();
    double[] rates = rates();
    for (int s = 0; s < rates.length; s++) {
      levers.put(lever, found(of, rates[s]), s + 1, watching(lever, of, rates[s], null));
    }
  }

  private void verification(Clause.Verification drafted) {
    String lever = "verification of " + drafted.of().word();
    double[] rates = rates();
    var written = drafted.detection();
    double rate = written == null ? rates[1] : written.mode();
    int below = 0;
    for (double known : rates) {
      below += known <= rate ? 1 : 0;
    }
    for (int s = below; s < rates.length; s++) {
      levers.change(
          lever,
          found(drafted.of(), rates[s]),
          s - below + 1,
          drafted,
          watching(lever, drafted.of(), rates[s], drafted));
    }
    levers.drop(lever, "no verification of " + words(drafted.of()), Math.max(1, below), drafted);
  }

  private static Clause watching(
      String lever, VerifiedObligation of, double rate, Clause.@Nullable Verification drafted) {
    return new Clause.Verification(
        of,
        Levers.term(lever, "detection", rate, Unit.PER_YEAR),
        drafted == null ? null : drafted.falseAlarm(),
        drafted == null ? null : drafted.attribution());
  }

  private static String found(VerifiedObligation of, double rate) {
    return "verification of %s that finds %s of violations within a year"
        .formatted(words(of), percent(rate));
  }

  private static String words(VerifiedObligation of) {
    return switch (of) {
      case FORCE_LIMIT -> "the force limits";
      case DISARMAMENT -> "the disarmament";
      case ALL -> "all limits";
    };
  }

  /// The scale: none, sanctions that return by themselves every other time, every time.
  private void snapback(Party of) {
    String lever = "snapback of " + of.key();
    Clause.@Nullable Snapback drafted =
        levers.drafted(Clause.Snapback.class).stream()
            .filter(c -> c.of().equals(of.key()))
            .findFirst()
            .orElse(null);
    int steps = 0;
    for (double automatic : STRENGTHS) {
      if (drafted == null || automatic > drafted.automatic().mode()) {
        steps++;
        var term = Levers.term(lever, "automatic", automatic, Unit.SHARE);
        String words =
            "sanctions return on %s by themselves in %s of breaches"
                .formatted(of.name(), percent(automatic));
        if (drafted == null) {
          levers.put(lever, words, steps, new Clause.Snapback(of.key(), term, null));
        } else {
          levers.change(
              lever,
              words,
              steps,
              drafted,
              new Clause.Snapback(of.key(), term, drafted.sanctions()));
        }
      }
    }
    if (drafted != null) {
      levers.drop(lever, "no snapback against " + of.name(), 1, drafted);
    }
  }

  private void zones() {
    var drafted = levers.drafted(Clause.DemilitarizedZone.class);
    for (var zone : drafted) {
      String lever = "demilitarized zone" + Levers.place(zone.where());
      int steps = 0;
      for (double strength : STRENGTHS) {
        if (strength > zone.strength().mode()) {
          steps++;
          var term = Levers.term(lever, "strength", strength, Unit.SHARE);
          levers.change(
              lever,
              "%s of strength %s".formatted(lever, TargetReader.plain(strength)),
              steps,
              zone,
              new Clause.DemilitarizedZone(zone.where(), term));
        }
      }
      levers.drop(lever, "no " + lever, 1, zone);
    }
    String lever = "demilitarized zone";
    for (int s = 0; drafted.isEmpty() && s < STRENGTHS.length; s++) {
      var term = Levers.term(lever, "strength", STRENGTHS[s], Unit.SHARE);
      levers.put(
          lever,
          "a demilitarized zone of strength " + TargetReader.plain(STRENGTHS[s]),
          s + 1,
          new Clause.DemilitarizedZone(null, term));
    }
  }

  private void peacekeepers() {
    var drafted = levers.drafted(Clause.Peacekeepers.class);
    for (var force : drafted) {
      String lever = "peacekeepers" + Levers.place(force.where());
      int steps = 0;
      for (double strength : STRENGTHS) {
        if (strength > force.strength().mode()) {
          steps++;
          var term = Levers.term(lever, "strength", strength, Unit.SHARE);
          levers.change(
              lever,
              "%s of strength %s".formatted(lever, TargetReader.plain(strength)),
              steps,
              force,
              new Clause.Peacekeepers(force.where(), term));
        }
      }
      levers.drop(lever, "no " + lever, 1, force);
    }
    String lever = "peacekeepers";
    for (int s = 0; drafted.isEmpty() && s < STRENGTHS.length; s++) {
      var term = Levers.term(lever, "strength", STRENGTHS[s], Unit.SHARE);
      levers.put(
          lever,
          "peacekeepers of strength " + TargetReader.plain(STRENGTHS[s]),
          s + 1,
          new Clause.Peacekeepers(null, term));
    }
  }

  private void commission() {
    String lever = "implementation commission";
    var drafted = levers.drafted(Clause.ImplementationCommission.class);
    if (drafted.isEmpty()) {
      levers.put(lever, "an implementation commission", 1, new Clause.ImplementationCommission());
    } else {
      levers.drop(lever, "no implementation commission", 1, drafted.getFirst());
    }
  }

  private static String percent(double share) {
    return TargetReader.plain(100 * share) + "%";
  }
}
