package org.servanda.study.proposition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.agreement.scenario.Scenario;

/// Names estimates so that the same number has the same name in every side and every accord: by
/// roles instead of parties, and clauses by what they are about instead of by their number.
final class RoleKeys {
  private static final String CLAUSE = "agreement.";

  private final Scenario scenario;
  private final Map<String, String> words = new HashMap<>();

  private RoleKeys(Scenario scenario, Roles roles) {
    this.scenario = scenario;
    scenario.parties().forEach(p -> words.put(p.key(), roles.roleOf(p.key())));
  }

  /// {@return names by key of estimate, all different}
  ///
  /// @param keys of estimates of the scenario, in an order that does not depend on parties' names
  static Map<String, String> of(Scenario scenario, Roles roles, Iterable<String> keys) {
    var namer = new RoleKeys(scenario, roles);
    var names = new HashMap<String, String>();
    var taken = new HashSet<String>();
    for (String key : keys) {
      String name = namer.name(key);
      String free = name;
      for (int n = 2; !taken.add(free); n++) {
        free = name + "#" + n;
      }
      names.put(key, free);
    }
    return names;
  }

  private String name(String key) {
    if (key.startsWith(CLAUSE)) {
      var steps = key.split("\\.", 4);
      var clause = scenario.agreement().clauses().get(Integer.parseInt(steps[1]) - 1);
      return CLAUSE + steps[2] + about(clause) + "." + steps[3];
    }
    return Arrays.stream(key.split("\\.")).map(this::word).collect(Collectors.joining("."));
  }

  private String word(String step) {
    return words.getOrDefault(step, step);
  }

  /// {@return the parties of a clause in brackets, by role}
  private String about(Clause clause) {
    var parties = new LinkedHashSet<String>();
    for (String word : ClauseText.of(clause).split("[^A-Za-z0-9-]+")) {
      if (words.containsKey(word)) {
        parties.add(words.getOrDefault(word, word));
      }
    }
    return parties.isEmpty() ? "" : "(" + String.join(",", parties) + ")";
  }
}
