package org.servanda.agreement.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Confidence;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameter;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.RivalSet;
import org.servanda.agreement.evidence.Source;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads numbers that may be uncertain, and the assumptions that replace default parameters.
final class EstimateReader {
  private static final int UNKNOWN_KEYS_TOLD = 20;

  private final ShapeReader shapes;
  private final ScalarReader scalars;
  private final KeyReader keys;
  private final Names names;
  private final Findings findings;

  EstimateReader(ShapeReader shapes, KeyReader keys, Names names, Findings findings) {
    this.shapes = shapes;
    this.scalars = new ScalarReader(names, findings);
    this.keys = keys;
    this.names = names;
    this.findings = findings;
  }

  /// {@return a leaf with an estimate under the key of its path, or null after saying what is
  /// wrong}
  @Nullable Found quantity(Node node, Shape.Quantity quantity, Place place, String label) {
    return estimate(node, quantity, place, label, place.path());
  }

  private @Nullable Found estimate(
      Node node, Shape.Quantity quantity, Place place, String label, String key) {
    return switch (node) {
      case ScalarNode scalar -> {
        Double value = scalars.amount(scalar, quantity.amount(), place, label);
        yield value == null
            ? null
            : new Found.Leaf(
                place, scalar.getValue(), Estimate.exactly(key, value, quantity.unit()));
      }
      case MappingNode _ -> range(node, quantity, place, label, key);
      default -> shapes.misfit(node, quantity, place, label);
    };
  }

  private @Nullable Found range(
      Node node, Shape.Quantity quantity, Place place, String label, String key) {
    int before = findings.count();
    if (!(shapes.read(node, Vocabulary.estimate(quantity), place.path(), label)
            instanceof Found.Block block)
        || findings.count() > before) {
      return null;
    }
    Double low = block.value("low", Double.class);
    Double mode = block.value("mode", Double.class);
    Double high = block.value("high", Double.class);
    Double middle = mode;
    if (mode == null && low != null && high != null) {
      middle = (low + high) / 2;
    }
    if (middle == null) {
      findings.add(place, label + " lacks \"mode\"", null, "mode: a number, or both low and high");
      return null;
    }
    double least = low != null ? low : middle;
    double most = high != null ? high : middle;
    if (least > middle || middle > most) {
      upsideDown(new double[] {least, middle, most}, block, label);
      return null;
    }
    String tag = block.value("confidence", String.class);
    Confidence confidence = tag == null ? null : Confidence.named(tag);
    return new Found.Leaf(
        place,
        label,
        new Estimate(
            key,
            least,
            middle,
            most,
            quantity.unit(),
            block.value("source", Source.class),
            confidence == null ? Confidence.CHECK : confidence));
  }

  private void upsideDown(double[] range, Found.Block block, String label) {
    String[] names = {"low", "mode", "high"};
    int above = range[0] > range[1] ? 0 : 1;
    String key = block.has(names[above]) ? names[above] : names[above + 1];
    double[] sorted = range.clone();
    Arrays.sort(sorted);
    findings.add(
        block.placeOf(key),
        "%s of %s is %s, above its %s of %s"
            .formatted(
                names[above],
                label,
                Words.number(range[above]),
                names[above + 1],
                Words.number(range[above + 1])),
        Words.number(range[above]),
        "{low: %s, mode: %s, high: %s}"
            .formatted(Words.number(sorted[0]), Words.number(sorted[1]), Words.number(sorted[2])));
  }

  /// {@return a block with a leaf for each assumption, or null after saying what is wrong}
  @Nullable Found assumptions(Node node, Place place) {
    if (!(node instanceof MappingNode mapping)) {
      return shapes.misfit(node, new Shape.Assumptions(), place, "assumptions");
    }
    var entries = new LinkedHashMap<String, Found.Entry>();
    int unknown = 0;
    for (var key : keys.of(mapping, place.path(), "assumptions").entrySet()) {
      Place keyPlace = key.getValue().place().at(ShapeReader.join(place.path(), key.getKey()));
      Parameter parameter = parameter(key.getKey());
      if (parameter == null) {
        if (++unknown <= UNKNOWN_KEYS_TOLD) {
          unknownParameter(key.getKey(), keyPlace);
        }
        continue;
      }
      Found value = assumption(key.getValue().value(), parameter, key.getKey(), keyPlace);
      entries.put(key.getKey(), new Found.Entry(keyPlace, value));
    }
    if (unknown > UNKNOWN_KEYS_TOLD) {
      findings.add(
          place,
          "%s assumptions are about no parameter".formatted(unknown),
          null,
          "keys such as "
              + Words.and(Parameters.standard().all().keySet().stream().limit(3).toList()));
    }
    return new Found.Block(place, entries);
  }

  private @Nullable Found assumption(Node node, Parameter parameter, String key, Place keyPlace) {
    Place place = ShapeReader.place(node, keyPlace.path());
    var sets = Parameters.standard().sets(parameter.key());
    if (node instanceof ScalarNode word
        && word.getTag().equals(Tag.STR)
        && !word.getValue().matches("[-+.0-9].*")
        && !sets.isEmpty()) {
      RivalSet set = sets.get(word.getValue());
      if (set != null) {
        return new Found.Leaf(place, word.getValue(), set.estimate().at(key));
      }
      String near = Spelling.nearest(word.getValue(), sets.keySet());
      findings.add(
          place,
          "%s is \"%s\", neither a number nor a rival set"
              .formatted(key, Printable.shown(word.getValue())),
          word.getValue(),
          near != null ? near : "a number, or one of " + Words.or(sets.keySet()));
      return null;
    }
    var quantity = new Shape.Quantity(parameter.unit(), parameter.min(), parameter.max());
    return estimate(node, quantity, place, key, key);
  }

  /// {@return the parameter a key of assumptions is about, or null if it is about none}
  private @Nullable Parameter parameter(String key) {
    var all = Parameters.standard().all();
    if (all.containsKey(key)) {
      return all.get(key);
    }
    int dot = key.lastIndexOf('.');
    Parameter shared = dot < 0 ? null : all.get(key.substring(0, dot));
    return shared != null
            && shared.scope() == Parameter.Scope.PARTY
            && (names.parties().isEmpty() || names.parties().containsKey(key.substring(dot + 1)))
        ? shared
        : null;
  }

  private void unknownParameter(String key, Place place) {
    var all = Parameters.standard().all();
    int dot = key.lastIndexOf('.');
    String head = dot < 0 ? "" : key.substring(0, dot);
    String tail = key.substring(dot + 1);
    Parameter shared = all.get(head);
    if (shared != null && names.parties().containsKey(tail)) {
      findings.add(
          place, "%s does not differ by party".formatted(head), key, "%s, for all".formatted(head));
      return;
    }
    String shown = Printable.shown(key);
    if (shared != null && shared.scope() == Parameter.Scope.PARTY) {
      String near = Spelling.nearest(tail, names.parties().keySet());
      findings.add(
          place,
          "assumption \"%s\" names \"%s\", which is no party"
              .formatted(shown, Printable.shown(tail)),
          key,
          near != null ? head + "." + near : Words.oneOf(names.parties().keySet()));
      return;
    }
    boolean forParty = names.parties().containsKey(tail);
    String nearHead = forParty ? Spelling.nearest(head, all.keySet()) : null;
    String near = nearHead == null ? Spelling.nearest(key, all.keySet()) : nearHead + "." + tail;
    findings.add(
        place,
        "assumption \"%s\" is about no parameter".formatted(shown),
        key,
        near != null ? near : Words.oneOf(family(head, all.keySet().stream().toList())));
  }

  /// {@return the keys that start like a key, or one for each start if none does}
  private static List<String> family(String head, List<String> keys) {
    String start = head.contains(".") ? head.substring(0, head.indexOf('.')) : head;
    var family = keys.stream().filter(k -> !start.isEmpty() && k.startsWith(start + ".")).toList();
    if (!family.isEmpty()) {
      return family;
    }
    var starts = new ArrayList<String>();
    for (String key : keys) {
      String word = key.contains(".") ? key.substring(0, key.indexOf('.')) + ".…" : key;
      if (!starts.contains(word)) {
        starts.add(word);
      }
    }
    return starts;
  }
}
