package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioText;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Makes edits in the text of an accord.
///
/// Its alternatives go first: they speak of clauses that edits may drop.
final class AccordEditor {
  private static final String AGREEMENT = "agreement";
  private static final String RECORD = "record";

  private final Scenario accord;
  private final Roles roles;
  private ScenarioText text;

  private AccordEditor(ScenarioText text, Scenario accord, Roles roles) {
    this.text = text;
    this.accord = accord;
    this.roles = roles;
  }

  /// {@return the text with all edits made, in their order}
  ///
  /// @param accord what the text says
  /// @throws IllegalArgumentException if an edit names a role that nobody has
  static ScenarioText edited(ScenarioText text, Scenario accord, Roles roles, List<Edit> edits) {
    var editor = new AccordEditor(text, accord, roles);
    if (!accord.alternatives().isEmpty()) {
      editor.text = editor.text.remove("alternatives");
    }
    edits.forEach(editor::make);
    return editor.text;
  }

  private void make(Edit edit) {
    switch (edit) {
      case Edit.Drop drop -> drop(drop);
      case Edit.Add(String clause) -> text = text.append(roles.fill(clause), AGREEMENT);
      case Edit.Describe(String party, var terms) -> describe(roles.fill(party), terms);
      case Edit.Assume(String key, String value) ->
          text = text.set(roles.fill(value), "assumptions", roles.fill(key));
      case Edit.Forget(String party) -> forget(roles.fill(party));
      case Edit.Recall recall -> recall(recall);
      case Edit.Join(String key, String description) ->
          text = text.set(roles.fill(description), "parties", key);
      case Edit.Drift(String toward, double perYear) -> {
        double first = roles.fill(toward).equals(roles.first()) ? perYear : -perYear;
        text = text.set(Double.toString(first), "balance", "drift");
      }
      case Edit.Follow(String horizon) -> text = text.set(horizon, "time", "horizon");
    }
  }

  private void describe(String party, Map<String, @Nullable String> terms) {
    terms.forEach((term, value) -> {
      if (value != null) {
        text = text.set(roles.fill(value), "parties", party, term);
      } else if (has(List.of("parties", party, term))) {
        text = text.remove("parties", party, term);
      }
    });
  }

  private void drop(Edit.Drop drop) {
    var clauses = items(AGREEMENT);
    for (int n = clauses.size(); n >= 1; n--) {
      if (clauses.get(n - 1) instanceof MappingNode clause && matches(clause, drop)) {
        text = text.remove(AGREEMENT, Integer.toString(n));
      }
    }
  }

  private boolean matches(MappingNode clause, Edit.Drop drop) {
    var kind = clause.getValue().getFirst();
    return YamlBlock.line(kind.getKeyNode()).equals(drop.kind().word())
        && drop.terms().entrySet().stream()
            .allMatch(t -> says(kind.getValueNode(), t.getKey(), roles.fill(t.getValue())));
  }

  /// Whether a block has a value under a key, alone or in a list.
  private static boolean says(Node block, String key, String value) {
    var written = child(block, key);
    return switch (written) {
      case SequenceNode list ->
          YamlBlock.line(list).equals(value)
              || list.getValue().stream().anyMatch(item -> YamlBlock.line(item).equals(value));
      case null -> false;
      default -> YamlBlock.line(written).equals(value);
    };
  }

  private void forget(String party) {
    var entries = items(RECORD);
    for (int n = entries.size(); n >= 1; n--) {
      if (says(entries.get(n - 1), "by", party)) {
        text = text.remove(RECORD, Integer.toString(n));
      }
    }
  }

  private void recall(Edit.Recall recall) {
    String entry =
        "{by: %s, pledge: an earlier pledge, %s: %s}"
            .formatted(
                roles.fill(recall.party()),
                recall.conduct(),
                accord.time().start().minus(recall.before()));
    text = has(List.of(RECORD)) ? text.append(entry, RECORD) : text.set("[" + entry + "]", RECORD);
  }

  private List<Node> items(String key) {
    return child(root(), key) instanceof SequenceNode list
        ? new ArrayList<>(list.getValue())
        : List.of();
  }

  private boolean has(List<String> path) {
    @Nullable Node at = root();
    for (String step : path) {
      at = at == null ? null : child(at, step);
    }
    return at != null;
  }

  private Node root() {
    return Objects.requireNonNull(YamlBlock.tree(text.text()), "an accord that was read");
  }

  private static @Nullable Node child(Node node, String key) {
    if (node instanceof MappingNode block) {
      for (var tuple : block.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }
}
