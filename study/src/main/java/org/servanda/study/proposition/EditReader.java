package org.servanda.study.proposition;

import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.ClauseKind;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads lists of edits.
///
/// @param problems receives what is wrong
record EditReader(Problems problems) {
  private static final Set<String> KINDS =
      Set.of("drop", "add", "party", "assume", "forget", "record", "join", "drift", "follow");

  /// {@return the edits that are sound}
  List<Edit> edits(Node list, String key) {
    var edits = new ArrayList<Edit>();
    for (Node item : YamlBlock.items(list, key, problems)) {
      var block = YamlBlock.of(item, "an edit", KINDS, problems);
      if (block != null) {
        block
            .entries()
            .forEach((kind, value) -> {
              var edit = edit(kind, value);
              if (edit != null) {
                edits.add(edit);
              }
            });
      }
    }
    return edits;
  }

  private @Nullable Edit edit(String kind, Node value) {
    return switch (kind) {
      case "drop" -> drop(value);
      case "add" -> add(value);
      case "party" -> party(value);
      case "assume" -> assume(value);
      case "forget" -> {
        String party = role(value);
        yield party == null ? null : new Edit.Forget(party);
      }
      case "record" -> recall(value);
      case "join" -> join(value);
      case "drift" -> drift(value);
      case "follow" -> follow(value);
      default -> throw new AssertionError("a kind of edit that nothing reads: " + kind);
    };
  }

  private @Nullable Edit drop(Node value) {
    if (value instanceof ScalarNode word) {
      var kind = kind(word);
      return kind == null ? null : new Edit.Drop(kind, new LinkedHashMap<>());
    }
    var entry = single(value, "drop", "drop: {security-guarantee: {by: $guarantor}}");
    var kind =
        entry == null ? null : kind(((MappingNode) value).getValue().getFirst().getKeyNode());
    var terms =
        entry == null ? null : YamlBlock.of(entry.getValue(), "the terms", Set.of(), problems);
    if (kind == null || terms == null) {
      return null;
    }
    var lines = new LinkedHashMap<String, String>();
    terms.entries().forEach((term, node) -> lines.put(term, YamlBlock.line(node)));
    return new Edit.Drop(kind, lines);
  }

  private @Nullable Edit add(Node value) {
    var entry = single(value, "add", "add: {force-limit: {by: $protected}}");
    if (entry == null || kind(((MappingNode) value).getValue().getFirst().getKeyNode()) == null) {
      return null;
    }
    return new Edit.Add(YamlBlock.line(value));
  }

  private @Nullable Edit party(Node value) {
    var entry = single(value, "party", "party: {$protected: {nuclear: latent}}");
    if (entry == null) {
      return null;
    }
    String party = role(entry.getKey(), value);
    var terms = YamlBlock.of(entry.getValue(), "the party", Set.of(), problems);
    if (party == null || terms == null) {
      return null;
    }
    var lines = new LinkedHashMap<String, @Nullable String>();
    terms
        .entries()
        .forEach((term, node) -> {
          String line = YamlBlock.line(node);
          lines.put(term, line.isEmpty() || line.equals("~") ? null : line);
        });
    return new Edit.Describe(party, lines);
  }

  private @Nullable Edit assume(Node value) {
    var entry = single(value, "assume", "assume: {war.cost: 0.2}");
    return entry == null ? null : new Edit.Assume(entry.getKey(), YamlBlock.line(entry.getValue()));
  }

  private @Nullable Edit recall(Node value) {
    var block = YamlBlock.of(value, "a record", Set.of("by", "kept-until", "broken"), problems);
    var by = block == null ? null : block.required("by");
    String party = by == null ? null : role(by);
    if (block == null || party == null) {
      return null;
    }
    boolean kept = block.entries().containsKey("kept-until");
    if (kept == block.entries().containsKey("broken")) {
      problems.add(
          value,
          "a record says either how long before the signature a pledge was broken, or until when it"
              + " was kept",
          "{by: $challenger, broken: P2Y}");
      return null;
    }
    String conduct = kept ? "kept-until" : "broken";
    var when = block.required(conduct);
    var before = when == null ? null : period(when);
    return before == null ? null : new Edit.Recall(party, conduct, before);
  }

  private @Nullable Edit join(Node value) {
    var entry = single(value, "join", "join: {second: {role: guarantor, of: [$protected]}}");
    if (entry == null) {
      return null;
    }
    if (!entry.getKey().matches("[a-z][a-z0-9-]*")) {
      problems.add(value, "\"%s\" is no key of a party".formatted(entry.getKey()), "second");
      return null;
    }
    return new Edit.Join(entry.getKey(), YamlBlock.line(entry.getValue()));
  }

  private @Nullable Edit drift(Node value) {
    var block = YamlBlock.of(value, "a drift", Set.of("toward", "per-year"), problems);
    var toward = block == null ? null : block.required("toward");
    String party = toward == null ? null : role(toward);
    var rate = block == null ? null : block.required("per-year");
    Double perYear = rate == null ? null : number(rate);
    return party == null || perYear == null ? null : new Edit.Drift(party, perYear);
  }

  private @Nullable Edit follow(Node value) {
    return period(value) == null ? null : new Edit.Follow(YamlBlock.line(value));
  }

  /// {@return a number; null, after a problem, if there is none}
  @Nullable Double number(Node value) {
    try {
      double number = Double.parseDouble(YamlBlock.line(value));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    problems.add(value, "\"%s\" is no number".formatted(YamlBlock.line(value)), "0.05");
    return null;
  }

  private @Nullable Period period(Node value) {
    try {
      var period = Period.parse(YamlBlock.line(value));
      if (!period.isNegative()) {
        return period;
      }
    } catch (DateTimeException _) {
      // said below
    }
    problems.add(value, "\"%s\" is no length of time".formatted(YamlBlock.line(value)), "P2Y");
    return null;
  }

  private @Nullable ClauseKind kind(Node word) {
    String written = YamlBlock.line(word);
    var kind = ClauseKind.named(written);
    if (kind == null) {
      problems.add(
          word,
          "\"%s\" is no kind of clause".formatted(written),
          "one of "
              + Arrays.stream(ClauseKind.values())
                  .map(ClauseKind::word)
                  .collect(Collectors.joining(", ")));
    }
    return kind;
  }

  private Map.@Nullable Entry<String, Node> single(Node value, String what, String example) {
    if (value instanceof MappingNode map && map.getValue().size() == 1) {
      var block = YamlBlock.of(value, what, Set.of(), problems);
      return block == null ? null : block.entries().firstEntry();
    }
    problems.add(value, "\"%s\" needs a block with one key".formatted(what), example);
    return null;
  }

  private @Nullable String role(Node value) {
    return role(YamlBlock.line(value), value);
  }

  /// Whether the word after `$` is a role is checked for the whole file at once.
  private @Nullable String role(String written, Node at) {
    if (written.startsWith("$") || written.matches("[a-z][a-z0-9-]*")) {
      return written;
    }
    problems.add(at, "\"%s\" is no party".formatted(written), "$" + Roles.PROTECTED);
    return null;
  }
}
