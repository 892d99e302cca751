package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.TimeFrame;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.PreparedGame;
import org.servanda.engine.equilibrium.Progress;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.SolverMemory;
import org.servanda.engine.play.Propagation;
import org.servanda.model.compile.CompiledGame;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.StateOfTheWorld;

/// Solves one agreement in many states of the world, in the same memory.
///
/// What a world comes to does not depend on those solved before it. Not safe for use by several
/// threads at once; a study takes one per thread.
public final class VariantSolver {
  private final Scenario scenario;
  private final @Nullable Agreement agreement;
  private final Grain grain;
  private final SolverMemory memory;
  private @Nullable PreparedGame prepared;

  private VariantSolver(
      Scenario scenario, @Nullable Agreement agreement, Grain grain, SolverMemory memory) {
    this.memory = memory;
    this.scenario = scenario;
    this.agreement = agreement;
    this.grain = grain;
  }

  /// {@return a solver for what is signed}
  ///
  /// @param agreement the clauses; absent when nothing is signed
  public static VariantSolver of(Scenario scenario, @Nullable Agreement agreement, Grain grain) {
    return of(scenario, agreement, grain, new SolverMemory());
  }

  /// {@return a solver for what is signed, whose values take the memory that others gave back}
  ///
  /// @param agreement the clauses; absent when nothing is signed
  public static VariantSolver of(
      Scenario scenario, @Nullable Agreement agreement, Grain grain, SolverMemory memory) {
    return new VariantSolver(scenario, agreement, grain, memory);
  }

  /// Gives the memory back.
  public void release() {
    if (prepared != null) {
      prepared.release();
      prepared = null;
    }
  }

  /// {@return a solver for another agreement or scenario in the memory of this one, which must not
  /// be used afterwards}
  ///
  /// Saves time where the games have the same structure; what comes out does not depend on it.
  ///
  /// @param agreement the clauses; absent when nothing is signed
  public VariantSolver turnedTo(Scenario other, @Nullable Agreement agreement) {
    var next = new VariantSolver(other, agreement, grain, memory);
    next.prepared = prepared;
    prepared = null;
    return next;
  }

  /// {@return every agreement of a scenario by name, the drafted one first under
  /// [AssessOptions#AS_DRAFTED]; null when refused}
  public static SequencedMap<String, @Nullable Agreement> variants(Scenario scenario) {
    return Assessor.variants(scenario);
  }

  /// {@return every estimate that some variants of a scenario rest on, by key, in the order in
  /// which they are read}
  ///
  /// @param variants agreements; null when refused
  public static SequencedMap<String, Estimate> estimates(
      Scenario scenario, Iterable<? extends @Nullable Agreement> variants) {
    var used = new LinkedHashMap<String, Estimate>();
    for (var agreement : variants) {
      // What is read does not depend on how many steps of strength are followed.
      var terms = ScenarioCompiler.of(scenario, agreement, 1);
      terms.used(StateOfTheWorld.modes()).forEach(used::putIfAbsent);
    }
    return used;
  }

  /// {@return the names of the measures of every trial of a scenario, in order}
  public static List<String> measures(Scenario scenario) {
    var names = new ArrayList<String>();
    for (String clock : List.of("breach", "clash", "exit")) {
      for (int year = 1; year <= wholeYears(scenario.time()); year++) {
        names.add(Trial.survival(clock, year));
      }
    }
    for (var party : scenario.parties()) {
      names.add(Trial.value(party.key()));
    }
    for (var act : TrialCounts.Act.values()) {
      for (var party :
          act.role() == Role.PRINCIPAL ? scenario.principals() : scenario.guarantors()) {
        names.add(Trial.count(act, party.key()));
      }
    }
    return List.copyOf(names);
  }

  /// {@return the whole years that a scenario is followed, at least 1}
  public static int wholeYears(TimeFrame time) {
    return Math.max(1, (int) Math.floor(time.years() + 1e-9));
  }

  /// Solves the agreement in one state of the world.
  ///
  /// @param cancellation stops the work soon after it is triggered
  /// @throws Unsolved if the game could not be solved; the message says why
  public Trial at(StateOfTheWorld world, Cancellation cancellation) {
    var compiled = compile(world);
    var game = prepare(compiled);
    var outcome = game.solve(Progress.none(), cancellation);
    var equilibrium = Play.solved(outcome, () -> compiler().size(world).place());
    var codebook = compiled.codebook();
    int periods = scenario.time().periods();
    var clocks = new ClockMeasure(codebook, periods, scenario.time().yearsPerPeriod());
    var counts = new TrialCounts(codebook);
    Propagation.run(
        equilibrium,
        grain.playOptions().withPeriods(periods),
        (period, position, belief, mass, sigma, outcomes) -> {
          clocks.visit(period, position, belief, mass, sigma, outcomes);
          counts.visit(period, position, belief, mass, sigma, outcomes);
        });
    var read = new LinkedHashMap<String, Double>();
    readSurvival(read, clocks.survival(agreement != null));
    readParties(read, compiled, equilibrium, counts);
    var measures = new LinkedHashMap<String, Double>();
    for (String name : measures(scenario)) {
      measures.put(name, read.getOrDefault(name, 0.0));
    }
    return new Trial(measures, equilibrium.run().residual());
  }

  private ScenarioCompiler compiler() {
    return ScenarioCompiler.of(scenario, agreement, grain.balanceSteps());
  }

  private CompiledGame compile(StateOfTheWorld world) {
    Play.refuseIfTooLarge(compiler().size(world), grain, scenario.time());
    var written = compiler().compile(world);
    var precision = grain.precision();
    return precision == null ? written : written.withPrecision(precision);
  }

  private PreparedGame prepare(CompiledGame compiled) {
    var there = prepared;
    if (there != null && there.fits(compiled.game())) {
      there.rewrite(compiled.game());
    } else {
      release();
      there = PreparedGame.of(compiled.game(), grain.solverOptions(scenario.time()), memory);
      prepared = there;
    }
    return there;
  }

  private void readSurvival(Map<String, Double> read, Survival survival) {
    var curves = new LinkedHashMap<String, Survival.@Nullable Curve>();
    curves.put("breach", survival.breach());
    curves.put("clash", survival.clash());
    curves.put("exit", survival.exit());
    curves.forEach((clock, curve) -> {
      for (int year = 1; year <= wholeYears(scenario.time()); year++) {
        read.put(Trial.survival(clock, year), curve == null ? Double.NaN : curve.at(year));
      }
    });
  }

  private void readParties(
      Map<String, Double> read,
      CompiledGame compiled,
      QuantalResponseEquilibrium equilibrium,
      TrialCounts counts) {
    var parties = compiled.codebook().parties();
    for (int i = 0; i < parties.size(); i++) {
      read.put(Trial.value(parties.get(i)), Assessor.average(compiled, equilibrium, i));
      for (var act : TrialCounts.Act.values()) {
        read.put(Trial.count(act, parties.get(i)), counts.count(act, i));
      }
    }
  }
}
