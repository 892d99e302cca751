package org.servanda.model.compile;

import java.util.Set;

/// What an outcome of the game means in words.
///
/// @param happening what everybody sees
/// @param actor player index of whoever acts; `CHANCE` when nobody does
/// @param stops clocks that this stops
public record Meaning(Happening happening, int actor, Set<Clock> stops) {
  /// Actor of what nobody decides.
  public static final int CHANCE = Integer.MAX_VALUE;

  public Meaning {
    stops = Set.copyOf(stops);
  }

  static Meaning of(Happening happening, int actor, Clock... stops) {
    return new Meaning(happening, actor, Set.of(stops));
  }

  /// The three clocks on which survival is measured.
  public enum Clock {
    /// First material breach of an agreement in force.
    BREACH,
    /// First attack by either principal.
    CLASH,
    /// The agreement is no longer in force.
    EXIT
  }

  /// What can be seen to happen.
  public enum Happening {
    /// Nothing noteworthy.
    NOTHING,
    /// A principal keeps to the agreement, or seems to.
    COMPLIED,
    /// A principal adds to its strength openly.
    BUILT,
    /// A limited principal turns out stronger, without proof of a violation.
    GREW,
    /// A limited build-up is exposed, rightly or not.
    BUILD_EXPOSED,
    /// A further step of the issue is demanded.
    DEMANDED,
    /// A demand is granted.
    CONCEDED,
    /// A demand is refused.
    REFUSED,
    /// Whoever demanded gives in.
    BACKED_DOWN,
    /// An attack out of the blue.
    ATTACKED,
    /// An attack after a refused demand.
    ATTACKED_AFTER_REFUSAL,
    /// An application for membership.
    APPLIED,
    /// An application that breaks a neutrality pledge.
    APPLIED_IN_BREACH,
    /// Work towards nuclear arms goes on openly.
    NUCLEAR_WORK,
    /// A step towards nuclear arms is completed.
    NUCLEAR_ADVANCED,
    /// A step towards nuclear arms is completed in breach.
    NUCLEAR_BREAKOUT,
    /// Hidden nuclear work is exposed, rightly or not.
    NUCLEAR_EXPOSED,
    /// A lawful formal exit.
    LEFT,
    /// Notice of a lawful exit.
    GAVE_NOTICE,
    /// A formal exit that breaks the agreement.
    LEFT_IN_BREACH,
    /// The agreement lapses as scheduled.
    LAPSED,
    /// Notice runs out.
    NOTICE_RAN_OUT,
    /// A leader leaves and the successor may be of another kind.
    LEADER_CHANGED,
    /// A guarantor, or a mechanism, imposes sanctions.
    SANCTIONED,
    /// A guarantor lets a breach pass.
    WAIVED,
    /// A guarantor fights for the attacked side.
    FOUGHT,
    /// A guarantor supplies the attacked side.
    SUPPLIED,
    /// A guarantor stays out.
    ABSTAINED,
    /// The attacker prevails.
    PREVAILED,
    /// Neither side prevails.
    STALEMATE,
    /// The attacker is thrown back.
    REPELLED
  }
}
