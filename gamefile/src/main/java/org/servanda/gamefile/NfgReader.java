package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovGameBuilder;
import org.servanda.gamefile.GambitTokens.Kind;
import org.servanda.gamefile.GambitTokens.Stop;

/// Reads Gambit's format for strategic games, version 1, with payoffs or with outcomes.
///
/// Profiles are listed with the first player's strategy running fastest. The game becomes one state
/// in which every profile ends play.
///
/// @source Gambit documentation, "The strategic game (.nfg) file format", payoff and outcome
///   version
final class NfgReader {
  private final GambitTokens tokens;
  private final Findings findings;
  private final List<String> players;
  private List<List<String>> strategies = List.of();
  private int profiles;

  private NfgReader(GambitTokens tokens, List<String> players) {
    this.tokens = tokens;
    this.findings = tokens.findings();
    this.players = players;
  }

  /// {@return the game, or null if findings say why there is none}
  static @Nullable GameFile read(Source source, Findings findings) {
    try {
      var tokens = new GambitTokens(source, findings);
      String title = Prologue.title(tokens, "NFG", "1");
      var reader = new NfgReader(tokens, Prologue.players(tokens));
      var game = reader.game();
      return findings.none() && game != null
          ? new GameFile.States(title, game, GameFile.Form.STRATEGIC, 0, null)
          : null;
    } catch (Stop e) {
      return null;
    }
  }

  private @Nullable MarkovGame game() throws Stop {
    int at = tokens.at();
    tokens.brace(Kind.OPEN, "the strategies in braces");
    boolean named = tokens.kind() == Kind.OPEN;
    strategies = named ? named() : counted();
    tokens.brace(Kind.CLOSE, "a closing brace after the strategies");
    if (strategies.size() != players.size()) {
      findings.add(
          at,
          "there are strategies for %d players, bound: %d, one entry per player"
              .formatted(strategies.size(), players.size()),
          Integer.toString(strategies.size()),
          "an entry for each player");
      throw new Stop();
    }
    if (tokens.kind() == Kind.TEXT) {
      tokens.next(); // a comment
    }
    var outcomes = tokens.kind() == Kind.OPEN ? outcomes() : null;
    if (outcomes == null && named && tokens.kind() == Kind.END) {
      throw tokens.missing("outcomes in braces, or payoffs", "{ { \"\" 1, 1 } … }");
    }
    var game = table(outcomes);
    if (tokens.kind() != Kind.END) {
      findings.add(
          tokens.at(),
          "the table is complete after %,d profiles, and there is %s"
              .formatted(profiles, Printable.shown(tokens.shown())),
          tokens.shown(),
          "%,d profiles, or more strategies above".formatted(profiles));
    }
    return findings.none() ? game.build() : null;
  }

  private List<List<String>> named() throws Stop {
    var all = new ArrayList<List<String>>();
    long product = 1;
    while (tokens.kind() == Kind.OPEN) {
      tokens.next();
      var own = new ArrayList<String>();
      do {
        own.add(tokens.text("the name of a strategy"));
        combined(product * own.size());
      } while (tokens.kind() != Kind.CLOSE);
      tokens.next();
      all.add(own);
      tokens.bound(all.size(), Bounds.PLAYERS, "players");
      product *= own.size();
    }
    profiles = (int) product;
    return all;
  }

  private List<List<String>> counted() throws Stop {
    var all = new ArrayList<List<String>>();
    long product = 1;
    while (tokens.kind() != Kind.CLOSE) {
      int count = tokens.whole("a number of strategies", 1, Bounds.PROFILES);
      product *= count;
      combined(product);
      all.add(IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
      tokens.bound(all.size(), Bounds.PLAYERS, "players");
    }
    profiles = (int) product;
    return all;
  }

  /// Refuses a table that is too large; the product before was at most the bound.
  private void combined(long product) throws Stop {
    if (product > Bounds.PROFILES) {
      findings.add(
          tokens.at(),
          "the strategies combine to more than %,d profiles".formatted(Bounds.PROFILES),
          null,
          "fewer strategies; a game tree or states may say the same in less");
      throw new Stop();
    }
  }

  private List<double[]> outcomes() throws Stop {
    tokens.next();
    var outcomes = new ArrayList<double[]>();
    while (tokens.kind() == Kind.OPEN) {
      int at = tokens.at();
      tokens.next();
      tokens.text("the name of an outcome");
      var numbers = tokens.payoffs();
      if (numbers.size() != players.size()) {
        findings.add(
            at,
            "outcome %d has %d payoffs, bound: %d, one per player"
                .formatted(outcomes.size() + 1, numbers.size(), players.size()),
            Integer.toString(numbers.size()),
            "as many payoffs as there are players");
        throw new Stop();
      }
      outcomes.add(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
    tokens.brace(Kind.CLOSE, "a closing brace after the outcomes");
    return outcomes;
  }

  private MarkovGameBuilder table(@Nullable List<double[]> outcomes) throws Stop {
    var builder = MarkovGame.builder(players, new double[players.size()]);
    int state = builder.state("game", strategies);
    var profile = new int[players.size()];
    var nothing = new double[players.size()];
    for (int k = 0; k < profiles; k++) {
      if (tokens.kind() == Kind.END) {
        findings.add(
            tokens.at(),
            "the file ends after %,d of %,d profiles".formatted(k, profiles),
            null,
            outcomes == null
                ? "%d payoffs per profile, %,d numbers"
                    .formatted(players.size(), (long) profiles * players.size())
                : "an outcome for every profile; 0 for none");
        throw new Stop();
      }
      if (outcomes == null) {
        builder.profile(state, profile, payoffs());
      } else {
        int number = tokens.whole("the number of an outcome", 0, outcomes.size());
        builder.profile(state, profile, number == 0 ? nothing : outcomes.get(number - 1));
      }
      advance(profile);
    }
    return builder;
  }

  private double[] payoffs() throws Stop {
    var payoffs = new double[players.size()];
    for (int i = 0; i < payoffs.length; i++) {
      if (tokens.kind() == Kind.COMMA) {
        tokens.next();
      }
      payoffs[i] = tokens.payoff();
    }
    return payoffs;
  }

  private void advance(int[] profile) {
    int i = 0;
    while (i < profile.length && ++profile[i] == strategies.get(i).size()) {
      profile[i++] = 0;
    }
  }
}
