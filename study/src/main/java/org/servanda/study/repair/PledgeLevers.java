package org.servanda.study.repair;

import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Unit;

/// What the principals may pledge, give up or be released from, and for how long.
final class PledgeLevers {
  /// Caps on build-up, loosest first.
  private static final int[] CAPS = {2, 1, 0};

  private static final double[] SHARES = {0.1, 0.2};
  private static final Period NOTICE = Period.ofYears(1);

  private final Levers levers;

  PledgeLevers(Levers levers) {
    this.levers = levers;
  }

  void find() {
    for (var principal : levers.scenario().principals()) {
      forceLimit(principal);
      nonAggression(principal);
      neutrality(principal);
      nuclear(principal);
    }
    for (var pledge : levers.drafted(Clause.NonAggressionPledge.class)) {
      String by = pledge.by().stream().map(levers::name).collect(Collectors.joining(" and "));
      String lever = "non-aggression pledge " + String.join(" ", pledge.by());
      levers.drop(lever, "no non-aggression pledge by " + by, 1, pledge);
    }
    for (var disarmament : levers.drafted(Clause.Disarmament.class)) {
      boolean nuclear = disarmament.of() == Arms.NUCLEAR;
      levers.drop(
          lever(disarmament.by(), disarmament.of()),
          "%s keeps its %s"
              .formatted(levers.name(disarmament.by()), nuclear ? "nuclear arms" : "forces"),
          1,
          disarmament);
    }
    territory();
    dates();
  }

  /// The scale: no limit, then caps from two open steps of build-up to none.
  private void forceLimit(Party by) {
    String lever = "force limit " + by.key();
    var drafted =
        levers.drafted(Clause.ForceLimit.class).stream()
            .filter(c -> c.by().equals(by.key()))
            .toList();
    int now = drafted.isEmpty() ? 0 : CAPS.length - Math.min(drafted.getFirst().cap(), CAPS[0]);
    for (int s = 0; s < CAPS.length; s++) {
      var clause = new Clause.ForceLimit(by.key(), CAPS[s]);
      String words =
          CAPS[s] == 0
              ? "force limit of %s: no build-up".formatted(by.name())
              : "force limit of %s: at most %d open steps".formatted(by.name(), CAPS[s]);
      int steps = Math.max(1, Math.abs(s + 1 - now));
      if (drafted.isEmpty()) {
        levers.put(lever, words, steps, clause);
      } else {
        levers.change(lever, words, steps, drafted.getFirst(), clause);
      }
    }
    for (var limit : drafted) {
      levers.drop(lever, "no force limit of " + by.name(), now, limit);
    }
  }

  private void nonAggression(Party by) {
    boolean pledged =
        levers.drafted(Clause.NonAggressionPledge.class).stream()
            .anyMatch(c -> c.by().contains(by.key()));
    if (!pledged) {
      levers.put(
          "non-aggression pledge " + by.key(),
          by.name() + " pledges not to attack",
          1,
          new Clause.NonAggressionPledge(List.of(by.key())));
    }
  }

  private void neutrality(Party by) {
    String lever = "neutrality pledge " + by.key();
    var drafted =
        levers.drafted(Clause.NeutralityPledge.class).stream()
            .filter(c -> c.by().equals(by.key()))
            .toList();
    if (drafted.isEmpty() && by.seeks() != null) {
      levers.put(
          lever,
          by.name() + " pledges neutrality for ever",
          1,
          new Clause.NeutralityPledge(by.key(), null));
    }
    for (var pledge : drafted) {
      levers.drop(lever, "no neutrality pledge by " + by.name(), 1, pledge);
    }
  }

  private void nuclear(Party by) {
    boolean drafted =
        levers.drafted(Clause.Disarmament.class).stream()
            .anyMatch(c -> c.by().equals(by.key()) && c.of() == Arms.NUCLEAR);
    boolean onTheWay =
        by.nuclear() == NuclearStatus.LATENT || by.nuclear() == NuclearStatus.THRESHOLD;
    if (!drafted && onTheWay) {
      levers.put(
          lever(by.key(), Arms.NUCLEAR),
          by.name() + " gives up the way to nuclear arms",
          1,
          new Clause.Disarmament(by.key(), Arms.NUCLEAR, null));
    }
  }

  private static String lever(String party, Arms arms) {
    return "disarmament %s %s".formatted(party, arms.word());
  }

  private void territory() {
    for (var terms : levers.drafted(Clause.TerritorialTerms.class)) {
      String lever = "territory %s to %s %s".formatted(terms.from(), terms.to(), when(terms));
      String who = "%s to %s".formatted(levers.name(terms.from()), levers.name(terms.to()));
      double half = terms.share().mode() / 2;
      if (half > 0) {
        levers.change(
            lever,
            "%s hands over half as much: %s of the issue".formatted(who, percent(half)),
            1,
            terms,
            new Clause.TerritorialTerms(
                terms.from(),
                terms.to(),
                Levers.term(lever, "share", half, Unit.SHARE),
                terms.when()));
      }
      levers.drop(lever, "nothing handed over by " + who, 2, terms);
    }
    var principals = levers.scenario().principals();
    transfer(principals.getFirst(), principals.getLast());
    transfer(principals.getLast(), principals.getFirst());
  }

  private static String when(Clause.TerritorialTerms terms) {
    return switch (terms.when()) {
      case null -> "at signature";
      case When.On(var day) -> "on " + day;
      case When.After(var delay) -> "after " + delay;
    };
  }

  private void transfer(Party from, Party to) {
    boolean drafted =
        levers.drafted(Clause.TerritorialTerms.class).stream()
            .anyMatch(c -> c.from().equals(from.key()));
    String lever = "territory %s to %s".formatted(from.key(), to.key());
    for (int s = 0; !drafted && s < SHARES.length; s++) {
      levers.put(
          lever,
          "%s hands over %s of the issue to %s at signature"
              .formatted(from.name(), percent(SHARES[s]), to.name()),
          s + 1,
          new Clause.TerritorialTerms(
              from.key(), to.key(), Levers.term(lever, "share", SHARES[s], Unit.SHARE), null));
    }
  }

  private void dates() {
    for (var sunset : levers.drafted(Clause.Sunset.class)) {
      levers.drop("sunset", "no sunset", 1, sunset);
    }
    for (var review : levers.drafted(Clause.Review.class)) {
      var day = review.when().date(levers.scenario().time().start());
      levers.drop("review " + day, "no review on " + day, 1, review);
    }
    var exits = levers.drafted(Clause.ExitClause.class);
    for (var exit : exits) {
      levers.drop("exit clause", "no right to leave", 1, exit);
    }
    if (exits.isEmpty()) {
      levers.put(
          "exit clause",
          "either side may leave after a year's notice",
          1,
          new Clause.ExitClause(NOTICE));
    }
  }

  private static String percent(double share) {
    return TargetReader.plain(100 * share) + "%";
  }
}
