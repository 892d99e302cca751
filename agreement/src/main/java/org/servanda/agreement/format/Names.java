package org.servanda.agreement.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.evidence.Bibliography;
import org.servanda.agreement.evidence.Source;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The names a file gives to its parties and sources, found before anything that uses them.
///
/// @param parties keys of parties, each with its role as far as it is legible; empty if there are
///   more than a scenario can have: then that is the problem, and no name is held against it
/// @param sources the file's own sources by key; null if there are more than a scenario can have
public record Names(
    SequencedMap<String, @Nullable Role> parties, @Nullable SequencedMap<String, Source> sources) {

  /// {@return the names in a file}
  ///
  /// @param root its root
  static Names in(Node root) {
    var parties = new LinkedHashMap<String, @Nullable Role>();
    var written = entries(child(root, "parties"));
    (written.size() > Vocabulary.MOST_PARTIES ? Map.<String, Node>of() : written)
        .forEach((key, value) -> {
          if (key.length() <= 200 && key.matches(Shape.KeyRule.PARTY.pattern())) {
            Node role = child(value, "role");
            parties.putIfAbsent(
                key, role instanceof ScalarNode s ? Role.named(s.getValue()) : null);
          }
        });
    var cited = entries(child(root, "sources"));
    if (cited.size() > Vocabulary.MOST_SOURCES) {
      return new Names(parties, null);
    }
    var sources = new LinkedHashMap<String, Source>();
    cited.forEach((key, value) -> {
      if (!key.isBlank() && value instanceof ScalarNode s) {
        sources.putIfAbsent(key, new Source(key, s.getValue()));
      }
    });
    return new Names(parties, sources);
  }

  /// {@return the source with this key, or null if there is none}
  ///
  /// @param key a key of the file's own sources or of the bibliography
  @Nullable Source source(String key) {
    if (sources == null) {
      return new Source(key, key);
    }
    Source own = sources.get(key);
    return own != null ? own : Bibliography.standard().source(key);
  }

  /// {@return the keys of parties that may have a role}
  ///
  /// @param role the role, null for any
  List<String> parties(@Nullable Role role) {
    return parties.entrySet().stream()
        .filter(e -> role == null || e.getValue() == null || e.getValue() == role)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static @Nullable Node child(@Nullable Node node, String key) {
    return entries(node).get(key);
  }

  private static Map<String, Node> entries(@Nullable Node node) {
    var entries = new LinkedHashMap<String, Node>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.putIfAbsent(key.getValue(), tuple.getValueNode());
        }
      }
    }
    return entries;
  }
}
