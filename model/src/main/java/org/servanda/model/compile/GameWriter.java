package org.servanda.model.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Cohesion;

/// Writes the positions that can be reached, breadth first, from the state at signature.
///
/// Outcomes are told apart by where they lead, what they mean and, when payoffs are written whole,
/// what they pay; a component's game keeps the positions of the whole by counting outcomes alike.
final class GameWriter {
  private final Terms terms;
  private final Worth worth;
  private final TypeSpace types;
  private final @Nullable Component only;
  private final StochasticGame.Builder builder;
  private final Map<Spot, Integer> index = new HashMap<>();
  private final ArrayDeque<Spot> waiting = new ArrayDeque<>();
  private final List<Spot> spots = new ArrayList<>();
  private final List<List<Meaning>> meanings = new ArrayList<>();
  private final List<List<String>> actions = new ArrayList<>();
  private final Map<State, Payoffs> flows = new HashMap<>();

  GameWriter(Terms terms, @Nullable Component only) {
    this.terms = terms;
    this.worth = new Worth(terms);
    this.only = only;
    int players = 2 + terms.guarantors().size();
    var counts = new int[players];
    for (int i = 0; i < players; i++) {
      counts[i] = worth.person(i).types().size();
    }
    this.types = TypeSpace.of(counts);
    this.builder = StochasticGame.builder(types, terms.periods());
  }

  CompiledGame write() {
    for (int i = 0; i < types.players(); i++) {
      var person = worth.person(i);
      builder.discount(i, person.discount()).precision(i, person.precision());
      builder.prior(i, belief(person.prior()));
    }
    builder.root(opening(start()));
    var chances = new ChanceSpots(this);
    var moves = new MoveSpots(this);
    var crises = new CrisisSpots(this);
    while (!waiting.isEmpty()) {
      Spot spot = waiting.removeFirst();
      switch (spot) {
        case Spot.Turnover turnover -> define(spot, chances.turnover(turnover));
        case Spot.Events events -> define(spot, chances.events(events));
        case Spot.Mechanism mechanism -> define(spot, chances.mechanism(mechanism));
        case Spot.Fighting fighting -> define(spot, chances.fighting(fighting));
        case Spot.MoveOf move -> define(spot, move.principal(), moves.move(move));
        case Spot.Response response ->
            define(spot, 1 - response.demander(), crises.response(response));
        case Spot.Resolve resolve -> define(spot, resolve.demander(), crises.resolve(resolve));
        case Spot.Enforcement enforcement ->
            define(spot, 2 + enforcement.guarantor(), crises.enforcement(enforcement));
        case Spot.Called called -> define(spot, 2 + called.guarantor(), crises.called(called));
        case Spot.End _ -> define(spot, Terminal.of(Payoffs.none()), List.of(), List.of());
      }
    }
    return new CompiledGame(builder.build(), codebook(), terms.used(), terms.records());
  }

  private State start() {
    var standing = terms.signed() == Codebook.Signature.SIGNED ? Standing.IN_FORCE : Standing.ENDED;
    return new State(
        0,
        0,
        standing,
        memberAtStart(0),
        memberAtStart(1),
        terms.principals().get(0).arms(),
        terms.principals().get(1).arms(),
        Cohesion.UNITED,
        0,
        0);
  }

  /// Membership by treaty outlasts the agreement, as membership by application does.
  private Accession memberAtStart(int principal) {
    for (var guarantor : terms.guarantors()) {
      if (guarantor.obliged().get(principal)
          == org.servanda.agreement.agreement.GuaranteeLevel.MEMBERSHIP) {
        return Accession.MEMBER;
      }
    }
    return Accession.OUTSIDE;
  }

  Terms terms() {
    return terms;
  }

  Worth worth() {
    return worth;
  }

  Tally tally() {
    return new Tally(types, only);
  }

  static Belief belief(List<Double> p) {
    return Belief.of(p.stream().mapToDouble(x -> x).toArray());
  }

  /// {@return the index of a position, which is written later if it is new}
  int at(Spot spot) {
    Integer known = index.get(spot);
    if (known != null) {
      return known;
    }
    int x = builder.reserve();
    index.put(spot, x);
    spots.add(spot);
    meanings.add(List.of());
    actions.add(List.of());
    waiting.add(spot);
    return x;
  }

  /// {@return the position that opens a period in a state, or in one that differs from it in
  /// nothing that still matters}
  int opening(State state) {
    int x = at(afterTurnover(remembered(state), -1));
    builder.salvage(x, forEver(transferred(state, terms.periods())));
    return x;
  }

  /// {@return a state with the transfers that an agreement in force has brought before a period}
  State transferred(State state, int period) {
    return state.standing().binds()
        ? state.withTransferred(terms.issue().transfersBefore(period))
        : state;
  }

  /// {@return a state without what no longer matters once the period is over, or what the date says
  /// while the agreement is in force}
  private State remembered(State state) {
    return state.standing().binds() ? state.moved().withTransferred(0) : withoutOldBreach(state);
  }

  /// {@return a state that does not say who broke the agreement if that does not matter, as without
  /// sanctions when nobody is obliged to the other side}
  State withoutOldBreach(State state) {
    for (int i = 0; i < 2; i++) {
      int victim = 1 - i;
      if (state.standing() == Standing.breach(i)
          && !worth.obliged(victim, state.accession(victim))) {
        return state.withStanding(Standing.ENDED);
      }
    }
    return state;
  }

  /// {@return the position after the leader of `player` has been seen to stay or go}
  Spot afterTurnover(State state, int player) {
    for (int next = player + 1; next < types.players(); next++) {
      if (worth.person(next).turnover().stream().anyMatch(p -> p > 0)) {
        return new Spot.Turnover(state, next);
      }
    }
    return new Spot.Events(state);
  }

  /// {@return the end of the period in a state, whose flow accrues}
  Outcome end(State state) {
    return Outcome.next(opening(state), flow(state));
  }

  /// {@return the end of the period in a state, with something more to pay}
  ///
  /// @param extra a fresh tally; the flow is added to it
  Outcome end(State state, Tally extra) {
    worth.addFlow(extra, state);
    return Outcome.next(opening(state), extra.payoffs());
  }

  Outcome to(Spot spot) {
    return Outcome.to(at(spot));
  }

  Outcome to(Spot spot, Tally payoffs) {
    return Outcome.to(at(spot), payoffs.payoffs());
  }

  private Payoffs flow(State state) {
    return flows.computeIfAbsent(
        state,
        s -> {
          var tally = tally();
          worth.addFlow(tally, s);
          return tally.payoffs();
        });
  }

  private Payoffs forEver(State state) {
    var tally = tally();
    worth.addForEver(tally, state);
    return tally.payoffs();
  }

  private void define(Spot spot, Draft chance) {
    define(spot, chance.chance(), chance.meanings(), List.of());
  }

  private void define(Spot spot, int mover, Draft decision) {
    define(spot, decision.decision(mover), decision.meanings(), decision.names());
  }

  private void define(Spot spot, Position position, List<Meaning> means, List<String> names) {
    int x = at(spot);
    builder.define(x, position);
    meanings.set(x, means);
    actions.set(x, names);
  }

  private Codebook codebook() {
    var people =
        java.util.stream.IntStream.range(0, types.players()).mapToObj(worth::person).toList();
    return new Codebook(
        terms.signed(),
        people.stream().map(Terms.Person::key).toList(),
        people.stream().map(Terms.Person::name).toList(),
        people.stream().map(Terms.Person::types).toList(),
        spots,
        meanings,
        actions);
  }
}
