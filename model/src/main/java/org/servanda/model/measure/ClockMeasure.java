package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.play.PlayListener;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;

/// Reads survival on three clocks, and its causes, off the play of a game.
///
/// A clock can stop only once in a history: an agreement that no longer binds never binds again,
/// and an attack ends the game. So the probability of each first event is the flow of probability
/// through the outcomes that stop the clock.
final class ClockMeasure implements PlayListener {
  /// The likeliest way and period in which a clock stops.
  record Peak(int actor, Happening happening, int period) {}

  private record Event(Clock clock, int actor, Happening happening) {}

  private final Codebook codebook;
  private final int periods;
  private final double yearsPerPeriod;
  private final Map<Event, double[]> flows = new LinkedHashMap<>();

  /// Flows that an outcome adds to, by position and outcome; null before its first time, empty
  /// where no clock can stop.
  private final double[][] @Nullable [] @Nullable [] found;

  ClockMeasure(Codebook codebook, int periods, double yearsPerPeriod) {
    this.codebook = codebook;
    this.periods = periods;
    this.yearsPerPeriod = yearsPerPeriod;
    this.found = new double[codebook.meanings().size()][][][];
  }

  @Override
  public void visit(
      int period, int position, double[] beliefs, double mass, double[] sigma, double[] outcomes) {
    if (found[position] == null) {
      var meanings = codebook.meanings().get(position);
      boolean stops = meanings.stream().anyMatch(meaning -> !meaning.stops().isEmpty());
      found[position] = new double[stops ? meanings.size() : 0][][];
    }
    double[][][] here = found[position];
    for (int o = 0; o < here.length; o++) {
      if (outcomes[o] > 0) {
        if (here[o] == null) {
          here[o] = flows(codebook.meanings().get(position).get(o));
        }
        for (double[] flow : here[o]) {
          flow[period] += mass * outcomes[o];
        }
      }
    }
  }

  private double[][] flows(Meaning meaning) {
    return meaning.stops().stream()
        .map(clock -> new Event(clock, meaning.actor(), meaning.happening()))
        .map(event -> flows.computeIfAbsent(event, _ -> new double[periods]))
        .toArray(double[][]::new);
  }

  /// {@return the three curves}
  ///
  /// @param signed whether there is an agreement that can be breached or left
  Survival survival(boolean signed) {
    return new Survival(
        signed ? curve(Clock.BREACH) : null, curve(Clock.CLASH), signed ? curve(Clock.EXIT) : null);
  }

  private Survival.Curve curve(Clock clock) {
    var points = new ArrayList<Survival.Point>();
    double alive = 1;
    points.add(new Survival.Point(0, 1));
    for (int t = 0; t < periods; t++) {
      for (var flow : flows.entrySet()) {
        if (flow.getKey().clock() == clock) {
          alive -= flow.getValue()[t];
        }
      }
      points.add(new Survival.Point((t + 1) * yearsPerPeriod, Math.clamp(alive, 0, 1)));
    }
    return new Survival.Curve(points);
  }

  /// {@return the likeliest cause by which a clock stops, and its likeliest period; null if it
  /// never stops}
  @Nullable Peak peak(Clock clock) {
    @Nullable Peak peak = null;
    double most = 0;
    for (var flow : flows.entrySet()) {
      double total = 0;
      for (double inPeriod : flow.getValue()) {
        total += inPeriod;
      }
      if (flow.getKey().clock() == clock && total > most) {
        most = total;
        var event = flow.getKey();
        peak = new Peak(event.actor(), event.happening(), modalPeriod(flow.getValue()));
      }
    }
    return peak;
  }

  private static int modalPeriod(double[] flow) {
    int best = 0;
    for (int t = 1; t < flow.length; t++) {
      if (flow[t] > flow[best]) {
        best = t;
      }
    }
    return best;
  }

  /// {@return every cause on every clock, the most probable first on each}
  List<Assessment.Cause> causes() {
    var all = new ArrayList<Assessment.Cause>();
    for (Clock clock : Clock.values()) {
      flows.entrySet().stream()
          .filter(flow -> flow.getKey().clock() == clock)
          .map(flow -> cause(flow.getKey(), flow.getValue()))
          .sorted(
              Comparator.comparingDouble(Assessment.Cause::probability)
                  .reversed()
                  .thenComparing(Assessment.Cause::mechanism)
                  .thenComparing(c -> String.valueOf(c.party())))
          .forEach(all::add);
    }
    return all;
  }

  private Assessment.Cause cause(Event event, double[] flow) {
    var points = new ArrayList<Survival.Point>();
    double sum = 0;
    points.add(new Survival.Point(0, 0));
    for (int t = 0; t < periods; t++) {
      sum += flow[t];
      points.add(new Survival.Point((t + 1) * yearsPerPeriod, sum));
    }
    @Nullable String party =
        event.actor() == Meaning.CHANCE ? null : codebook.parties().get(event.actor());
    return new Assessment.Cause(
        word(event.clock()), party, Narrator.mechanism(event.happening()), points);
  }

  static String word(Clock clock) {
    return switch (clock) {
      case BREACH -> "breach";
      case CLASH -> "clash";
      case EXIT -> "exit";
    };
  }
}
