package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovGameBuilder;
import org.servanda.gamefile.GameFile.Form;

/// A stochastic game in JSON: what its keys say, and how it is put together.
final class JsonStates {
  private static final double ZERO_SUM = 1e-9;

  private final GameDraft draft;
  private final Findings findings;
  private final int at;
  private final List<String> players;
  private final List<GameDraft.State> states;

  /// @param draft with players and states
  /// @param at byte of the game
  JsonStates(GameDraft draft, Findings findings, int at) {
    this.draft = draft;
    this.findings = findings;
    this.at = at;
    this.players = Objects.requireNonNull(draft.players);
    this.states = Objects.requireNonNull(draft.states);
  }

  /// Reads the value of a key of the game, if it is one of states.
  static boolean part(String key, JsonCursor json, GameDraft draft) {
    switch (key) {
      case "discount" -> discount(json, draft);
      case "states" -> {
        var states = new ArrayList<GameDraft.State>();
        var count = new int[1];
        json.array("the list of states", () -> states.add(state(json, count)));
        draft.states = states;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void discount(JsonCursor json, GameDraft draft) {
    draft.discountAt = json.at();
    draft.discount = new double[0];
    json.array(
        "the discount factors",
        () -> {
          int place = json.at();
          double factor = json.number("discount factor");
          if (!(factor >= 0 && factor <= 1)) {
            json.findings()
                .add(
                    place,
                    "discount factor %s, bound: 0 to 1".formatted(json.shown()),
                    json.shown(),
                    "a number from 0 to 1, such as 0.95");
          }
          double[] before = Objects.requireNonNull(draft.discount);
          draft.discount = Arrays.copyOf(before, before.length + 1);
          draft.discount[before.length] = factor;
        });
  }

  private static GameDraft.State state(JsonCursor json, int[] count) {
    var state = new GameDraft.State(json.at());
    json.object(
        "a state",
        key -> {
          switch (key) {
            case "name" -> state.name = json.text("the name of a state");
            case "actions" -> {
              var actions = new ArrayList<List<String>>();
              json.array("the actions of a state", () -> actions.add(json.texts("the actions")));
              state.actions = actions;
            }
            case "profiles" -> {
              var profiles = new ArrayList<GameDraft.Profile>();
              json.array(
                  "the profiles of a state",
                  () -> {
                    if (++count[0] > Bounds.PROFILES) {
                      json.findings()
                          .add(
                              json.at(),
                              "the states have more than %,d joint profiles"
                                  .formatted(Bounds.PROFILES),
                              null,
                              "fewer states or fewer actions");
                      throw new JsonCursor.Stop();
                    }
                    profiles.add(profile(json));
                  });
              state.profiles = profiles;
            }
            default -> {
              return false;
            }
          }
          return true;
        });
    return state;
  }

  private static GameDraft.Profile profile(JsonCursor json) {
    var profile = new GameDraft.Profile(json.at());
    json.object(
        "a profile",
        key -> {
          switch (key) {
            case "a" -> profile.actions = json.wholes("the actions of a profile", Bounds.PROFILES);
            case "u" -> profile.payoffs = json.payoffs();
            case "next" -> successors(json, profile);
            default -> {
              return false;
            }
          }
          return true;
        });
    return profile;
  }

  private static void successors(JsonCursor json, GameDraft.Profile profile) {
    var states = new ArrayList<Integer>();
    var probabilities = new ArrayList<Double>();
    json.array(
        "the successors of a profile",
        () -> {
          int place = json.at();
          var entry = new int[1];
          json.array(
              "a successor, a pair of state and probability",
              () -> {
                switch (entry[0]++) {
                  case 0 -> states.add(json.whole("a successor", 0, Integer.MAX_VALUE));
                  case 1 -> probabilities.add(json.probability());
                  default -> json.skip();
                }
              });
          if (entry[0] != 2) {
            json.findings()
                .add(
                    place,
                    "a successor has %d entries, bound: 2, state and probability"
                        .formatted(entry[0]),
                    Integer.toString(entry[0]),
                    "[0, 1.0]");
          }
        });
    profile.next = states.stream().mapToInt(Integer::intValue).toArray();
    profile.probabilities = probabilities.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// {@return the game, or null if findings say why there is none}
  @Nullable GameFile game(Form form) {
    if (states.isEmpty()) {
      findings.add(at, "the list of states is empty", null, "at least one state");
    }
    if (draft.discount == null || draft.discount.length != players.size()) {
      findings.add(
          draft.discount == null ? at : draft.discountAt,
          draft.discount == null
              ? "the game has no discount"
              : "there are %d discount factors, bound: %d, one per player"
                  .formatted(draft.discount.length, players.size()),
          null,
          "\"discount\": [0.95, 0.95]");
      return null;
    }
    if (form == Form.ZERO_SUM && players.size() != 2) {
      findings.add(
          draft.playersAt,
          "a game of kind zero-sum has %d players, bound: 2".formatted(players.size()),
          Integer.toString(players.size()),
          "the coalition and the rest as two players");
      return null;
    }
    var builder = MarkovGame.builder(players, draft.discount);
    long profiles = 0;
    for (int s = 0; s < states.size() && !findings.full(); s++) {
      profiles += state(s, builder, form, profiles);
    }
    int initial = initial();
    return findings.none()
        ? new GameFile.States(draft.title, builder.build(), form, initial, draft.horizon)
        : null;
  }

  private int initial() {
    Integer initial = draft.initial;
    if (initial != null && initial >= states.size()) {
      findings.add(
          draft.initialAt == 0 ? at : draft.initialAt,
          "the initial state is %d, bound: 0 to %d".formatted(initial, states.size() - 1),
          Integer.toString(initial),
          "the number of a state");
    }
    return initial == null ? 0 : initial;
  }

  private long state(int s, MarkovGameBuilder builder, Form form, long before) {
    var state = states.get(s);
    if (state.actions == null || state.profiles == null) {
      findings.add(
          state.at,
          "state %d has no %s".formatted(s, state.actions == null ? "actions" : "profiles"),
          null,
          "the keys name, actions and profiles");
      return 0;
    }
    if (state.actions.size() != players.size() || state.actions.stream().anyMatch(List::isEmpty)) {
      findings.add(
          state.at,
          "state %d has actions for %d players, bound: %d, each with at least one"
              .formatted(
                  s, state.actions.stream().filter(a -> !a.isEmpty()).count(), players.size()),
          null,
          "a list per player, of one action for who has nothing to decide");
      return 0;
    }
    long joint = 1;
    for (var own : state.actions) {
      joint = Math.min(joint * own.size(), Bounds.PROFILES + 1L);
    }
    if (before + joint > Bounds.PROFILES) {
      findings.add(
          state.at,
          "state %d brings the joint profiles to more than %,d".formatted(s, Bounds.PROFILES),
          null,
          "fewer actions or fewer players that move at once");
      return joint;
    }
    if (joint != state.profiles.size()) {
      findings.add(
          state.at,
          "state %d has %,d profiles, bound: %,d, one per combination of actions"
              .formatted(s, state.profiles.size(), joint),
          Integer.toString(state.profiles.size()),
          "every combination, once");
      return joint;
    }
    builder.state(state.name == null ? Integer.toString(s) : state.name, state.actions);
    var seen = new GameDraft.@Nullable Profile[(int) joint];
    for (var profile : state.profiles) {
      profile(s, state, profile, seen, form);
      if (findings.none()) {
        builder.profile(
            s,
            Objects.requireNonNull(profile.actions),
            Objects.requireNonNull(profile.payoffs),
            Objects.requireNonNull(profile.next),
            Objects.requireNonNull(profile.probabilities));
      }
    }
    return joint;
  }

  private void profile(
      int s,
      GameDraft.State state,
      GameDraft.Profile profile,
      GameDraft.@Nullable Profile[] seen,
      Form form) {
    if (profile.actions == null || profile.payoffs == null || profile.next == null) {
      findings.add(
          profile.at, "a profile of state %d lacks a, u or next".formatted(s), null, "all three");
      return;
    }
    Integer index = index(s, Objects.requireNonNull(state.actions), profile);
    if (index == null) {
      return;
    }
    var before = seen[index];
    if (before != null) {
      findings.contradiction(
          profile.at,
          "profile %s of state %d is given twice".formatted(Arrays.toString(profile.actions), s),
          Arrays.toString(profile.actions),
          "every combination, once",
          before.at);
    }
    seen[index] = profile;
    numbers(s, profile, form);
  }

  private @Nullable Integer index(int s, List<List<String>> actions, GameDraft.Profile profile) {
    int[] chosen = Objects.requireNonNull(profile.actions);
    boolean fits = chosen.length == players.size();
    int index = 0;
    for (int i = 0; fits && i < chosen.length; i++) {
      fits = chosen[i] < actions.get(i).size();
      index = index * actions.get(i).size() + chosen[i];
    }
    if (!fits) {
      findings.add(
          profile.at,
          "a profile of state %d has actions %s, bound: the number of an action for each of %d"
              .formatted(s, Printable.shown(Arrays.toString(chosen)), players.size()),
          Arrays.toString(chosen),
          "numbers from 0, in the order of the state's actions");
    }
    return fits ? (Integer) index : null;
  }

  private void numbers(int s, GameDraft.Profile profile, Form form) {
    double[] payoffs = Objects.requireNonNull(profile.payoffs);
    if (payoffs.length != players.size()) {
      findings.add(
          profile.at,
          "a profile of state %d has %d payoffs, bound: %d, one per player"
              .formatted(s, payoffs.length, players.size()),
          Integer.toString(payoffs.length),
          "as many payoffs as there are players");
    } else if (form == Form.ZERO_SUM
        && !(Math.abs(payoffs[0] + payoffs[1]) <= ZERO_SUM * Math.max(1, Math.abs(payoffs[0])))) {
      findings.add(
          profile.at,
          "a profile of state %d has payoffs %s in a game of kind zero-sum, bound: u and -u"
              .formatted(s, Arrays.toString(payoffs)),
          Arrays.toString(payoffs),
          "what one side gains the other loses, or kind stochastic");
    }
    for (int next : Objects.requireNonNull(profile.next)) {
      if (next >= states.size()) {
        findings.add(
            profile.at,
            "a successor in state %d is %d, bound: 0 to %d".formatted(s, next, states.size() - 1),
            Integer.toString(next),
            "the number of a state");
      }
    }
    double[] probabilities = Objects.requireNonNull(profile.probabilities);
    if (probabilities.length > 0) {
      double sum = Arrays.stream(probabilities).sum();
      Bounds.sum(sum, profile.at, "the successors in state " + s, findings);
    }
  }
}
