package org.servanda.model.measure;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.servanda.agreement.agreement.Role;
import org.servanda.engine.play.PlayListener;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;

/// How often each party acts in a history, on average over the years followed.
public final class TrialCounts implements PlayListener {

  /// What is counted.
  public enum Act {
    /// Attacks, of both kinds.
    ATTACK(Role.PRINCIPAL, Happening.ATTACKED, Happening.ATTACKED_AFTER_REFUSAL),
    /// Demands for a further step of the issue.
    DEMAND(Role.PRINCIPAL, Happening.DEMANDED),
    /// Demands granted.
    CONCESSION(Role.PRINCIPAL, Happening.CONCEDED),
    /// Open build-ups, and those that look like strength grown by itself.
    BUILD_UP(Role.PRINCIPAL, Happening.BUILT, Happening.GREW),
    /// Violations exposed, rightly or not.
    EXPOSURE(Role.PRINCIPAL, Happening.BUILD_EXPOSED, Happening.NUCLEAR_EXPOSED),
    /// Applications for membership, in breach or not.
    APPLICATION(Role.PRINCIPAL, Happening.APPLIED, Happening.APPLIED_IN_BREACH),
    /// Last steps to nuclear arms.
    NUCLEAR_ARMS(Role.PRINCIPAL),
    /// Wars won as the attacker.
    CONQUEST(Role.PRINCIPAL, Happening.PREVAILED),
    /// First material breaches.
    BREACH(Role.PRINCIPAL),
    /// Attacks on the protected side in which a guarantor fights.
    FIGHT(Role.GUARANTOR, Happening.FOUGHT),
    /// Attacks in which it supplies.
    SUPPLY(Role.GUARANTOR, Happening.SUPPLIED),
    /// Attacks in which it stays out.
    ABSTENTION(Role.GUARANTOR, Happening.ABSTAINED),
    /// Breaches that it punishes.
    SANCTION(Role.GUARANTOR, Happening.SANCTIONED),
    /// Breaches that it lets pass.
    WAIVER(Role.GUARANTOR, Happening.WAIVED);

    private final Role role;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives sets that never change
    private final Set<Happening> happenings;

    Act(Role role, Happening... happenings) {
      this.role = role;
      this.happenings = Set.of(happenings);
    }

    /// {@return the word for it in names of measures}
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// {@return whose act it is}
    public Role role() {
      return role;
    }
  }

  private final Codebook codebook;
  private final Map<Act, double[]> counts = new EnumMap<>(Act.class);

  TrialCounts(Codebook codebook) {
    this.codebook = codebook;
    for (Act act : Act.values()) {
      counts.put(act, new double[codebook.players()]);
    }
  }

  @Override
  public void visit(
      int period, int position, double[] beliefs, double mass, double[] sigma, double[] outcomes) {
    var spot = codebook.spots().get(position);
    var meanings = codebook.meanings().get(position);
    for (int o = 0; o < meanings.size(); o++) {
      var meaning = meanings.get(o);
      if (outcomes[o] > 0 && meaning.actor() < codebook.players()) {
        double flow = mass * outcomes[o];
        for (Act act : Act.values()) {
          boolean isCounted =
              switch (act) {
                case NUCLEAR_ARMS -> RateMeasure.completes(spot, meaning.happening());
                case BREACH -> meaning.stops().contains(Clock.BREACH);
                default -> act.happenings.contains(meaning.happening());
              };
          if (isCounted) {
            counted(act)[meaning.actor()] += flow;
          }
        }
      }
    }
  }

  double count(Act act, int player) {
    return counted(act)[player];
  }

  private double[] counted(Act act) {
    return Objects.requireNonNull(counts.get(act));
  }
}
