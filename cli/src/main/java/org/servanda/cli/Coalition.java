package org.servanda.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.servanda.gamefile.GameFile;

/// The players of `--player`.
///
/// @param game the game they play
/// @param written names or numbers from 1; the first player if empty
record Coalition(GameFile game, List<String> written) {

  /// {@return their places, from 0, each once}
  ///
  /// @throws Complaint if one is not there or named twice
  List<Integer> members() {
    if (written.isEmpty()) {
      return List.of(0);
    }
    var names = names();
    var members = new ArrayList<Integer>();
    for (String word : written) {
      int player = player(word.strip(), names);
      if (members.contains(player)) {
        throw new Complaint(
            "--player names %s twice".formatted(names.get(player)), "each player once");
      }
      members.add(player);
    }
    return members;
  }

  private List<String> names() {
    return switch (game) {
      case GameFile.Tree tree -> tree.game().players();
      case GameFile.States states ->
          IntStream.range(0, states.game().players()).mapToObj(states.game()::player).toList();
    };
  }

  private static int player(String word, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(word)) {
        return i;
      }
    }
    if (word.matches("\\d{1,4}")) {
      int number = Integer.parseInt(word);
      if (number >= 1 && number <= names.size()) {
        return number - 1;
      }
    }
    String near = Nearest.to(word, names);
    throw new Complaint(
        "--player is \"%s\", and the game has no such player".formatted(word),
        near == null
            ? "one of \"%s\", or a number from 1 to %d"
                .formatted(String.join("\", \"", names), names.size())
            : "--player \"" + near + "\"");
  }
}
