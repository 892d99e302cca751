package org.servanda.agreement.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.servanda.agreement.agreement.Role;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads the keys of blocks.
final class KeyReader {
  private final ScalarReader scalars;
  private final Findings findings;

  KeyReader(ScalarReader scalars, Findings findings) {
    this.scalars = scalars;
    this.findings = findings;
  }

  /// {@return the key that was probably meant, or the key itself}
  String unknown(String key, Key at, Shape.Fields fields, String label, List<String> free) {
    String near = Spelling.nearest(key, free);
    if (near == null) {
      near = Spelling.nearest(key, fields.keys());
    }
    findings.add(
        at.place(),
        "%s has no key \"%s\"".formatted(label, Printable.shown(key)),
        key,
        near != null ? near : instead(key, at, free));
    return near != null ? near : key;
  }

  private static String instead(String key, Key at, List<String> free) {
    boolean cut = at.style() == FlowStyle.FLOW && ShapeReader.isNothing(at.value());
    if (cut) {
      return "quotes around the text before it: a comma ends a text in braces";
    }
    String home = Vocabulary.home(key);
    if (home != null) {
      return "move it under " + home;
    }
    return free.isEmpty() ? "delete it" : Words.oneOf(free);
  }

  /// A key as written.
  ///
  /// @param place where it stands
  /// @param value what stands behind it
  /// @param style whether it stands in braces
  record Key(Place place, Node value, FlowStyle style) {}

  /// {@return the keys of a block in order, without those that cannot be read}
  SequencedMap<String, Key> of(MappingNode mapping, String path, String label) {
    var keys = new LinkedHashMap<String, Key>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = ShapeReader.place(tuple.getKeyNode(), path);
      if (!(tuple.getKeyNode() instanceof ScalarNode node)) {
        findings.add(place, label + " has a key that is no word", null, "key: value");
        continue;
      }
      String key = node.getValue();
      if (key.isBlank()) {
        findings.add(place, label + " has a blank key", null, "key: value");
        continue;
      }
      if (!scalars.fit(key, place, "a key of " + label)) {
        continue;
      }
      Key first =
          keys.putIfAbsent(key, new Key(place, tuple.getValueNode(), mapping.getFlowStyle()));
      if (first != null) {
        findings.add(
            place.at(ShapeReader.join(path, key)),
            "\"%s\" stands twice in %s, first in line %s"
                .formatted(Printable.shown(key), label, first.place().line()),
            key,
            "delete one of the two");
      }
    }
    return keys;
  }

  /// {@return whether a chosen key may be called so}
  boolean fit(String key, Shape.Table table, Place place, String label) {
    Shape.KeyRule rule = table.keys();
    if (rule == Shape.KeyRule.PRINCIPAL) {
      var node = new ScalarNode(Tag.STR, key, ScalarStyle.PLAIN);
      return scalars.party(node, Role.PRINCIPAL, place, label) != null;
    }
    int length = key.codePointCount(0, key.length());
    if (length > rule.longest()) {
      findings.add(
          place,
          "a key of %s has %s characters, bound: %s"
              .formatted(label, Words.grouped(length), rule.longest()),
          Printable.shown(key),
          "a shorter key");
      return false;
    }
    if (!key.matches(rule.pattern())) {
      String plain = key.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
      findings.add(
          place,
          "key \"%s\" under %s, bound: %s".formatted(Printable.shown(key), label, rule.words()),
          key,
          plain.matches(rule.pattern()) ? plain : rule.words());
      return false;
    }
    return true;
  }
}
