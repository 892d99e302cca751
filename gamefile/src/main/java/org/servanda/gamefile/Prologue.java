package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.List;
import org.servanda.gamefile.GambitTokens.Kind;
import org.servanda.gamefile.GambitTokens.Stop;

/// What both of Gambit's formats begin with.
final class Prologue {
  private Prologue() {}

  /// Reads the format, its version, the obsolete letter and the title.
  static String title(GambitTokens tokens, String format, String version) throws Stop {
    if (!tokens.is(format)) {
      throw tokens.missing("the word " + format, format + " " + version + " R");
    }
    tokens.next();
    if (!tokens.is(version)) {
      throw tokens.missing("%s, the version of the format".formatted(version), version);
    }
    tokens.next();
    if (!tokens.is("R") && !tokens.is("D")) {
      throw tokens.missing("the letter R (or D, in old files)", "R");
    }
    tokens.next();
    return tokens.text("the title");
  }

  /// Reads the list of players; one without a name is called by its number.
  static List<String> players(GambitTokens tokens) throws Stop {
    int at = tokens.at();
    tokens.brace(Kind.OPEN, "the list of players in braces");
    var players = new ArrayList<String>();
    while (tokens.kind() != Kind.CLOSE) {
      String name = tokens.text("the name of a player");
      players.add(name.isEmpty() ? Integer.toString(players.size() + 1) : name);
      tokens.bound(players.size(), Bounds.PLAYERS, "players");
    }
    tokens.next();
    Bounds.players(players, at, tokens.findings());
    if (!tokens.findings().none()) {
      throw new Stop();
    }
    return players;
  }
}
