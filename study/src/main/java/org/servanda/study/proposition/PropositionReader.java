package org.servanda.study.proposition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.study.proposition.Proposition.Accord;
import org.servanda.study.proposition.Proposition.Side;
import org.servanda.study.proposition.Proposition.Signature;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads files of propositions and says all that is wrong with them.
///
/// Whether the sides make scenarios of the accords is for [Stager] to say.
public final class PropositionReader {
  private static final Set<String> KEYS =
      Set.of(
          "proposition",
          "name",
          "claim",
          "counter-claim",
          "note",
          "accords",
          "setting",
          "sides",
          "effect",
          "is",
          "unit",
          "holds",
          "because");

  private final String file;
  private final Problems problems;
  private final EditReader edits;

  private PropositionReader(String file) {
    this.file = file;
    this.problems = new Problems(file);
    this.edits = new EditReader(problems);
  }

  /// Reads a file.
  ///
  /// @throws UncheckedIOException if the file cannot be read
  public static PropositionReading read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /// Reads a text.
  ///
  /// @param name how problems call it
  /// @param text YAML
  public static PropositionReading read(String name, String text) {
    var reader = new PropositionReader(name);
    var proposition = reader.proposition(text);
    return proposition == null || !reader.problems.none()
        ? new PropositionReading.Rejected(reader.problems.all())
        : new PropositionReading.Read(proposition);
  }

  private @Nullable Proposition proposition(String text) {
    var root = YamlBlock.root(text, problems);
    var block = root == null ? null : YamlBlock.of(root, "the file", KEYS, problems);
    if (block == null) {
      return null;
    }
    checkRoles(block.node());
    String id = block.text("proposition");
    if (id != null && !id.matches("P[0-9]{2}")) {
      problems.add(
          block.node(), "proposition is \"%s\", must be P and two digits".formatted(id), "P03");
    }
    String name = block.text("name");
    String claim = block.text("claim");
    String counter = block.text("counter-claim");
    String note = block.optionalText("note");
    var accords = accords(block);
    var setting = block.entries().get("setting");
    var common = setting == null ? List.<Edit>of() : edits.edits(setting, "setting");
    var sides = sides(block);
    var criterion = criterion(block, sides);
    return id == null || name == null || claim == null || counter == null || criterion == null
        ? null
        : new Proposition(id, name, claim, counter, note, accords, common, sides, criterion, file);
  }

  private List<Accord> accords(YamlBlock block) {
    var list = block.required("accords");
    var accords = new ArrayList<Accord>();
    if (list != null) {
      for (Node item : YamlBlock.items(list, "accords", problems)) {
        var accord = accord(item);
        if (accord != null) {
          accords.add(accord);
        }
      }
      if (accords.isEmpty()) {
        problems.add(list, "there is no accord", "accords: [ukraine/1994-budapest]");
      }
      if (accords.stream().map(Accord::id).distinct().count() < accords.size()) {
        problems.add(list, "an accord twice", "name each once");
      }
    }
    return accords;
  }

  private @Nullable Accord accord(Node item) {
    if (item instanceof ScalarNode word) {
      return accord(item, word.getValue(), Roles.Named.NOBODY);
    }
    var keys = Set.of("accord", Roles.PROTECTED, Roles.GUARANTOR);
    var block = YamlBlock.of(item, "an accord", keys, problems);
    String id = block == null ? null : block.text("accord");
    return block == null || id == null
        ? null
        : accord(
            item,
            id,
            new Roles.Named(
                block.optionalText(Roles.PROTECTED), block.optionalText(Roles.GUARANTOR)));
  }

  private @Nullable Accord accord(Node at, String id, Roles.Named named) {
    if (!id.matches("[a-z0-9-]+(/[a-z0-9-]+)*")) {
      problems.add(at, "\"%s\" is no accord".formatted(id), "ukraine/1994-budapest");
      return null;
    }
    return new Accord(id, named, Problems.place(at));
  }

  private List<Side> sides(YamlBlock block) {
    var value = block.required("sides");
    var list = value == null ? null : YamlBlock.of(value, "sides", Set.of(), problems);
    var sides = new ArrayList<Side>();
    if (list != null) {
      list.entries()
          .forEach((name, node) -> {
            if (!name.matches("[a-z][a-z0-9-]*")) {
              problems.add(node, "\"%s\" is no name of a side".formatted(name), "one-word");
            }
            boolean refused = node instanceof ScalarNode word && word.getValue().equals("refuse");
            sides.add(
                new Side(
                    name,
                    refused ? List.of() : edits.edits(node, name),
                    refused ? Signature.REFUSED : Signature.SIGNED,
                    Problems.place(node)));
          });
      if (sides.size() < 2) {
        problems.add(list.node(), "fewer than two sides", "one with and one without");
      }
    }
    return sides;
  }

  private @Nullable Criterion criterion(YamlBlock block, List<Side> sides) {
    var effect = block.required("effect");
    String words = block.text("is");
    var unit = unit(block);
    var holds = block.required("holds");
    String because = block.text("because");
    var bounds = Set.of("above", "below");
    var bound = holds == null ? null : YamlBlock.of(holds, "holds", bounds, problems);
    if (bound != null && bound.entries().size() != 1) {
      problems.add(bound.node(), "holds has not exactly one bound", "{above: 0.01}");
      bound = null;
    }
    Double limit = bound == null ? null : edits.number(bound.entries().firstEntry().getValue());
    if (effect == null || unit == null || words == null || because == null || limit == null) {
      return null;
    }
    var side =
        bound != null && bound.entries().containsKey("above")
            ? Criterion.Bound.ABOVE
            : Criterion.Bound.BELOW;
    return new Criterion(
        new EffectReader(problems).terms(effect, sides), words, unit, side, limit, because);
  }

  private Criterion.@Nullable Unit unit(YamlBlock block) {
    String word = block.text("unit");
    for (var unit : Criterion.Unit.values()) {
      if (unit.word().equals(word)) {
        return unit;
      }
    }
    if (word != null) {
      var words = new TreeSet<String>();
      Set.of(Criterion.Unit.values()).forEach(u -> words.add(u.word()));
      problems.add(
          block.entries().getOrDefault("unit", block.node()),
          "unit is \"%s\"".formatted(word),
          "one of " + String.join(", ", words));
    }
    return null;
  }

  /// Roles may stand anywhere; a word after `$` that is none is wrong wherever it stands.
  private void checkRoles(Node node) {
    switch (node) {
      case ScalarNode scalar -> {
        var unknown = new HashSet<String>();
        var roles = Roles.IN_TEXT.matcher(scalar.getValue());
        while (roles.find()) {
          if (!Roles.ALL.contains(roles.group(1)) && unknown.add(roles.group(1))) {
            problems.add(
                scalar,
                "$%s is no role".formatted(roles.group(1)),
                "one of "
                    + new TreeSet<>(Roles.ALL)
                        .stream().map(r -> "$" + r).collect(Collectors.joining(", ")));
          }
        }
      }
      case SequenceNode list -> list.getValue().forEach(this::checkRoles);
      case MappingNode map ->
          map.getValue()
              .forEach(t -> {
                checkRoles(t.getKeyNode());
                checkRoles(t.getValueNode());
              });
      default -> throw new IllegalStateException("aliases are refused before: " + node);
    }
  }
}
