package org.servanda.report.answer;

import java.util.List;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.SecurityLevels;
import org.servanda.model.measure.SecurityLevels.Level;

/// A worst case in words.
public final class WorstCaseWords {
  private WorstCaseWords() {}

  /// {@return who is held against whom, and what is taken for granted}
  public static String assumption(Answer answer, SecurityLevels levels) {
    String coalition = answer.names(levels.coalition());
    if (levels.others().isEmpty()) {
      return "What %s can bring about together; nobody is left to oppose them."
          .formatted(coalition);
    }
    return "What %s can be sure of%s, even if %s cared for nothing but harm and knew all dispositions."
        .formatted(
            coalition,
            levels.coalition().size() > 1 ? " together" : "",
            answer.names(levels.others()));
  }

  /// {@return what a number beside a party means}
  public static String sure(Answer answer, SecurityLevels levels, String party) {
    return levels.coalition().contains(party)
        ? "worth to %s of which it is sure".formatted(answer.name(party))
        : "worth to %s that they cannot take from it".formatted(answer.name(party));
  }

  /// {@return one level per party: its only one, or the average over its dispositions}
  public static List<Level> averages(Answer answer, SecurityLevels levels) {
    return answer.parties().stream().map(party -> average(party, levels)).toList();
  }

  private static Level average(Assessment.PartyLabel party, SecurityLevels levels) {
    Level last = null;
    for (var level : levels.levels()) {
      if (level.party().equals(party.key())) {
        last = level;
      }
    }
    if (last == null) {
      throw new IllegalArgumentException("no level for party \"" + party.key() + "\"");
    }
    return last;
  }
}
