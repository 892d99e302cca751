package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Codebook.Signature;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.Spot;
import org.servanda.model.compile.State;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Arsenal;

/// The signs that a game can show at all, each with the clock on which it is read.
///
/// While an agreement binds, signs are read on the breach clock; those of its end, and all signs
/// where nothing is signed, on the clash clock.
///
/// @param priors flat belief at signature
record SignCandidates(Codebook codebook, State start, List<Double> priors) {
  private static final List<Double> RISING = List.of(0.5, 0.7, 0.9);
  private static final List<Double> FALLING = List.of(0.5, 0.3, 0.1);

  /// A sign and what it announces.
  record Candidate(Sign sign, Clock clock) {}

  /// {@return the state that a position is in; null when fighting or play being over}
  static @Nullable State state(Spot spot) {
    return switch (spot) {
      case Spot.Turnover(var state, _) -> state;
      case Spot.Events(var state) -> state;
      case Spot.MoveOf(var state, _) -> state;
      case Spot.Response(var state, _) -> state;
      case Spot.Resolve(var state, _) -> state;
      case Spot.Mechanism(var state, _) -> state;
      case Spot.Enforcement(var state, _, _) -> state;
      case Spot.Called _, Spot.Fighting _, Spot.End _ -> null;
    };
  }

  /// {@return all that do not hold at signature, nested ones in the order of their thresholds}
  List<Candidate> all() {
    SequencedSet<Sign> signs = new LinkedHashSet<>();
    codebook.spots().forEach(spot -> ofState(signs, state(spot)));
    codebook
        .meanings()
        .forEach(all ->
            all.forEach(m -> {
              if (clock(m.happening()) != null && m.actor() < codebook.players()) {
                signs.add(new Sign.Happened(m.happening(), m.actor()));
              }
            }));
    ofBeliefs(signs);
    var candidates = new ArrayList<Candidate>();
    for (var sign : signs) {
      var clock = clock(sign);
      if (clock != null && !sign.shows(start)) {
        candidates.add(new Candidate(sign, clock));
      }
    }
    return candidates;
  }

  private static void ofState(SequencedSet<Sign> signs, @Nullable State state) {
    if (state == null) {
      return;
    }
    if (state.balance() != 0) {
      signs.add(new Sign.Strength(state.balance() > 0 ? 0 : 1, Math.abs(state.balance())));
    }
    if (state.share() != 0) {
      signs.add(new Sign.Conceded(state.share() > 0 ? 1 : 0, Math.abs(state.share())));
    }
    for (int i = 0; i < 2; i++) {
      if (state.accession(i) != Accession.OUTSIDE) {
        signs.add(new Sign.Joined(i, state.accession(i)));
      }
      if (state.arms(i) != Arsenal.NONE) {
        signs.add(new Sign.Armed(i, state.arms(i)));
      }
      var sanctioned = new Sign.Sanctioned(i);
      if (sanctioned.shows(state)) {
        signs.add(sanctioned);
      }
    }
    if (state.cohesion() == State.Cohesion.DIVIDED) {
      signs.add(new Sign.Divided());
    }
    if (!state.standing().binds()) {
      signs.add(new Sign.NotInForce());
    }
  }

  /// Of two types the second: the first is the rest.
  private void ofBeliefs(SequencedSet<Sign> signs) {
    int first = 0;
    for (int i = 0; i < codebook.players(); i++) {
      int n = codebook.types().get(i).size();
      for (int k = n == 2 ? 1 : 0; n > 1 && k < n; k++) {
        double prior = priors.get(first + k);
        for (double bound : RISING) {
          if (prior < bound) {
            signs.add(new Sign.Believed(i, k, Sign.Direction.RISES, bound));
          }
        }
        for (double bound : FALLING) {
          if (prior >= bound) {
            signs.add(new Sign.Believed(i, k, Sign.Direction.FALLS, bound));
          }
        }
      }
      first += n;
    }
  }

  private @Nullable Clock clock(Sign sign) {
    return switch (sign) {
      case Sign.NotInForce(), Sign.Sanctioned _ -> Clock.CLASH;
      case Sign.Happened(var happening, _) -> clock(happening);
      case Sign.Strength _,
          Sign.Conceded _,
          Sign.Joined _,
          Sign.Armed _,
          Sign.Divided(),
          Sign.Believed _ ->
          ofDuration();
    };
  }

  private Clock ofDuration() {
    return codebook.signature() == Signature.SIGNED ? Clock.BREACH : Clock.CLASH;
  }

  /// The clock of a happening; null if it is no sign: because a state shows it as well, because it
  /// comes by the calendar, or because it comes with the end of play.
  private @Nullable Clock clock(Happening happening) {
    return switch (happening) {
      case BUILT, GREW, DEMANDED, REFUSED, BACKED_DOWN, NUCLEAR_WORK, GAVE_NOTICE, LEADER_CHANGED ->
          ofDuration();
      case BUILD_EXPOSED,
          NUCLEAR_EXPOSED,
          NUCLEAR_BREAKOUT,
          APPLIED_IN_BREACH,
          LEFT,
          LEFT_IN_BREACH,
          WAIVED ->
          Clock.CLASH;
      case NOTHING,
          COMPLIED,
          CONCEDED,
          ATTACKED,
          ATTACKED_AFTER_REFUSAL,
          APPLIED,
          NUCLEAR_ADVANCED,
          LAPSED,
          NOTICE_RAN_OUT,
          SANCTIONED,
          FOUGHT,
          SUPPLIED,
          ABSTAINED,
          PREVAILED,
          STALEMATE,
          REPELLED ->
          null;
    };
  }
}
