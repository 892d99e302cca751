package org.servanda.agreement.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Role;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Walks a file along a shape: what fits is read, what does not is a finding.
///
/// Work is bounded by the number of nodes times the number of words known in a place; lists and
/// tables longer than their bound are one finding and are not entered.
public final class ShapeReader {
  private static final int UNKNOWN_KEYS_TOLD = 20;

  private final Findings findings;
  private final ScalarReader scalars;
  private final KeyReader keys;
  private final EstimateReader estimates;

  private ShapeReader(Names names, Findings findings) {
    this.findings = findings;
    this.scalars = new ScalarReader(names, findings);
    this.keys = new KeyReader(scalars, findings);
    this.estimates = new EstimateReader(this, keys, names, findings);
  }

  /// {@return what a whole file says, or null if it is no block of keys}
  ///
  /// @param root the root of the file
  /// @param findings where to say what is wrong
  public static Found.@Nullable Block readFile(Node root, Findings findings) {
    var reader = new ShapeReader(Names.in(root), findings);
    return reader.read(root, Vocabulary.scenario(), "", "the file") instanceof Found.Block block
        ? block
        : null;
  }

  /// {@return what stands in a node, or null after saying what is wrong}
  ///
  /// @param node the node
  /// @param shape what may stand there
  /// @param path its place in the structure
  /// @param label how messages call it
  @Nullable Found read(Node node, Shape shape, String path, String label) {
    Place place = place(node, path);
    if (!tagIsPlain(node, place)) {
      return null;
    }
    return switch (shape) {
      case Shape.Fields fields -> fields(node, fields, place, label);
      case Shape.Table table -> table(node, table, place, label);
      case Shape.Choice choice -> choice(node, choice, place);
      case Shape.Items items -> items(node, items, place, label);
      case Shape.OneOrMore some -> oneOrMore(node, some, place, label);
      case Shape.Either either -> read(node, form(node, either), path, label);
      case Shape.Terms terms -> terms(node, terms, place, label);
      case Shape.Assumptions _ -> estimates.assumptions(node, place);
      case Shape.Quantity quantity -> estimates.quantity(node, quantity, place, label);
      default ->
          node instanceof ScalarNode scalar
              ? leaf(scalar, shape, place, label)
              : misfit(node, shape, place, label);
    };
  }

  private @Nullable Found leaf(ScalarNode node, Shape shape, Place place, String label) {
    Object value =
        switch (shape) {
          case Shape.Text(int longest) -> scalars.text(node, longest, place, label);
          case Shape.Word(var words) -> scalars.word(node, words, place, label);
          case Shape.PartyKey(@Nullable Role role) -> scalars.party(node, role, place, label);
          case Shape.SourceKey() -> scalars.source(node, place);
          case Shape.Amount amount -> scalars.amount(node, amount, place, label);
          case Shape.Plain plain -> scalars.plain(node, plain, place, label);
          case Shape.Count(int min, int max) -> scalars.count(node, min, max, place, label);
          case Shape.Version(int number) -> version(node, number, place);
          case Shape.Yes() -> yes(node, place, label);
          case Shape.Day() -> scalars.day(node, place, label);
          case Shape.Span span -> scalars.span(node, span, place, label);
          case Shape.Moment() -> scalars.moment(node, place, label);
          case Shape.Fields _,
              Shape.Table _,
              Shape.Choice _,
              Shape.Items _,
              Shape.OneOrMore _,
              Shape.Either _,
              Shape.Terms _,
              Shape.Assumptions _,
              Shape.Quantity _ ->
              throw new AssertionError("not a single value: " + shape);
        };
    return value == null ? null : new Found.Leaf(place, node.getValue(), value);
  }

  private @Nullable Object version(ScalarNode node, int number, Place place) {
    if (node.getTag().equals(Tag.INT) && node.getValue().equals(Integer.toString(number))) {
      return number;
    }
    findings.add(
        place,
        "the file is in format %s, bound: %s".formatted(Printable.shown(node.getValue()), number),
        node.getValue(),
        "servanda: " + number);
    return null;
  }

  private @Nullable Object yes(ScalarNode node, Place place, String label) {
    if (node.getTag().equals(Tag.BOOL) && node.getValue().equalsIgnoreCase("true")) {
      return true;
    }
    findings.add(
        place,
        "%s is %s, not true".formatted(label, Printable.shown(node.getValue())),
        node.getValue(),
        "true, or leave the key out");
    return null;
  }

  // ---- blocks of keys

  private @Nullable Found fields(Node node, Shape.Fields fields, Place place, String label) {
    var lacking = new LinkedHashSet<String>();
    fields.fields().stream()
        .filter(f -> f.presence() == Field.Presence.REQUIRED)
        .forEach(f -> lacking.add(f.key()));
    if (!(node instanceof MappingNode mapping)) {
      return misfit(node, fields, place, label);
    }
    var entries = new LinkedHashMap<String, Found.Entry>();
    int unknown = 0;
    var written = keys.of(mapping, place.path(), label);
    var free = new ArrayList<>(fields.keys());
    free.removeAll(written.keySet());
    for (var key : written.entrySet()) {
      Field field = fields.field(key.getKey());
      lacking.remove(key.getKey());
      if (field == null) {
        unknown++;
        if (unknown <= UNKNOWN_KEYS_TOLD) {
          lacking.remove(keys.unknown(key.getKey(), key.getValue(), fields, label, free));
        }
        entries.put(key.getKey(), new Found.Entry(key.getValue().place(), null));
        continue;
      }
      String path = join(place.path(), field.key());
      Found value = read(key.getValue().value(), field.shape(), path, field.key());
      entries.put(field.key(), new Found.Entry(key.getValue().place().at(path), value));
    }
    if (unknown > UNKNOWN_KEYS_TOLD) {
      findings.add(
          place,
          "%s has %s keys nobody knows".formatted(label, unknown),
          null,
          Words.oneOf(fields.keys()));
    }
    for (String key : lacking) {
      Field field = fields.field(key);
      String example = field == null ? "" : field.example();
      findings.add(
          place, "%s lacks \"%s\"".formatted(label, key), null, "%s: %s".formatted(key, example));
    }
    return new Found.Block(place, entries);
  }

  private @Nullable Found table(Node node, Shape.Table table, Place place, String label) {
    if (!(node instanceof MappingNode mapping)) {
      return misfit(node, table, place, label);
    }
    if (mapping.getValue().size() > table.most()) {
      return tooMany(mapping.getValue().size(), table.noun(), table.most(), place);
    }
    var entries = new LinkedHashMap<String, Found.Entry>();
    keys.of(mapping, place.path(), label)
        .forEach((key, at) -> {
          String path = join(place.path(), key);
          boolean fit = keys.fit(key, table, at.place().at(path), label);
          String name = Printable.shown(key);
          Found value = fit ? read(at.value(), table.value(), path, name) : null;
          entries.put(key, new Found.Entry(at.place().at(path), value));
        });
    return new Found.Block(place, entries);
  }

  private @Nullable Found choice(Node node, Shape.Choice choice, Place place) {
    if (!(node instanceof MappingNode mapping)) {
      if (node instanceof ScalarNode scalar && choice.choices().containsKey(scalar.getValue())) {
        findings.add(
            place,
            "\"%s\" stands alone, without its terms".formatted(scalar.getValue()),
            scalar.getValue(),
            scalar.getValue() + ": {}" + terms(choice, scalar.getValue()));
        return null;
      }
      return misfit(node, choice, place, "a " + choice.noun());
    }
    var written = keys.of(mapping, place.path(), "a " + choice.noun());
    if (written.size() != 1) {
      return notOneKey(written, choice, place);
    }
    KeyReader.Key first = written.firstEntry().getValue();
    String key = written.firstEntry().getKey();
    Shape.Fields terms = choice.choices().get(key);
    if (terms == null) {
      String near = Spelling.nearest(key, choice.choices().keySet());
      findings.add(
          first.place(),
          "\"%s\" is no %s".formatted(Printable.shown(key), choice.noun()),
          key,
          near != null ? near : Words.oneOf(choice.choices().keySet()));
      return null;
    }
    String path = join(place.path(), key);
    boolean nothingNeeded =
        terms.fields().stream().noneMatch(f -> f.presence() == Field.Presence.REQUIRED);
    Found value =
        nothingNeeded && isNothing(first.value())
            ? new Found.Block(first.place().at(path), new LinkedHashMap<>())
            : read(first.value(), terms, path, key);
    var entries = new LinkedHashMap<String, Found.Entry>();
    entries.put(key, new Found.Entry(first.place().at(path), value));
    return new Found.Block(place, entries);
  }

  private @Nullable Found notOneKey(
      SequencedMap<String, KeyReader.Key> written, Shape.Choice choice, Place place) {
    findings.add(
        place,
        "a %s has %s keys, bound: 1".formatted(choice.noun(), written.size()),
        written.isEmpty() ? null : String.join(", ", written.keySet()),
        written.isEmpty()
            ? Words.oneOf(choice.choices().keySet())
            : "terms in braces behind the kind: - %s: {…}"
                .formatted(Printable.shown(written.firstEntry().getKey())));
    return null;
  }

  private static String terms(Shape.Choice choice, String key) {
    Shape.Fields fields = choice.choices().get(key);
    return fields == null || fields.fields().isEmpty() ? "" : " with " + Words.and(fields.keys());
  }

  private @Nullable Found terms(Node node, Shape.Terms terms, Place place, String label) {
    if (!(node instanceof MappingNode mapping)) {
      return misfit(node, terms, place, label);
    }
    // which kind is meant is known only to whoever knows the neighboring key: keep the node
    return new Found.Leaf(place, label, new RawTerms(mapping, terms, this));
  }

  /// The terms under `with`, to be read once the kind of clause is known.
  ///
  /// @param mapping the block
  /// @param shape all kinds of clauses
  /// @param reader who reads it
  public record RawTerms(MappingNode mapping, Shape.Terms shape, ShapeReader reader) {
    /// {@return the terms, read as those of a kind of clause}
    ///
    /// @param kind the kind's word
    /// @param path place of the block
    public Found.@Nullable Block as(String kind, String path) {
      Shape.Fields fields = shape.clauses().choices().get(kind);
      return fields != null && reader.read(mapping, fields, path, kind) instanceof Found.Block block
          ? block
          : null;
    }
  }

  // ---- lists

  private @Nullable Found items(Node node, Shape.Items items, Place place, String label) {
    if (!(node instanceof SequenceNode sequence)) {
      return misfit(node, items, place, label);
    }
    if (sequence.getValue().size() > items.most()) {
      return tooMany(sequence.getValue().size(), items.noun(), items.most(), place);
    }
    return row(sequence.getValue(), items.item(), place, n -> label + " " + n);
  }

  private @Nullable Found oneOrMore(Node node, Shape.OneOrMore some, Place place, String label) {
    if (!(node instanceof SequenceNode sequence)) {
      Found one = read(node, some.item(), place.path(), label);
      var single = new ArrayList<@Nullable Found>();
      single.add(one);
      return one == null ? null : new Found.Row(place, single);
    }
    int size = sequence.getValue().size();
    if (size == 0) {
      findings.add(place, label + " is an empty list", "[]", "one name or more, or leave it out");
      return null;
    }
    return size > some.most()
        ? tooMany(size, "items in " + label, some.most(), place)
        : row(sequence.getValue(), some.item(), place, _ -> label);
  }

  private Found row(List<Node> nodes, Shape item, Place place, IntFunction<String> label) {
    var row = new ArrayList<@Nullable Found>();
    for (int i = 0; i < nodes.size(); i++) {
      String path = join(place.path(), Integer.toString(i + 1));
      row.add(read(nodes.get(i), item, path, label.apply(i + 1)));
    }
    return new Found.Row(place, row);
  }

  private @Nullable Found tooMany(int count, String noun, int most, Place place) {
    findings.add(
        place,
        "%s %s, bound: %s".formatted(Words.grouped(count), noun, Words.grouped(most)),
        Integer.toString(count),
        "at most %s %s".formatted(Words.grouped(most), noun));
    return null;
  }

  // ---- what is written where something else is needed

  private static Shape form(Node node, Shape.Either either) {
    Shape best = either.forms().getFirst();
    long most = -1;
    for (Shape form : either.forms()) {
      boolean block = form instanceof Shape.Fields || form instanceof Shape.Choice;
      if (block != node instanceof MappingNode) {
        continue;
      }
      long shared = node instanceof MappingNode m ? shared(m, form) : 0;
      if (shared > most) {
        most = shared;
        best = form;
      }
    }
    return most < 0 ? either.forms().getLast() : best;
  }

  private static long shared(MappingNode mapping, Shape form) {
    return mapping.getValue().stream()
        .filter(t ->
            t.getKeyNode() instanceof ScalarNode s
                && form instanceof Shape.Fields f
                && f.field(s.getValue()) != null)
        .count();
  }

  @Nullable Found misfit(Node node, Shape shape, Place place, String label) {
    String written =
        switch (node) {
          case SequenceNode _ -> "a list";
          case MappingNode _ -> "a block of keys";
          case ScalarNode s when isNothing(s) -> "blank";
          case ScalarNode s -> "\"" + Printable.shown(s.getValue()) + "\"";
          default -> "something else";
        };
    String value = node instanceof ScalarNode s ? s.getValue() : null;
    findings.add(
        place,
        "%s is %s; %s is needed".formatted(label, written, Asked.noun(shape)),
        value,
        Asked.example(shape));
    return null;
  }

  private boolean tagIsPlain(Node node, Place place) {
    Tag tag = node.getTag();
    boolean plain =
        node instanceof ScalarNode
            ? List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL).contains(tag)
            : tag.equals(Tag.MAP) || tag.equals(Tag.SEQ);
    if (!plain) {
      String name = Printable.shown(tag.getValue());
      findings.add(place, "the tag " + name + " means nothing here", name, "delete the tag");
    }
    return plain;
  }

  static boolean isNothing(Node node) {
    return node instanceof ScalarNode s && s.getTag().equals(Tag.NULL);
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  static Place place(Node node, String path) {
    Mark start = node.getStartMark().orElse(null);
    Mark end = node.getEndMark().orElse(start);
    return start == null || end == null ? Place.TOP.at(path) : YamlTree.place(path, start, end);
  }
}
