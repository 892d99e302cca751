package org.servanda.agreement.agreement;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;

/// One clause of an agreement: a record per kind.
///
/// Parties are named by key. A term that is null was not written: the parameter of that name holds.
public sealed interface Clause {

  /// {@return the kind}
  ClauseKind kind();

  /// {@return the keys of the parties it names, in the order of its terms}
  List<String> parties();

  /// {@return the numbers written in it}
  default List<Estimate> estimates() {
    return List.of();
  }

  /// A pledge not to join an alliance.
  ///
  /// @param by who pledges
  /// @param until end of the pledge, null if for ever
  record NeutralityPledge(String by, @Nullable LocalDate until) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.NEUTRALITY_PLEDGE;
    }

    @Override
    public List<String> parties() {
      return List.of(by);
    }
  }

  /// A pledge not to attack.
  ///
  /// @param by who pledges, at least one
  record NonAggressionPledge(List<String> by) implements Clause {
    public NonAggressionPledge {
      by = List.copyOf(by);
    }

    @Override
    public ClauseKind kind() {
      return ClauseKind.NON_AGGRESSION_PLEDGE;
    }

    @Override
    public List<String> parties() {
      return by;
    }
  }

  /// A limit on forces.
  ///
  /// @param by whose forces
  /// @param cap build steps allowed openly, 0 or more
  record ForceLimit(String by, int cap) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.FORCE_LIMIT;
    }

    @Override
    public List<String> parties() {
      return List.of(by);
    }
  }

  /// Arms given up.
  ///
  /// @param by who disarms
  /// @param of what it gives up
  /// @param size log strength given up, only with [Arms#FORCES]
  record Disarmament(String by, Arms of, @Nullable Estimate size) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.DISARMAMENT;
    }

    @Override
    public List<String> parties() {
      return List.of(by);
    }

    @Override
    public List<Estimate> estimates() {
      return written(size);
    }
  }

  /// A share of the issue handed over.
  ///
  /// @param from who hands over
  /// @param to who receives
  /// @param share share of the whole issue, 0 to 1
  /// @param when when, null for at signature
  record TerritorialTerms(String from, String to, Estimate share, @Nullable When when)
      implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.TERRITORIAL_TERMS;
    }

    @Override
    public List<String> parties() {
      return List.of(from, to);
    }

    @Override
    public List<Estimate> estimates() {
      return List.of(share);
    }
  }

  /// A zone without forces.
  ///
  /// @param where the place, text; null if not said
  /// @param strength how far it is what its name says, 0 to 1
  record DemilitarizedZone(@Nullable String where, Estimate strength) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.DEMILITARIZED_ZONE;
    }

    @Override
    public List<String> parties() {
      return List.of();
    }

    @Override
    public List<Estimate> estimates() {
      return List.of(strength);
    }
  }

  /// Outside observers or forces between the parties.
  ///
  /// @param where the place, text; null if not said
  /// @param strength how far they are what their name says, 0 to 1
  record Peacekeepers(@Nullable String where, Estimate strength) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.PEACEKEEPERS;
    }

    @Override
    public List<String> parties() {
      return List.of();
    }

    @Override
    public List<Estimate> estimates() {
      return List.of(strength);
    }
  }

  /// A guarantor's promise.
  ///
  /// @param by who promises
  /// @param to whom
  /// @param level how far it binds itself
  record SecurityGuarantee(String by, String to, GuaranteeLevel level) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.SECURITY_GUARANTEE;
    }

    @Override
    public List<String> parties() {
      return List.of(by, to);
    }
  }

  /// Inspection of obligations.
  ///
  /// @param of what is watched
  /// @param detection violations found, per year
  /// @param falseAlarm alarms without a violation, per year
  /// @param attribution probability that a finding is accepted, 0 to 1
  record Verification(
      VerifiedObligation of,
      @Nullable Estimate detection,
      @Nullable Estimate falseAlarm,
      @Nullable Estimate attribution)
      implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.VERIFICATION;
    }

    @Override
    public List<String> parties() {
      return List.of();
    }

    @Override
    public List<Estimate> estimates() {
      return written(detection, falseAlarm, attribution);
    }
  }

  /// Sanctions that return by themselves.
  ///
  /// @param of against whom
  /// @param automatic probability that they need no decision, 0 to 1
  /// @param sanctions size, per year
  record Snapback(String of, Estimate automatic, @Nullable Estimate sanctions) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.SNAPBACK;
    }

    @Override
    public List<String> parties() {
      return List.of(of);
    }

    @Override
    public List<Estimate> estimates() {
      return written(automatic, sanctions);
    }
  }

  /// Sanctions lifted.
  ///
  /// @param by who lifts them
  /// @param to for whom
  /// @param size worth to the receiver, per year
  /// @param years for how long, null if for ever
  record SanctionsRelief(String by, String to, Estimate size, @Nullable Period years)
      implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.SANCTIONS_RELIEF;
    }

    @Override
    public List<String> parties() {
      return List.of(by, to);
    }

    @Override
    public List<Estimate> estimates() {
      return List.of(size);
    }
  }

  /// Aid given.
  ///
  /// @param by who gives
  /// @param to who receives
  /// @param size flow to the receiver and cost to the giver, per year
  /// @param balance log strength it adds, per year; null if none
  /// @param years for how long, null if for ever
  record Aid(
      String by, String to, Estimate size, @Nullable Estimate balance, @Nullable Period years)
      implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.AID;
    }

    @Override
    public List<String> parties() {
      return List.of(by, to);
    }

    @Override
    public List<Estimate> estimates() {
      return written(size, balance);
    }
  }

  /// A date on which the agreement ends.
  ///
  /// @param when the date
  record Sunset(When when) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.SUNSET;
    }

    @Override
    public List<String> parties() {
      return List.of();
    }
  }

  /// A right to leave.
  ///
  /// @param notice time between saying so and leaving, 0 or more
  record ExitClause(Period notice) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.EXIT_CLAUSE;
    }

    @Override
    public List<String> parties() {
      return List.of();
    }
  }

  /// A date on which leaving is lawful.
  ///
  /// @param when the date
  record Review(When when) implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.REVIEW;
    }

    @Override
    public List<String> parties() {
      return List.of();
    }
  }

  /// A joint body that settles incidents.
  record ImplementationCommission() implements Clause {
    @Override
    public ClauseKind kind() {
      return ClauseKind.IMPLEMENTATION_COMMISSION;
    }

    @Override
    public List<String> parties() {
      return List.of();
    }
  }

  private static List<Estimate> written(@Nullable Estimate... terms) {
    return Stream.of(terms).filter(Objects::nonNull).toList();
  }
}
