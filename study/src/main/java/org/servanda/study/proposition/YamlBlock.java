package org.servanda.study.proposition;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Keys and values of one block of a YAML file, with their places.
final class YamlBlock {
  private static final int LONGEST = 256 * 1024;
  private static final int DEEPEST = 16;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true).build();

  private final Node node;
  private final String what;
  private final Problems problems;
  private final SequencedMap<String, Node> entries = new LinkedHashMap<>();

  private YamlBlock(Node node, String what, Problems problems) {
    this.node = node;
    this.what = what;
    this.problems = problems;
  }

  /// {@return the root of a text; null if something is wrong with it}
  static @Nullable Node root(String text, Problems problems) {
    var top = new Proposition.Position(1, 1);
    if (text.length() > LONGEST) {
      problems.add(
          top, "the file has more than %d characters".formatted(LONGEST), "a shorter file");
      return null;
    }
    try {
      if (!isShallow(text, problems)) {
        return null;
      }
      var root = tree(text);
      if (root == null) {
        problems.add(top, "the file is empty", "start with \"proposition: P01\"");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      problems.add(
          e.getProblemMark().map(Problems::place).orElse(top),
          "not YAML: " + String.valueOf(e.getProblem()).replace('\n', ' '),
          "balanced brackets and quotes, and spaces for indents");
    } catch (YamlEngineException e) {
      problems.add(
          top, "not YAML: " + String.valueOf(e.getMessage()).replace('\n', ' '), "one document");
    }
    return null;
  }

  /// {@return the tree of a text; null if it is empty}
  ///
  /// @throws YamlEngineException if it is not one document of YAML
  static @Nullable Node tree(String text) {
    var events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    return new Composer(SETTINGS, events).getSingleNode().orElse(null);
  }

  /// Events are counted before a tree is built: what is nested too deeply would break the builder.
  private static boolean isShallow(String text, Problems problems) {
    var open = new ArrayDeque<CollectionStartEvent>();
    var events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    while (events.hasNext()) {
      var event = events.next();
      if (event instanceof AliasEvent alias) {
        problems.add(
            Problems.place(alias.getStartMark().orElseThrow()), "an alias", "write the value out");
        return false;
      }
      if (event instanceof CollectionStartEvent start) {
        open.push(start);
      } else if (event instanceof CollectionEndEvent) {
        open.pop();
      }
      if (open.size() > DEEPEST) {
        problems.add(
            Problems.place(open.element().getStartMark().orElseThrow()),
            "nested more than %d deep".formatted(DEEPEST),
            "fewer brackets");
        return false;
      }
    }
    return true;
  }

  /// {@return a block; null if there is none, or it has keys that are unknown or come twice}
  ///
  /// @param what how problems call it
  /// @param known the keys allowed; empty to allow all
  static @Nullable YamlBlock of(Node node, String what, Set<String> known, Problems problems) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          node,
          what + " is no block of keys",
          known.isEmpty() ? "key: value" : new TreeSet<>(known).getFirst() + ": …");
      return null;
    }
    var block = new YamlBlock(node, what, problems);
    boolean sound = true;
    for (var tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.isEmpty() && !known.contains(key)) {
        problems.add(
            tuple.getKeyNode(),
            "unknown key \"%s\" in %s".formatted(key, what),
            "one of " + String.join(", ", new TreeSet<>(known)));
        sound = false;
      } else if (block.entries.put(key, tuple.getValueNode()) != null) {
        problems.add(
            tuple.getKeyNode(), "\"%s\" twice in %s".formatted(key, what), "delete one of the two");
        sound = false;
      }
    }
    return sound ? block : null;
  }

  /// {@return keys and values, in the order of the file}
  SequencedMap<String, Node> entries() {
    return entries;
  }

  /// {@return where the block begins}
  Node node() {
    return node;
  }

  /// {@return the value of a key that must be there; null, after a problem, if it is not}
  @Nullable Node required(String key) {
    var value = entries.get(key);
    if (value == null) {
      problems.add(node, "%s has no \"%s\"".formatted(what, key), key + ": …");
    }
    return value;
  }

  /// {@return a text that must be there, without line breaks; null, after a problem, if it is not}
  @Nullable String text(String key) {
    var value = required(key);
    return value == null ? null : text(value, key);
  }

  /// {@return a text; null if the key is not there}
  @Nullable String optionalText(String key) {
    var value = entries.get(key);
    return value == null ? null : text(value, key);
  }

  private @Nullable String text(Node value, String key) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip().replaceAll("\\s+", " ");
    }
    problems.add(value, "\"%s\" is no text".formatted(key), key + ": a few words");
    return null;
  }

  /// {@return items of a list; an empty list, after a problem, if there is none}
  static List<Node> items(Node value, String key, Problems problems) {
    if (value instanceof SequenceNode list) {
      return list.getValue();
    }
    problems.add(value, "\"%s\" is no list".formatted(key), key + ": [ … ]");
    return List.of();
  }

  /// {@return a value as YAML on one line}
  static String line(Node value) {
    return switch (value) {
      case ScalarNode scalar ->
          scalar.getScalarStyle() == ScalarStyle.PLAIN ? scalar.getValue() : quoted(scalar);
      case SequenceNode list ->
          list.getValue().stream().map(YamlBlock::line).collect(Collectors.joining(", ", "[", "]"));
      case MappingNode block ->
          block.getValue().stream()
              .map(t -> line(t.getKeyNode()) + ": " + line(t.getValueNode()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> throw new IllegalStateException("aliases are refused before: " + value);
    };
  }

  private static String quoted(ScalarNode scalar) {
    String plain = scalar.getValue().replaceAll("\\s+", " ");
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
