package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Names for information sets, which in Gambit's format need not be unique.
///
/// A name in the file that no other set has stays. Another set is called by its player and number,
/// as in `Receiver:2`; if such a name is taken, all sets are called by two numbers, as in `2:1`.
final class SetNames {
  private SetNames() {}

  /// {@return unique names, none empty}
  ///
  /// @param players their names
  /// @param labels names of the sets in the file, may be empty
  /// @param owners player of each set, from 1
  /// @param numbers number of each set, unique within its player
  static List<String> unique(
      List<String> players, List<String> labels, List<Integer> owners, List<Integer> numbers) {
    var uses = new HashMap<String, Integer>();
    labels.forEach(label -> uses.merge(label, 1, Integer::sum));
    var names = new ArrayList<String>();
    for (int h = 0; h < labels.size(); h++) {
      boolean own = !labels.get(h).isEmpty() && uses.getOrDefault(labels.get(h), 0) == 1;
      names.add(own ? labels.get(h) : players.get(owners.get(h) - 1) + ":" + numbers.get(h));
    }
    if (new HashSet<>(names).size() < names.size()) {
      for (int h = 0; h < names.size(); h++) {
        names.set(h, owners.get(h) + ":" + numbers.get(h));
      }
    }
    return names;
  }
}
