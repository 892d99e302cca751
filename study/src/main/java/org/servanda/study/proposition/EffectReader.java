package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.TrialCounts;
import org.servanda.study.proposition.Criterion.Term;
import org.servanda.study.proposition.Proposition.Side;
import org.servanda.study.proposition.Proposition.Signature;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads effects, such as `conquest.$challenger in disarmed - conquest.$challenger in free`.
///
/// @param problems receives what is wrong
record EffectReader(Problems problems) {
  private static final String EXAMPLE = "value.$protected in one-side - value.$protected in other";
  private static final Pattern SURVIVAL =
      Pattern.compile("survival\\.(breach|clash|exit)\\.([1-9][0-9]?)y");
  private static final Pattern OF_A_PARTY = Pattern.compile("([a-z-]+)\\.\\$?[a-z][a-z0-9-]*");

  /// {@return the terms that are sound}
  List<Term> terms(Node effect, List<Side> sides) {
    var words = words(effect);
    var terms = new ArrayList<Term>();
    int sign = 1;
    for (int at = 0; at < words.length; at += 4) {
      if (at + 2 >= words.length || !words[at + 1].equals("in")) {
        problems.add(effect, "the effect is not \"MEASURE in SIDE - MEASURE in SIDE\"", EXAMPLE);
        return List.of();
      }
      var term = term(effect, sign, words[at], words[at + 2], sides);
      if (term != null) {
        terms.add(term);
      }
      if (at + 3 < words.length) {
        if (!Set.of("+", "-").contains(words[at + 3])) {
          problems.add(effect, "\"%s\" is neither + nor -".formatted(words[at + 3]), EXAMPLE);
          return List.of();
        }
        sign = words[at + 3].equals("+") ? 1 : -1;
      }
    }
    if (words.length % 4 == 0) {
      problems.add(effect, "the effect ends with a sign", EXAMPLE);
    }
    for (var side : sides) {
      if (terms.stream().noneMatch(t -> t.side().equals(side.name()))) {
        problems.add(
            side.place(),
            "side \"%s\" is not in the effect".formatted(side.name()),
            "leave it out");
      }
    }
    return terms;
  }

  private static String[] words(Node effect) {
    String text = effect instanceof ScalarNode scalar ? scalar.getValue() : YamlBlock.line(effect);
    return text.strip().split("\\s+");
  }

  private @Nullable Term term(Node at, int sign, String measure, String name, List<Side> sides) {
    var side = sides.stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
    if (side == null) {
      problems.add(
          at,
          "there is no side \"%s\"".formatted(name),
          "one of " + String.join(", ", sides.stream().map(Side::name).toList()));
      return null;
    }
    var survival = SURVIVAL.matcher(measure);
    if (survival.matches()) {
      if (side.signature() == Signature.REFUSED && !survival.group(1).equals("clash")) {
        problems.add(
            at,
            "%s in %s: where nothing is signed, nothing can be breached or left"
                .formatted(measure, name),
            measure.replaceFirst("breach|exit", "clash"));
        return null;
      }
      return new Term(sign, measure, name);
    }
    var known = new TreeSet<>(Set.of("value"));
    Arrays.stream(TrialCounts.Act.values()).forEach(act -> known.add(act.word()));
    var ofParty = OF_A_PARTY.matcher(measure);
    if (ofParty.matches() && known.contains(ofParty.group(1))) {
      return new Term(sign, measure, name);
    }
    problems.add(
        at,
        "\"%s\" is no measure".formatted(measure),
        "survival.clash.10y, or one of %s with a party, such as value.$protected"
            .formatted(String.join(", ", known)));
    return null;
  }
}
