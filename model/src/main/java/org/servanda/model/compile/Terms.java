package org.servanda.model.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.model.compile.State.Arsenal;
import org.servanda.model.effect.Move;

/// A scenario, one agreement and one state of the world as plain numbers per period. Costs are in
/// stakes, probabilities per period, strengths in logs.
///
/// @param periods number of periods
/// @param yearsPerPeriod length of one period
/// @param signed whether there is an agreement
/// @param principals exactly two, the first is player 0
/// @param guarantors players 2, 3, …
/// @param schedule what happens on fixed dates
/// @param used every estimate these numbers rest on, by key
/// @param records how each record became a prior
record Terms(
    int periods,
    double yearsPerPeriod,
    Codebook.Signature signed,
    List<Principal> principals,
    List<Guarantor> guarantors,
    Balance balance,
    Issue issue,
    War war,
    Alliance alliance,
    Schedule schedule,
    SequencedMap<String, Estimate> used,
    List<RecordedPrior> records) {

  /// {@return whether these terms are the same numbers, wherever they come from}
  boolean sameNumbers(Terms other) {
    return withoutSources().equals(other.withoutSources());
  }

  private Terms withoutSources() {
    return new Terms(
        periods,
        yearsPerPeriod,
        signed,
        principals,
        guarantors,
        balance,
        issue,
        war,
        alliance,
        schedule,
        Collections.unmodifiableSequencedMap(new LinkedHashMap<>()),
        List.of());
  }

  /// Types of a player and what is believed of them.
  ///
  /// @param prior at the start, after the record
  /// @param successor from which a new leader's type is drawn
  /// @param turnover probability that the type is drawn anew, one entry or one per period
  /// @param regard weight a leaver puts on what comes after
  record Person(
      String key,
      String name,
      List<Disposition> types,
      List<Double> prior,
      List<Double> successor,
      List<Double> turnover,
      double regard,
      double precision,
      double discount) {}

  record Taste(double greed, double fear) {}

  /// Monitoring of a hidden move, per period.
  record Monitoring(double detection, double falseAlarm) {}

  /// A flow in the periods `[0, until)`, as a share of the stake's own flow.
  record Flow(double size, int until) {}

  /// @param breaches moves that break the agreement
  /// @param neutralityEnds period in which a pledge not to apply runs out; absent if it does not
  /// @param hidden moves told from compliance only by monitoring
  /// @param openSteps steps of strength that may be added openly under a limit
  /// @param charges costs of moves while the agreement is in force
  /// @param unexplainedGrowth probability per period that a complying limited party grows a step
  /// @param arms at the start
  /// @param nuclearStep probability per period that work completes a step; 0 if it never works on
  ///   it
  /// @param accession probability per period that an application succeeds; 0 if it cannot apply
  /// @param flows received while the agreement is in force
  record Principal(
      Person person,
      List<Taste> tastes,
      double warCost,
      double conquestLoss,
      double defeatLoss,
      Map<Move, Double> friction,
      double audience,
      double breachCost,
      double sanctionsCost,
      Set<Move> breaches,
      @Nullable Integer neutralityEnds,
      Set<Move> hidden,
      int openSteps,
      Map<Move, Double> charges,
      Map<Move, Monitoring> monitoring,
      double buildSuccess,
      double unexplainedGrowth,
      Arsenal arms,
      double nuclearStep,
      double nuclearStrength,
      double nuclearRetaliation,
      double accession,
      double automatic,
      List<Flow> flows) {

    /// {@return how a hidden move is monitored}
    ///
    /// @throws IllegalArgumentException if the move is not hidden
    Monitoring monitoring(Move move) {
      var watched = monitoring.get(move);
      if (watched == null) {
        throw new IllegalArgumentException(
            "%s is not a hidden move of %s, which are %s".formatted(move, person.key(), hidden));
      }
      return watched;
    }
  }

  /// @param protects principals, 0 or 1
  /// @param admits principals that become members of its alliance, by treaty or by application
  /// @param obliged level of the guarantee to each principal, where there is one
  /// @param reneging cost of abstaining by level
  /// @param automatic probability of being drawn in whatever is decided, by level
  record Guarantor(
      Person person,
      Set<Integer> protects,
      Set<Integer> admits,
      Map<Integer, GuaranteeLevel> obliged,
      List<Double> fightCost,
      double supplyCost,
      double stake,
      double fightStrength,
      double supplyStrength,
      Map<GuaranteeLevel, Double> reneging,
      double tripwireLoss,
      Map<GuaranteeLevel, Double> automatic,
      double enforceCost,
      double waiveShare,
      List<Flow> paid) {}

  /// @param ratio log strength of the first over the second at the start
  /// @param rise probability of a step up per period, one entry or one per period, agreement in
  ///   force
  /// @param fall the same downwards
  /// @param riseFree as `rise`, no agreement in force
  record Balance(
      double ratio,
      double step,
      int steps,
      List<Double> rise,
      List<Double> fall,
      double riseFree,
      double fallFree,
      double initiative) {}

  /// @param first share of the first principal at signature, terms included
  /// @param upStep gain of the first principal per step conceded to it
  /// @param downStep gain of the second principal per step conceded to it
  /// @param transfers scheduled, in the order of time
  record Issue(double first, double upStep, double downStep, int steps, List<Transfer> transfers) {

    /// {@return the share of the first principal after the first `done` transfers}
    double afterTransfers(int done) {
      double share = first;
      for (var transfer : transfers.subList(0, done)) {
        share = Math.clamp(share + transfer.gain(), 0, 1);
      }
      return share;
    }

    /// {@return how many transfers are scheduled before a period}
    int transfersBefore(int period) {
      return (int) transfers.stream().filter(t -> t.period() < period).count();
    }
  }

  /// A scheduled change of hands.
  ///
  /// @param gain of the first principal, negative if it gives
  record Transfer(int period, double gain) {}

  record War(double steepness, double offense, double slowed, double stalemate, double spoils) {}

  /// @param divide probability per period; 0 where cohesion does not matter
  record Alliance(double threat, double divide, double unite, double dividedCost) {}

  /// Periods of scheduled events, absent where there is none.
  ///
  /// @param noticePeriods periods of notice; absent when exit is not lawful
  record Schedule(
      @Nullable Integer lapse, @Nullable Integer review, @Nullable Double noticePeriods) {}
}
