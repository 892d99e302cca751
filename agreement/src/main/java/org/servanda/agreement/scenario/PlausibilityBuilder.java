package org.servanda.agreement.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.format.Findings;
import org.servanda.agreement.format.Found;
import org.servanda.agreement.format.Place;
import org.servanda.agreement.format.Spelling;

/// Reads how plausible the values within ranges are.
///
/// @param findings receives what is wrong
/// @param written the numbers of the file, by key
record PlausibilityBuilder(Findings findings, Set<String> written) {

  Plausibility plausibility(Found.@Nullable Block block) {
    if (block == null) {
      return Plausibility.usual();
    }
    String word = block.value("shape", String.class);
    var shape = word == null ? null : Plausibility.Shape.named(word);
    return new Plausibility(
        shape == null ? Plausibility.Shape.PERT : shape,
        shapes(block.block("shapes")),
        together(block.row("together")));
  }

  private LinkedHashMap<String, Plausibility.Shape> shapes(Found.@Nullable Block block) {
    var shapes = new LinkedHashMap<String, Plausibility.Shape>();
    if (block != null) {
      block
          .entries()
          .forEach((key, entry) -> {
            String word = block.value(key, String.class);
            var shape = word == null ? null : Plausibility.Shape.named(word);
            if (known(key, entry.key()) && shape != null) {
              shapes.put(key, shape);
            }
          });
    }
    return shapes;
  }

  private List<Plausibility.Together> together(Found.@Nullable Row row) {
    var groups = new ArrayList<Plausibility.Together>();
    var grouped = new HashSet<String>();
    for (Found item : row == null ? List.<Found>of() : row.items()) {
      if (item instanceof Found.Block group) {
        var keys = keys(group, grouped);
        Double correlation = group.value("correlation", Double.class);
        if (keys.size() > 1 && correlation != null) {
          groups.add(new Plausibility.Together(keys, correlation));
        }
      }
    }
    return groups;
  }

  private List<String> keys(Found.Block group, Set<String> grouped) {
    var keys = new ArrayList<String>();
    var row = group.row("estimates");
    for (var item : items(row)) {
      if (known(item.raw(), item.place())) {
        if (!grouped.add(item.raw())) {
          findings.add(
              item.place(),
              "%s moves together with others twice".formatted(item.raw()),
              item.raw(),
              "name it in one group");
        }
        keys.add(item.raw());
      }
    }
    if (row != null && row.items().size() < 2) {
      findings.add(
          row.place(),
          "%d estimate moves together with none, bound: 2 or more".formatted(row.items().size()),
          null,
          "name at least two, or delete the group");
    }
    return keys;
  }

  private static List<Found.Leaf> items(Found.@Nullable Row row) {
    var leaves = new ArrayList<Found.Leaf>();
    for (Found item : row == null ? List.<Found>of() : row.items()) {
      if (item instanceof Found.Leaf leaf) {
        leaves.add(leaf);
      }
    }
    return leaves;
  }

  private boolean known(String key, Place place) {
    var parameters = Parameters.standard().all().keySet();
    if (written.contains(key) || parameters.contains(key)) {
      return true;
    }
    var all = new ArrayList<>(written);
    all.addAll(parameters);
    String near = Spelling.nearest(key, all);
    findings.add(
        place,
        "no estimate \"%s\"".formatted(key),
        key,
        near == null ? "a key of a number in this file, or of a parameter" : near);
    return false;
  }
}
