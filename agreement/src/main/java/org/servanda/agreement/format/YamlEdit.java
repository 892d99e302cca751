package org.servanda.agreement.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Changes one value of a YAML text and leaves every other character as it is.
///
/// A path is keys and item numbers from 1. Comments stay where they are; those on the line of a
/// removed block entry go with it.
public final class YamlEdit {
  private final String text;
  private final Node root;
  private final String lineBreak;

  private YamlEdit(String text, Node root) {
    this.text = text;
    this.root = root;
    this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
  }

  private static YamlEdit of(String text) {
    Node root = parsed(text, "the text");
    demandNoAlias(root, -1);
    return new YamlEdit(text, root);
  }

  /// An alias stands for a node that was written before the place it is used in.
  private static void demandNoAlias(Node node, int after) {
    int start = node.getStartMark().orElseThrow().getIndex();
    if (start < after) {
      throw new IllegalArgumentException(
          "the value in line %s is used again by an alias\nTry: write it out"
              .formatted(node.getStartMark().orElseThrow().getLine() + 1));
    }
    switch (node) {
      case SequenceNode list -> list.getValue().forEach(item -> demandNoAlias(item, start));
      case MappingNode block ->
          block
              .getValue()
              .forEach(t ->
                  demandNoAlias(
                      t.getValueNode(), t.getKeyNode().getStartMark().orElseThrow().getIndex()));
      default -> {}
    }
  }

  private static Node parsed(String text, String what) {
    var findings = new Findings();
    Node root = YamlTree.read(text, findings);
    if (root == null) {
      Findings.Finding first = findings.kept().getFirst();
      throw new IllegalArgumentException(
          "%s, line %s: %s\nTry: %s"
              .formatted(what, first.place().line(), first.what(), first.tryThis()));
    }
    return root;
  }

  /// {@return the text with a value put in a place: over the old one, or as a new entry at the end
  /// of its block; blocks on the way that do not exist are made}
  ///
  /// @param text YAML without aliases
  /// @param path the place
  /// @param value YAML on one line
  /// @throws IllegalArgumentException if the text or value is not YAML, the value has several
  ///   lines, or the path goes through a single value or past the end of a list
  public static String set(String text, List<String> path, String value) {
    demandLine(value);
    YamlEdit edit = of(text);
    Node at = edit.root;
    for (int depth = 0; depth < path.size(); depth++) {
      Node next = child(at, path.get(depth));
      if (next == null) {
        return edit.insert(at, path.subList(depth, path.size()), value, path);
      }
      at = next;
    }
    return edit.replaced(at, value);
  }

  /// {@return the text with an item put at the end of a list}
  ///
  /// @param text YAML without aliases
  /// @param path the list
  /// @param value YAML on one line
  /// @throws IllegalArgumentException if the text or value is not YAML, the value has several
  ///   lines, or there is no list
  public static String append(String text, List<String> path, String value) {
    demandLine(value);
    YamlEdit edit = of(text);
    if (!(edit.demand(path) instanceof SequenceNode list)) {
      throw new IllegalArgumentException(dotted(path) + " is no list");
    }
    return edit.appended(list, list.getValue(), "- ", value);
  }

  /// {@return the text without an entry or item}
  ///
  /// @param text YAML without aliases
  /// @param path the entry or item; not empty
  /// @throws IllegalArgumentException if the text is not YAML or there is nothing in that place
  public static String remove(String text, List<String> path) {
    YamlEdit edit = of(text);
    Node parent = edit.demand(path.subList(0, path.size() - 1));
    edit.demand(path);
    return switch (parent) {
      case SequenceNode list ->
          edit.removed(list, list.getValue(), list.getValue(), number(path.getLast()) - 1);
      case MappingNode block -> {
        var keys = block.getValue().stream().map(NodeTuple::getKeyNode).toList();
        var values = block.getValue().stream().map(NodeTuple::getValueNode).toList();
        yield edit.removed(block, keys, values, indexOf(keys, path.getLast()));
      }
      default -> throw new AssertionError("a single value has no child: " + path);
    };
  }

  /// Refuses a text that has nothing in a place.
  ///
  /// @param text YAML without aliases
  /// @param path the place
  /// @throws IllegalArgumentException if the text is not YAML or there is nothing in that place
  public static void demandPlace(String text, List<String> path) {
    of(text).demand(path);
  }

  /// {@return where a place is, or the deepest block on the way to it that there is}
  ///
  /// @param text YAML
  /// @param path the place
  /// @throws IllegalArgumentException if the text is not YAML
  public static Place place(String text, List<String> path) {
    Node at = parsed(text, "the text");
    Mark mark = at.getStartMark().orElseThrow();
    int depth = 0;
    while (depth < path.size()) {
      Node next = child(at, path.get(depth));
      if (next == null) {
        break;
      }
      mark = key(at, path.get(depth), next).getStartMark().orElseThrow();
      at = next;
      depth++;
    }
    int index = mark.getIndex();
    return new Place(
        depth == 0 ? "" : dotted(path.subList(0, depth)),
        mark.getLine() + 1,
        mark.getColumn() + 1,
        index,
        index);
  }

  /// A block's entry begins with its key, a list's item with itself.
  private static Node key(Node parent, String step, Node value) {
    if (!(parent instanceof MappingNode block)) {
      return value;
    }
    var keys = block.getValue().stream().map(NodeTuple::getKeyNode).toList();
    return keys.get(indexOf(keys, step));
  }

  // ---- finding places

  private Node demand(List<String> path) {
    Node at = root;
    for (String step : path) {
      Node next = child(at, step);
      if (next == null) {
        throw new IllegalArgumentException("there is no " + dotted(path));
      }
      at = next;
    }
    return at;
  }

  private static @Nullable Node child(Node node, String step) {
    return switch (node) {
      case MappingNode block ->
          block.getValue().stream()
              .filter(t -> t.getKeyNode() instanceof ScalarNode s && s.getValue().equals(step))
              .map(NodeTuple::getValueNode)
              .findFirst()
              .orElse(null);
      case SequenceNode list -> {
        int number = number(step);
        yield number >= 1 && number <= list.getValue().size()
            ? list.getValue().get(number - 1)
            : null;
      }
      default -> null;
    };
  }

  private static int indexOf(List<Node> keys, String key) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i) instanceof ScalarNode s && s.getValue().equals(key)) {
        return i;
      }
    }
    throw new AssertionError("a key found before is gone: " + key);
  }

  private static int number(String step) {
    return step.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(step) : 0;
  }

  private int start(Node node) {
    return offset(node.getStartMark().orElseThrow());
  }

  /// {@return one past the last character that belongs to a node: block collections end with their
  /// last entry, not where the next token starts}
  private int end(Node node) {
    return switch (node) {
      case CollectionNode<?> c when isBracketed(c) -> offset(c.getEndMark().orElseThrow());
      case SequenceNode list -> end(list.getValue().getLast());
      case MappingNode block -> {
        NodeTuple last = block.getValue().getLast();
        yield Math.max(end(last.getKeyNode()), end(last.getValueNode()));
      }
      case AnchorNode anchor -> end(anchor.getRealNode());
      default -> {
        int from = start(node);
        int to = offset(node.getEndMark().orElseThrow());
        while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
          to--;
        }
        yield to;
      }
    };
  }

  /// {@return whether a collection ends with a bracket: one pair in a bracketed list needs none}
  private boolean isBracketed(CollectionNode<?> node) {
    char first = text.charAt(start(node));
    return node.getFlowStyle() == FlowStyle.FLOW && (first == '{' || first == '[');
  }

  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private int column(Node node) {
    return node.getStartMark().orElseThrow().getColumn();
  }

  private int lineEnd(int from) {
    int at = text.indexOf('\n', from);
    int end = at < 0 ? text.length() : at;
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  // ---- changing them

  private String replaced(Node node, String value) {
    int from = start(node);
    int to = end(node);
    boolean blank = from == to && from > 0 && text.charAt(from - 1) == ':';
    return splice(from, to, blank ? " " + value : value);
  }

  private String insert(Node parent, List<String> steps, String value, List<String> path) {
    String nested = value;
    for (int i = steps.size() - 1; i > 0; i--) {
      nested = "{" + Plain.text(steps.get(i)) + ": " + nested + "}";
    }
    String entry = Plain.text(steps.getFirst()) + ": " + nested;
    return switch (parent) {
      case MappingNode block ->
          appended(
              block, block.getValue().stream().map(NodeTuple::getValueNode).toList(), "", entry);
      case ScalarNode blank when ShapeReader.isNothing(blank) -> replaced(blank, "{" + entry + "}");
      default ->
          throw new IllegalArgumentException(
              "%s cannot be set: %s holds no keys"
                  .formatted(dotted(path), dotted(path.subList(0, path.size() - steps.size()))));
    };
  }

  private <T> String appended(
      CollectionNode<T> parent, List<Node> values, String dash, String entry) {
    boolean pair =
        parent instanceof SequenceNode && parsed(entry, "the value") instanceof MappingNode;
    String bracketed = pair && !entry.startsWith("{") ? "{" + entry + "}" : entry;
    if (values.isEmpty()) {
      int inside = start(parent) + 1;
      return splice(inside, inside, bracketed);
    }
    int last = end(values.getLast());
    if (parent.getFlowStyle() == FlowStyle.FLOW) {
      return splice(last, last, ", " + bracketed);
    }
    int at = lineEnd(last);
    return splice(at, at, lineBreak + " ".repeat(column(parent)) + dash + entry);
  }

  private <T> String removed(
      CollectionNode<T> parent, List<Node> starts, List<Node> ends, int index) {
    if (starts.size() == 1) {
      return replaced(parent, parent instanceof SequenceNode ? "[]" : "{}");
    }
    int from = start(starts.get(index));
    int to = Math.max(end(starts.get(index)), end(ends.get(index)));
    if (parent.getFlowStyle() == FlowStyle.FLOW) {
      return index + 1 < starts.size()
          ? splice(from, afterComma(to), "")
          : splice(end(ends.get(index - 1)), to, "");
    }
    int line = text.lastIndexOf('\n', from - 1) + 1;
    String before = text.substring(line, from);
    boolean ownLine =
        before.isBlank() || (parent instanceof SequenceNode && before.matches(" *- *"));
    int end = lineEnd(to);
    int next = Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
    return ownLine ? splice(line, next, "") : splice(from, start(starts.get(index + 1)), "");
  }

  private int afterComma(int from) {
    int at = text.indexOf(',', from) + 1;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private String splice(int from, int to, String middle) {
    return text.substring(0, from) + middle + text.substring(to);
  }

  private static void demandLine(String value) {
    if (value.contains("\n") || value.contains("\r")) {
      throw new IllegalArgumentException(
          "value has several lines: " + Printable.shown(value) + "\nTry: {key: value} on one line");
    }
    parsed(value, "the value");
  }

  private static String dotted(List<String> path) {
    return path.isEmpty() ? "the file" : String.join(".", path);
  }
}
