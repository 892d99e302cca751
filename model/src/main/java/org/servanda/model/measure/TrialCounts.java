package org.servanda.model.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Role;
import org.servanda.engine.play.PlayListener;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.Spot;

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

  private static final int[][] NOTHING = {};
  private static final int[] NONE = {};

  private final Codebook codebook;

  /// By act and player.
  private final double[] counts;

  /// Counts that an outcome adds to, by position and outcome; null before its first time, empty
  /// where there are none.
  private final int[] @Nullable [][] found;

  TrialCounts(Codebook codebook) {
    this.codebook = codebook;
    this.counts = new double[Act.values().length * codebook.players()];
    this.found = new int[codebook.meanings().size()][][];
  }

  @Override
  public void visit(
      int period, int position, double[] beliefs, double mass, double[] sigma, double[] outcomes) {
    int[][] here = found[position];
    if (here == null) {
      here = find(position);
      found[position] = here;
    }
    for (int o = 0; o < here.length; o++) {
      for (int count : here[o]) {
        counts[count] += mass * outcomes[o];
      }
    }
  }

  private int[][] find(int position) {
    var spot = codebook.spots().get(position);
    var meanings = codebook.meanings().get(position);
    var all = new int[meanings.size()][];
    boolean some = false;
    for (int o = 0; o < all.length; o++) {
      all[o] = find(spot, meanings.get(o));
      some |= all[o].length > 0;
    }
    return some ? all : NOTHING;
  }

  private int[] find(Spot spot, Meaning meaning) {
    if (meaning.actor() >= codebook.players()) {
      return NONE;
    }
    return Arrays.stream(Act.values())
        .filter(act ->
            switch (act) {
              case NUCLEAR_ARMS -> RateMeasure.completes(spot, meaning.happening());
              case BREACH -> meaning.stops().contains(Clock.BREACH);
              default -> act.happenings.contains(meaning.happening());
            })
        .mapToInt(act -> place(act, meaning.actor()))
        .toArray();
  }

  private int place(Act act, int player) {
    return act.ordinal() * codebook.players() + player;
  }

  double count(Act act, int player) {
    return counts[place(act, player)];
  }
}
