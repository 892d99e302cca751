package org.servanda.model.measure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.evidence.Estimate;

/// Everything that one solved agreement says, in names a reader knows.
///
/// Values are in stakes: 1 is the present value of holding the whole disputed issue for ever.
///
/// @param title of the scenario
/// @param variant which agreement: `as drafted`, or the name of an alternative
/// @param start date of signature
/// @param parties in the order of the file, the principals first
/// @param survival on three clocks
/// @param causes how the agreement ends, competing risks
/// @param values what each type of each party expects
/// @param alternatives the same headline figures for every alternative, refusal included
/// @param breakPath the most likely history that ends in a clash or breach; absent when none is
///   possible
/// @param ledgers incentives at the moves that matter, the most consequential first
/// @param beliefs how trust moves while the agreement is in force
/// @param rates how often things happen over the horizon
/// @param margins smallest slack of compliance per party along likely histories
/// @param warningSigns what to watch: public observations that change the forecast most, the most
///   telling first, ten at most; empty when not asked
/// @param assumptions every estimate the result rests on, with its value in this run
/// @param priors how a record of pledges became a prior on types, per party that has one
/// @param sensitivity how survival moves with each estimate, largest swing first; empty when not
///   asked
/// @param omissions what was asked for beside the headline and could not be solved
/// @param selection whether the answer depends on which equilibrium is played; absent when not
///   asked
/// @param solution how well the game was solved
public record Assessment(
    String title,
    String variant,
    LocalDate start,
    List<PartyLabel> parties,
    Survival survival,
    List<Cause> causes,
    List<PartyValue> values,
    List<Alternative> alternatives,
    @Nullable BreakPath breakPath,
    List<Ledger> ledgers,
    List<BeliefPath> beliefs,
    List<Rate> rates,
    List<Margin> margins,
    List<WarningSign> warningSigns,
    List<Assumption> assumptions,
    List<RecordedPrior> priors,
    List<Sensitivity> sensitivity,
    List<Omission> omissions,
    @Nullable Selection selection,
    Solution solution)
    implements Assessed {

  public Assessment {
    parties = List.copyOf(parties);
    causes = List.copyOf(causes);
    values = List.copyOf(values);
    alternatives = List.copyOf(alternatives);
    ledgers = List.copyOf(ledgers);
    beliefs = List.copyOf(beliefs);
    rates = List.copyOf(rates);
    margins = List.copyOf(margins);
    warningSigns = List.copyOf(warningSigns);
    assumptions = List.copyOf(assumptions);
    priors = List.copyOf(priors);
    sensitivity = List.copyOf(sensitivity);
    omissions = List.copyOf(omissions);
  }

  /// A party's names.
  ///
  /// @param key as in the file
  /// @param name as shown
  /// @param role `principal` or `guarantor`
  /// @param types names of its dispositions, at least one
  /// @param prior probability of each type at signature, after the record
  public record PartyLabel(
      String key, String name, String role, List<String> types, List<Double> prior) {
    public PartyLabel {
      types = List.copyOf(types);
      prior = List.copyOf(prior);
    }
  }

  /// One way in which things end, as a competing risk.
  ///
  /// @param clock `breach`, `clash` or `exit`: the first event on which this cause counts
  /// @param party key of the party that acts; absent for scheduled events
  /// @param mechanism such as `attack after a refused demand`
  /// @param byYear cumulative probability at each period boundary, years as in [Survival]
  public record Cause(
      String clock, @Nullable String party, String mechanism, List<Survival.Point> byYear) {
    public Cause {
      byYear = List.copyOf(byYear);
    }

    /// {@return the probability over the whole horizon}
    public double probability() {
      return byYear.getLast().probability();
    }
  }

  /// What a party expects under this agreement and without any.
  ///
  /// @param type name of its disposition; `all` for the average under the prior
  /// @param value expected payoff with this agreement, in stakes
  /// @param refused expected payoff when there is no agreement, in stakes
  public record PartyValue(String party, String type, double value, double refused) {}

  /// Headline figures of one alternative, on the same assumptions.
  ///
  /// @param values average value per party under its prior, in stakes, party keys as in `parties`
  public record Alternative(
      String name, Survival survival, List<PartyAverage> values, Solution solution) {
    public Alternative {
      values = List.copyOf(values);
    }
  }

  /// @param value expected payoff under the prior on its types, in stakes
  public record PartyAverage(String party, double value) {}

  /// The most likely history to the event in question.
  ///
  /// @param event what it ends in
  /// @param probability of this exact history, chance moves included
  /// @param steps in order of time
  public record BreakPath(String event, double probability, List<PathStep> steps) {
    public BreakPath {
      steps = List.copyOf(steps);
    }
  }

  /// One thing that happens on the path.
  ///
  /// @param date start of the period in which it happens
  /// @param actor party key; absent for chance
  /// @param text one sentence
  /// @param probability of this step given the history so far, in [0, 1]
  /// @param beliefs one sentence on what others now believe; empty when nothing moved noticeably
  public record PathStep(
      LocalDate date, @Nullable String actor, String text, double probability, String beliefs) {}

  /// Why a type prefers one move to another. `components` add up to `compliance - deviation`.
  ///
  /// @param situation one sentence: when, in which state, with which beliefs
  /// @param party who moves
  /// @param type its disposition
  /// @param reached probability that play comes to this situation
  /// @param moves every move with its worth and probability, compliance first
  /// @param deviation name of the best move other than compliance
  /// @param components payoff components of the difference, in stakes, largest first
  public record Ledger(
      String situation,
      String party,
      String type,
      double reached,
      List<Move> moves,
      String deviation,
      List<Component> components) {
    public Ledger {
      moves = List.copyOf(moves);
      components = List.copyOf(components);
    }
  }

  /// @param value expected payoff of the move, in stakes
  /// @param probability that this type chooses it
  public record Move(String name, double value, double probability) {}

  /// @param compliance expected contribution when complying, in stakes
  /// @param deviation the same when deviating
  public record Component(String name, double compliance, double deviation) {
    /// {@return what this component adds to the slack of compliance}
    public double difference() {
      return compliance - deviation;
    }
  }

  /// Belief that a party is of a type, while the agreement is in force.
  ///
  /// @param points mean over histories in which the agreement is in force at that time
  public record BeliefPath(String party, String type, List<BeliefPoint> points) {
    public BeliefPath {
      points = List.copyOf(points);
    }
  }

  /// @param low 10 % quantile over histories
  /// @param high 90 % quantile
  public record BeliefPoint(double years, double mean, double low, double high) {}

  /// @param name such as `Russia raises a demand`
  /// @param perYear expected number per year over the horizon while the game goes on
  /// @param ever probability that it happens at least once; absent where only the rate is measured
  public record Rate(String name, double perYear, @Nullable Double ever) {}

  /// @param slack value of complying minus best deviation at its smallest along likely histories,
  ///   in stakes; negative means the deviation is better
  public record Margin(
      String party, String type, double slack, String deviation, String situation) {}

  /// A public observation, and the forecast when it has just been made for the first time beside
  /// the forecast at the same dates when it has not been made yet.
  ///
  /// @param words what is to be seen, one clause
  /// @param kind `strength`, `concession`, `accession`, `nuclear arms`, `cohesion`, `standing`,
  ///   `sanctions`, `happening` or `belief`
  /// @param party key of the party it is about; absent where it is about none
  /// @param threshold from which it counts: of strength the ratio of the party to the other, of a
  ///   concession the steps, of a belief the probability; absent for others
  /// @param clock `breach`: read while the agreement is in force; `clash`: while there is no war
  /// @param years for which histories are followed
  /// @param histories sampled, on which all numbers rest
  /// @param seen probability that it is ever seen while the clock can stop, up to the horizon
  /// @param compared histories that show it early enough to be followed
  /// @param after probability that the clock stops within those years, just seen
  /// @param without the same, not seen yet
  /// @param error Monte-Carlo standard error of `after - without`
  public record WarningSign(
      String words,
      String kind,
      @Nullable String party,
      @Nullable Double threshold,
      String clock,
      double years,
      int histories,
      double seen,
      int compared,
      double after,
      double without,
      double error) {
    /// {@return by how much the sign changes the forecast; positive is bad news}
    public double difference() {
      return after - without;
    }
  }

  /// @param estimate range, unit and source
  /// @param value used in this run
  public record Assumption(Estimate estimate, double value) {}

  /// Survival when one estimate moves to either end of its range, others at their modes.
  ///
  /// @param clock which survival
  /// @param years at which time
  /// @param low survival with the estimate at its low end
  /// @param high survival with the estimate at its high end
  public record Sensitivity(
      Estimate estimate, String clock, double years, double low, double high) {
    /// {@return the width of the swing}
    public double swing() {
      return Math.abs(high - low);
    }
  }

  /// An alternative or a variation whose game could not be solved, and which is left out.
  ///
  /// @param what such as `war.cost at 0.05`
  /// @param reason what stopped the solver, with a `Try:` line
  public record Omission(String what, String reason) {}

  /// Other equilibria at decisions on likely histories.
  ///
  /// @param searched decisions at which others were searched for
  /// @param several those at which at least one was found
  /// @param otherwise survival when at all of these the solution farthest from the one used is
  ///   played
  public record Selection(int searched, int several, Survival otherwise) {}

  /// How well the game was solved.
  ///
  /// @param residual largest residual of any decision's equilibrium condition
  /// @param interpolationError difference of survival between this belief grid and one half as fine
  /// @param positions of the game
  /// @param beliefs points of the belief grid
  /// @param periods of the horizon
  /// @param severalSolutions decisions at which more than one solution was met
  /// @param seconds wall time of the solve
  public record Solution(
      double residual,
      double interpolationError,
      long positions,
      long beliefs,
      int periods,
      long severalSolutions,
      double seconds) {}
}
