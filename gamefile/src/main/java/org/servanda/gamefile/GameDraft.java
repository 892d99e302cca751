package org.servanda.gamefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a game in JSON says, as written, with the bytes where it stands.
final class GameDraft {
  String title = "";
  @Nullable String form;
  @Nullable List<String> players;
  int playersAt;

  // A tree.
  @Nullable Boolean typed;
  @Nullable Map<String, SequencedMap<String, Double>> types;
  int typesAt;
  final SequencedMap<String, Set> sets = new LinkedHashMap<>();
  @Nullable List<Node> nodes;

  // States.
  double @Nullable [] discount;
  int discountAt;
  @Nullable List<State> states;
  @Nullable Integer initial;
  int initialAt;
  @Nullable Integer horizon;

  /// An information set.
  static final class Set {
    final int at;
    @Nullable String player;
    @Nullable List<String> actions;
    @Nullable String type;

    Set(int at) {
      this.at = at;
    }
  }

  /// A node of a tree.
  static final class Node {
    final int at;
    @Nullable String kind;
    @Nullable String set;
    int @Nullable [] to;
    @Nullable List<String> labels;
    double @Nullable [] probabilities;
    double @Nullable [] payoffs;

    Node(int at) {
      this.at = at;
    }
  }

  /// A state.
  static final class State {
    final int at;
    @Nullable String name;
    @Nullable List<List<String>> actions;
    @Nullable List<Profile> profiles;

    State(int at) {
      this.at = at;
    }
  }

  /// What a joint profile gives.
  static final class Profile {
    final int at;
    int @Nullable [] actions;
    double @Nullable [] payoffs;
    int @Nullable [] next;
    double @Nullable [] probabilities;

    Profile(int at) {
      this.at = at;
    }
  }
}
