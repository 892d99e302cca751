package org.servanda.workbench.draft;

import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.scenario.Problem;
import org.servanda.agreement.scenario.ScenarioText;

/// Takes the wrong alternatives out of a file.
///
/// When a clause of the drafted proposal is moved along its levels, it may pass the level of an
/// alternative, which then says nothing new. That should not stop answers about all the others.
final class Soundness {
  private static final String ALTERNATIVES = "alternatives";
  private static final String INSIDE = ALTERNATIVES + ".";

  private Soundness() {}

  /// {@return the file without the alternatives that problems lie in; the file itself if a problem
  /// lies elsewhere}
  static ScenarioText of(ScenarioText text, List<Problem> problems) {
    if (!problems.stream().allMatch(p -> p.path().startsWith(INSIDE))) {
      return text;
    }
    var left = text;
    for (String place : problems.stream().map(Problem::path).distinct().toList()) {
      left = without(left, place.substring(INSIDE.length()));
    }
    return left;
  }

  /// Names may hold dots: the shortest beginning of the place that is a name is the one meant.
  private static ScenarioText without(ScenarioText text, String place) {
    for (String name : beginnings(place)) {
      try {
        return text.remove(ALTERNATIVES, name);
      } catch (IllegalArgumentException none) {
        continue; // there is no alternative of this name: perhaps it goes on after the dot
      }
    }
    return text;
  }

  private static List<String> beginnings(String place) {
    var beginnings = new ArrayList<String>();
    for (int dot = place.indexOf('.'); dot >= 0; dot = place.indexOf('.', dot + 1)) {
      beginnings.add(place.substring(0, dot));
    }
    beginnings.add(place);
    return beginnings;
  }
}
