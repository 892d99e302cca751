package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.InformationSet;
import org.servanda.gamefile.GambitTokens.Kind;
import org.servanda.gamefile.GambitTokens.Stop;

/// Reads Gambit's format for extensive games, version 2.
///
/// Nodes come in preorder; their number is their place. Outcomes at inner nodes are added up along
/// the way. An information set, a chance event or an outcome is described when it is first named;
/// later it is named only, or described again in the same words.
///
/// @source Gambit documentation, "The extensive game (.efg) file format"
final class EfgReader {
  private final GambitTokens tokens;
  private final Findings findings;
  private final Map<SetKey, SetDraft> sets = new LinkedHashMap<>();
  private final Map<Integer, Event> events = new LinkedHashMap<>();
  private final OutcomeTable outcomes;
  private final List<String> players;
  private final TreeDraft tree;

  private record SetKey(int player, int number) {
    String words() {
      return "information set %d of player %d".formatted(number, player);
    }
  }

  /// An information set as first described.
  private record SetDraft(int at, int index, String name, List<String> actions) {}

  /// A chance event as first described.
  private record Event(int at, String name, List<String> labels, List<Double> probabilities) {}

  private EfgReader(GambitTokens tokens, List<String> players) {
    this.tokens = tokens;
    this.findings = tokens.findings();
    this.players = players;
    this.outcomes = new OutcomeTable(tokens, players.size());
    this.tree = new TreeDraft(players.size());
  }

  /// {@return the game, or null if findings say why there is none}
  static @Nullable GameFile read(Source source, Findings findings) {
    try {
      var tokens = new GambitTokens(source, findings);
      String title = Prologue.title(tokens, "EFG", "2");
      var players = Prologue.players(tokens);
      if (tokens.kind() == Kind.TEXT) {
        tokens.next(); // a comment
      }
      var reader = new EfgReader(tokens, players);
      reader.body();
      return findings.none() ? reader.game(title) : null;
    } catch (Stop e) {
      return null;
    }
  }

  private void body() throws Stop {
    do {
      if (tokens.kind() == Kind.END) {
        throw endsEarly();
      }
      if (tree.size() >= Bounds.NODES) {
        findings.add(
            tokens.at(),
            "the tree has more than %,d nodes".formatted(Bounds.NODES),
            null,
            "a smaller tree: what repeats can be a state of a stochastic game in JSON");
        throw new Stop();
      }
      node();
    } while (!tree.complete());
    if (tokens.kind() != Kind.END) {
      findings.add(
          tokens.at(),
          "the tree is complete after %,d nodes, and there is %s"
              .formatted(tree.size(), Printable.shown(tokens.shown())),
          tokens.shown(),
          "one more action above, or nothing here");
    }
  }

  private Stop endsEarly() {
    if (tree.size() == 0) {
      return tokens.missing("the root, a node that begins with c, p or t", "t \"\" 0");
    }
    findings.contradiction(
        tokens.at(),
        "the file ends, and node %d has %d actions with nodes for %d of them"
            .formatted(tree.openNode(), tree.openActions(), tree.openFilled()),
        null,
        "a node for every action, those of a subtree before the next",
        tree.openAt());
    return new Stop();
  }

  private void node() throws Stop {
    int at = tokens.at();
    if (tokens.is("c")) {
      tokens.next();
      chance(at);
    } else if (tokens.is("p")) {
      tokens.next();
      move(at);
    } else if (tokens.is("t")) {
      tokens.next();
      tokens.text("the name of the node");
      tree.end(outcomes.read());
    } else {
      throw tokens.missing(
          "node %d, which begins with c, p or t".formatted(tree.size()),
          "c for chance, p for a player, t for an end");
    }
  }

  private void chance(int at) throws Stop {
    tokens.text("the name of the node");
    int numberAt = tokens.at();
    int number = tokens.whole("the number of the event", 1, Integer.MAX_VALUE);
    String name = tokens.kind() == Kind.TEXT ? tokens.text("the name of the event") : null;
    var described = tokens.kind() == Kind.OPEN ? event(numberAt, name) : null;
    var known = events.get(number);
    if (known == null) {
      if (described == null) {
        throw undescribed(numberAt, "event " + number, "{ \"heads\" 1/2 \"tails\" 1/2 }");
      }
      known = described;
      events.put(number, known);
    } else if (described != null || name != null) {
      same(number, known, described, name, numberAt);
    }
    tree.chance(at, known.labels(), known.probabilities(), outcomes.read());
  }

  private Event event(int at, @Nullable String name) throws Stop {
    tokens.brace(Kind.OPEN, "an opening brace");
    var labels = new ArrayList<String>();
    var probabilities = new ArrayList<Double>();
    double sum = 0;
    do {
      labels.add(tokens.text("the name of a chance action"));
      tokens.bound(labels.size(), Bounds.ACTIONS, "actions");
      double p = tokens.probability();
      probabilities.add(p);
      sum += p;
    } while (tokens.kind() != Kind.CLOSE);
    tokens.next();
    Bounds.sum(sum, at, "this event", findings);
    return new Event(at, name == null ? "" : name, labels, probabilities);
  }

  private void same(
      int number, Event known, @Nullable Event described, @Nullable String name, int at)
      throws Stop {
    boolean sameName = name == null || name.equals(known.name());
    boolean sameList =
        described == null
            || (described.labels().equals(known.labels())
                && described.probabilities().equals(known.probabilities()));
    if (!sameName || !sameList) {
      contradicts(
          at,
          "event " + number,
          sameName ? "other actions or probabilities" : "another name",
          known.at());
    }
    if (described != null && described.labels().size() != known.labels().size()) {
      throw new Stop();
    }
  }

  private void move(int at) throws Stop {
    tokens.text("the name of the node");
    int player = tokens.whole("the number of the player", 1, players.size());
    int numberAt = tokens.at();
    int number = tokens.whole("the number of the information set", 1, Integer.MAX_VALUE);
    String name = tokens.kind() == Kind.TEXT ? tokens.text("the name of the set") : null;
    var actions = tokens.kind() == Kind.OPEN ? actions() : null;
    var key = new SetKey(player, number);
    var known = sets.get(key);
    if (known == null) {
      if (actions == null) {
        throw undescribed(numberAt, key.words(), "{ \"left\" \"right\" }");
      }
      known = new SetDraft(numberAt, sets.size(), name == null ? "" : name, actions);
      sets.put(key, known);
    } else {
      if (name != null && !name.equals(known.name())) {
        contradicts(numberAt, key.words(), "another name", known.at());
      }
      if (actions != null && !actions.equals(known.actions())) {
        contradicts(numberAt, key.words(), "other actions", known.at());
        if (actions.size() != known.actions().size()) {
          throw new Stop();
        }
      }
    }
    tree.move(at, known.index(), known.actions().size(), outcomes.read());
  }

  private List<String> actions() throws Stop {
    tokens.brace(Kind.OPEN, "an opening brace");
    var actions = new ArrayList<String>();
    do {
      actions.add(tokens.text("the name of an action"));
      tokens.bound(actions.size(), Bounds.ACTIONS, "actions");
    } while (tokens.kind() != Kind.CLOSE);
    tokens.next();
    return actions;
  }

  private Stop undescribed(int at, String what, String tryThis) {
    findings.add(
        at, what + " is named for the first time and its actions are not listed", null, tryThis);
    return new Stop();
  }

  private void contradicts(int at, String what, String part, int known) {
    findings.contradiction(
        at,
        "%s is described again with %s".formatted(what, part),
        null,
        "the same words, or none; or another number if it is another one",
        known);
  }

  private GameFile game(String title) {
    var builder = ExtensiveGame.builder(players);
    var keys = List.copyOf(sets.keySet());
    var drafts = List.copyOf(sets.values());
    var names =
        SetNames.unique(
            players,
            drafts.stream().map(SetDraft::name).toList(),
            keys.stream().map(SetKey::player).toList(),
            keys.stream().map(SetKey::number).toList());
    for (int h = 0; h < drafts.size(); h++) {
      builder.informationSet(
          new InformationSet(names.get(h), keys.get(h).player() - 1, drafts.get(h).actions()));
    }
    tree.nodes().forEach(builder::add);
    return new GameFile.Tree(title, builder.build(), GameFile.Beliefs.BY_NODE);
  }
}
