package org.servanda.agreement.format;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Parses YAML 1.2 after counting what it would become.
///
/// The events are counted first, without building anything: depth, nodes, and the nodes aliases
/// stand for. So the tree built afterwards is no larger than the bounds, whatever the text says.
public final class YamlTree {
  /// The deepest nesting read.
  public static final int DEEPEST = 32;

  /// The most nodes read.
  public static final int MOST_NODES = 100_000;

  /// The most nodes all aliases together may stand for.
  public static final int MOST_ALIASED = 10_000;

  private final Findings findings;
  private final Map<String, Long> sizes = new HashMap<>();
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private long nodes;
  private long aliased;
  private int documents;

  /// A collection that has begun.
  ///
  /// @param anchor its anchor, null if it has none
  /// @param nodesBefore nodes counted before it
  private record Open(@Nullable String anchor, long nodesBefore) {}

  private YamlTree(Findings findings) {
    this.findings = findings;
  }

  /// {@return the root of the only document, or null if something was found}
  ///
  /// @param text YAML
  /// @param findings where to say what is wrong
  public static @Nullable Node read(String text, Findings findings) {
    try {
      var tree = new YamlTree(findings);
      LoadSettings settings = settings(text);
      ParserImpl events = parser(text, settings);
      while (events.hasNext()) {
        if (!tree.count(events.next())) {
          return null;
        }
      }
      Node root = new Composer(settings, parser(text, settings)).getSingleNode().orElse(null);
      if (root == null) {
        findings.add(
            Place.TOP, "the file is empty", null, "start with \"servanda: 1\" and a title");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      YamlProblem problem = YamlProblem.of(e);
      findings.add(
          mark == null ? Place.TOP : place("", mark, mark),
          problem.what(),
          null,
          problem.tryThis());
      return null;
    } catch (YamlEngineException e) {
      findings.add(
          Place.TOP,
          "not YAML: " + Printable.line(String.valueOf(e.getMessage())),
          null,
          "a scenario file in YAML 1.2");
      return null;
    }
  }

  /// The buffer holds the whole text: a smaller one is copied once per fill, so that time would
  /// grow with the square of the longest value.
  private static LoadSettings settings(String text) {
    return LoadSettings.builder()
        .setBufferSize(text.length() + 1)
        .setCodePointLimit(TextGuard.LONGEST + 1)
        .setMaxAliasesForCollections(MOST_ALIASED)
        .setSchema(new CoreSchema())
        .setUseMarks(true)
        .setAllowNonScalarKeys(true)
        .build();
  }

  private static ParserImpl parser(String text, LoadSettings settings) {
    return new ParserImpl(settings, new StreamReader(settings, text));
  }

  /// {@return the place between two marks}
  ///
  /// @param path place in the structure
  /// @param start first mark
  /// @param end last mark
  static Place place(String path, Mark start, Mark end) {
    return new Place(
        path, start.getLine() + 1, start.getColumn() + 1, start.getIndex(), end.getIndex());
  }

  private boolean count(Event event) {
    Mark mark = event.getStartMark().orElse(null);
    Place place = mark == null ? Place.TOP : place("", mark, mark);
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      findings.add(
          place, "a second YAML document starts here, bound: 1", "---", "one file per scenario");
      return false;
    }
    if (event instanceof NodeEvent && !(event instanceof AliasEvent)) {
      nodes++;
    }
    switch (event) {
      case CollectionStartEvent start -> {
        open.push(new Open(anchor(start), nodes - 1));
        if (open.size() > DEEPEST) {
          findings.add(
              place,
              "nesting is %s deep here, bound: %s".formatted(open.size(), DEEPEST),
              null,
              "fewer brackets; a scenario needs about 8");
          return false;
        }
      }
      case CollectionEndEvent _ -> {
        Open closed = open.pop();
        if (closed.anchor() != null) {
          sizes.put(closed.anchor(), nodes - closed.nodesBefore());
        }
      }
      case ScalarEvent scalar when scalar.isPlain() && scalar.getValue().equals("<<") -> {
        findings.add(
            place, "YAML 1.2 has no merge key <<", "<<", "write the entries of the block out");
        return false;
      }
      case ScalarEvent scalar when anchor(scalar) != null -> sizes.put(anchor(scalar), 1L);
      case AliasEvent alias -> {
        return countAlias(alias, place);
      }
      default -> {}
    }
    return bounded(place);
  }

  private boolean countAlias(AliasEvent alias, Place place) {
    String name = alias.getAlias().getValue();
    if (open.stream().anyMatch(o -> name.equals(o.anchor()))) {
      findings.add(place, "*" + name + " stands inside itself", "*" + name, "write it out");
      return false;
    }
    long size = sizes.getOrDefault(name, 1L);
    nodes += size;
    aliased += size;
    if (aliased > MOST_ALIASED) {
      findings.add(
          place,
          "aliases expand to more than %s nodes at *%s"
              .formatted(Words.grouped(MOST_ALIASED), name),
          "*" + name,
          "write the repeated parts out; a scenario needs no aliases");
      return false;
    }
    return bounded(place);
  }

  private boolean bounded(Place place) {
    if (nodes > MOST_NODES) {
      findings.add(
          place,
          "the file holds more than %s values and keys".formatted(Words.grouped(MOST_NODES)),
          null,
          "a smaller file; a scenario of 200 clauses needs about 3,000");
      return false;
    }
    return true;
  }

  private static @Nullable String anchor(NodeEvent event) {
    return event.getAnchor().map(a -> a.getValue()).orElse(null);
  }
}
