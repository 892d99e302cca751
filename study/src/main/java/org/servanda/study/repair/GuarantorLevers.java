package org.servanda.study.repair;

import java.time.Period;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.scenario.Alternative;

/// What outsiders may promise, give or lift.
final class GuarantorLevers {
  private static final double[] AID = {0.02, 0.05, 0.1};
  private static final Period ARMING = Period.ofYears(10);
  private static final double[] RELIEF = {0.05, 0.1, 0.25};
  private static final double LARGEST_FLOW = 10;

  private final Levers levers;

  GuarantorLevers(Levers levers) {
    this.levers = levers;
  }

  void find() {
    var scenario = levers.scenario();
    for (var guarantor : scenario.guarantors()) {
      for (var principal : scenario.principals()) {
        boolean mayProtect = mayProtect(guarantor, principal);
        if (mayProtect) {
          guarantee(guarantor, principal);
        }
        if (none(Clause.SanctionsRelief.class, guarantor, principal) && isSanctioned(principal)) {
          relief(guarantor, principal);
        }
        if (none(Clause.Aid.class, guarantor, principal)) {
          aid(guarantor, principal);
          if (mayProtect) {
            militaryAid(guarantor, principal);
          }
        }
      }
    }
    levers.drafted(Clause.SanctionsRelief.class).forEach(this::relief);
    levers.drafted(Clause.Aid.class).forEach(this::aid);
  }

  private static boolean mayProtect(Party guarantor, Party principal) {
    return guarantor.protects().isEmpty() || guarantor.protects().contains(principal.key());
  }

  /// Sanctions that can be lifted must be there: an alternative in the file lifts some.
  private boolean isSanctioned(Party principal) {
    return levers.scenario().alternatives().values().stream()
        .anyMatch(a ->
            a instanceof Alternative.Variant(_, var agreement)
                && agreement.all(Clause.SanctionsRelief.class).stream()
                    .anyMatch(r -> r.to().equals(principal.key())));
  }

  private boolean none(Class<? extends Clause> kind, Party by, Party to) {
    return levers.drafted(kind).stream()
        .noneMatch(
            c -> c.parties().getFirst().equals(by.key()) && c.parties().getLast().equals(to.key()));
  }

  /// The scale: none, then the levels from assurance to membership.
  private void guarantee(Party by, Party to) {
    Clause.@Nullable SecurityGuarantee drafted =
        levers.drafted(Clause.SecurityGuarantee.class).stream()
            .filter(c -> c.by().equals(by.key()) && c.to().equals(to.key()))
            .findFirst()
            .orElse(null);
    String lever = "guarantee %s to %s".formatted(by.key(), to.key());
    int now = drafted == null ? 0 : drafted.level().ordinal() + 1;
    for (var level : GuaranteeLevel.values()) {
      int steps = Math.abs(level.ordinal() + 1 - now);
      var clause = new Clause.SecurityGuarantee(by.key(), to.key(), level);
      String word = word(level);
      if (drafted == null) {
        levers.put(
            lever,
            "%s gives %s a guarantee: %s".formatted(by.name(), to.name(), word),
            steps,
            clause);
      } else if (steps > 0) {
        String words =
            "guarantee by %s to %s: %s instead of %s"
                .formatted(by.name(), to.name(), word, word(drafted.level()));
        levers.change(lever, words, steps, drafted, clause);
      }
    }
    if (drafted != null) {
      levers.drop(lever, "no guarantee by %s to %s".formatted(by.name(), to.name()), now, drafted);
    }
  }

  private static String word(GuaranteeLevel level) {
    return level.word().replace('-', ' ').toLowerCase(Locale.ROOT);
  }

  private void relief(Party by, Party to) {
    String lever = "relief %s to %s".formatted(by.key(), to.key());
    for (int s = 0; s < RELIEF.length; s++) {
      levers.put(
          lever,
          "%s lifts sanctions on %s, worth %s a year"
              .formatted(by.name(), to.name(), TargetReader.plain(RELIEF[s])),
          s + 1,
          new Clause.SanctionsRelief(by.key(), to.key(), flow(lever, RELIEF[s]), null));
    }
  }

  private void aid(Party by, Party to) {
    String lever = "aid %s to %s".formatted(by.key(), to.key());
    for (int s = 0; s < AID.length; s++) {
      levers.put(
          lever,
          "%s gives %s aid of %s a year"
              .formatted(by.name(), to.name(), TargetReader.plain(AID[s])),
          s + 1,
          new Clause.Aid(by.key(), to.key(), flow(lever, AID[s]), null, null));
    }
  }

  private void militaryAid(Party by, Party to) {
    String lever = "military aid %s to %s".formatted(by.key(), to.key());
    for (int s = 0; s < AID.length; s++) {
      levers.put(
          lever,
          "%s gives %s military aid of %s a year for ten years"
              .formatted(by.name(), to.name(), TargetReader.plain(AID[s])),
          s + 1,
          new Clause.Aid(
              by.key(),
              to.key(),
              flow(lever, AID[s]),
              Levers.term(lever, "balance", AID[s], Unit.PER_YEAR),
              ARMING));
    }
  }

  private void relief(Clause.SanctionsRelief drafted) {
    String lever = "relief %s to %s %s".formatted(drafted.by(), drafted.to(), drafted.years());
    String who = "%s on %s".formatted(levers.name(drafted.by()), levers.name(drafted.to()));
    var twice = doubled(lever, drafted.size());
    levers.change(
        lever,
        "relief by %s twice as large, %s a year".formatted(who, TargetReader.plain(twice.mode())),
        1,
        drafted,
        new Clause.SanctionsRelief(drafted.by(), drafted.to(), twice, drafted.years()));
    levers.drop(lever, "no relief from sanctions by %s".formatted(who), 1, drafted);
  }

  private void aid(Clause.Aid drafted) {
    String lever = "aid %s to %s %s".formatted(drafted.by(), drafted.to(), drafted.years());
    String who = "%s to %s".formatted(levers.name(drafted.by()), levers.name(drafted.to()));
    var twice = doubled(lever, drafted.size());
    levers.change(
        lever,
        "aid by %s twice as large, %s a year".formatted(who, TargetReader.plain(twice.mode())),
        1,
        drafted,
        new Clause.Aid(drafted.by(), drafted.to(), twice, drafted.balance(), drafted.years()));
    levers.drop(lever, "no aid by %s".formatted(who), 1, drafted);
  }

  private static Estimate flow(String lever, double size) {
    return Levers.term(lever, "size", size, Unit.PER_YEAR);
  }

  private static Estimate doubled(String lever, Estimate size) {
    return flow(lever, Math.min(LARGEST_FLOW, 2 * size.mode()));
  }
}
