package org.servanda.gamefile;

import java.util.List;
import java.util.stream.Collectors;

/// What came of reading a game file.
public sealed interface GameReading {

  /// {@return the game}
  ///
  /// @throws IllegalArgumentException if the file was rejected, with every problem in the message
  GameFile orThrow();

  /// The file describes a game.
  ///
  /// @param game what it describes
  record Read(GameFile game) implements GameReading {
    @Override
    public GameFile orThrow() {
      return game;
    }
  }

  /// The file cannot be used.
  ///
  /// @param problems what is wrong with it, by place; at least one. Of more than 50, the first 50
  ///   found are told and a last one says how many more there are
  record Rejected(List<Problem> problems) implements GameReading {
    /// Copies.
    public Rejected {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("rejected without a problem");
      }
    }

    @Override
    public GameFile orThrow() {
      throw new IllegalArgumentException(
          problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    }
  }
}
