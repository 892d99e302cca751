package org.servanda.agreement.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Parameter;
import org.servanda.agreement.evidence.Parameters;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Writes the vocabulary as JSON Schema, draft 2020-12.
///
/// The schema knows keys, words, units and bounds. It does not know what only the whole file shows:
/// whether a name is that of a party, whether probabilities sum to 1, whether clauses contradict
/// each other.
public final class SchemaText {
  private static final String PARTY = Shape.KeyRule.PARTY.pattern();

  private final Map<String, @Nullable Object> definitions = new TreeMap<>();

  private SchemaText() {}

  /// {@return the schema of scenario files, as JSON text ending in a line break}
  public static String scenario() {
    var text = new SchemaText();
    var schema = new LinkedHashMap<String, @Nullable Object>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:servanda:scenario:" + Vocabulary.VERSION);
    schema.put("title", "Servanda scenario");
    schema.put("description", "An agreement between states: who, what, and what happened before.");
    schema.putAll(text.fields(Vocabulary.scenario()));
    schema.put("$defs", text.definitions);
    return JsonText.of(schema);
  }

  private SequencedMap<String, @Nullable Object> of(Shape shape) {
    return switch (shape) {
      case Shape.Text(int longest) ->
          map("type", "string", "minLength", 1, "maxLength", longest, "pattern", "\\S");
      case Shape.Word(var words) -> map("enum", words);
      case Shape.Version(int number) -> map("const", number);
      case Shape.PartyKey _ -> key(Shape.KeyRule.PARTY);
      case Shape.SourceKey _ -> key(Shape.KeyRule.SOURCE);
      case Shape.Quantity quantity -> quantity(quantity);
      case Shape.Amount amount -> anyOf(amount(amount));
      case Shape.Plain(double above, double max) ->
          map("type", "number", "exclusiveMinimum", above, "maximum", max);
      case Shape.Count(int min, int max) -> map("type", "integer", "minimum", min, "maximum", max);
      case Shape.Yes _ -> map("const", true);
      case Shape.Day _ -> day();
      case Shape.Span span -> span(span.grain());
      case Shape.Moment _ -> anyOf(List.of(day(), span(Shape.Grain.DAYS)));
      case Shape.OneOrMore(Shape item, int most) ->
          anyOf(
              List.of(
                  of(item),
                  map("type", "array", "items", of(item), "minItems", 1, "maxItems", most)));
      case Shape.Items(Shape item, int most, String _) ->
          map("type", "array", "items", of(item), "maxItems", most);
      case Shape.Fields fields -> define(fields.name(), fields(fields));
      case Shape.Table table ->
          map(
              "type", "object",
              "propertyNames", key(table.keys()),
              "additionalProperties", of(table.value()),
              "maxProperties", table.most());
      case Shape.Either(var forms) -> anyOf(forms.stream().map(this::of).toList());
      case Shape.Choice choice -> choice(choice);
      case Shape.Terms(Shape.Choice clauses) ->
          define("terms", anyOf(clauses.choices().values().stream().map(this::of).toList()));
      case Shape.Assumptions _ -> assumptions();
    };
  }

  private SequencedMap<String, @Nullable Object> fields(Shape.Fields fields) {
    var properties = new LinkedHashMap<String, @Nullable Object>();
    var required = new ArrayList<String>();
    for (Field field : fields.fields()) {
      var property = map("description", field.about());
      property.putAll(of(field.shape()));
      property.put("examples", List.of(yaml(field.example())));
      properties.put(field.key(), property);
      if (field.presence() == Field.Presence.REQUIRED) {
        required.add(field.key());
      }
    }
    var schema = map("type", "object", "properties", properties, "additionalProperties", false);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private SequencedMap<String, @Nullable Object> choice(Shape.Choice choice) {
    var properties = new LinkedHashMap<String, @Nullable Object>();
    choice
        .choices()
        .forEach((kind, terms) -> {
          var property = map("description", ClauseVocabulary.about(kind));
          boolean mayBeBlank =
              terms.fields().stream().noneMatch(f -> f.presence() == Field.Presence.REQUIRED);
          property.putAll(mayBeBlank ? anyOf(List.of(of(terms), map("type", "null"))) : of(terms));
          properties.put(kind, property);
        });
    var schema =
        map(
            "type",
            "object",
            "properties",
            properties,
            "additionalProperties",
            false,
            "minProperties",
            1,
            "maxProperties",
            1);
    boolean whole = choice.choices().keySet().equals(namesOf(choice));
    return define(whole ? choice.noun() : choice.noun() + "-chosen", schema);
  }

  private static Set<String> namesOf(Shape.Choice choice) {
    var names = new LinkedHashSet<String>();
    choice.choices().values().forEach(f -> names.add(f.name()));
    return names;
  }

  private SequencedMap<String, @Nullable Object> quantity(Shape.Quantity quantity) {
    String name =
        "%s %s"
            .formatted(quantity.unit().word(), Words.range(quantity.min(), quantity.max()))
            .replace("1/", "per ")
            .replace(' ', '-');
    var forms = new ArrayList<@Nullable Object>(amount(quantity.amount()));
    forms.add(fields(Vocabulary.estimate(quantity)));
    var schema =
        map(
            "description",
            "A number, such as %s; or an estimate with its range."
                .formatted(Words.or(NumberText.examples(quantity.unit()))));
    schema.put("anyOf", forms);
    return define("number-" + name, schema);
  }

  private static List<Object> amount(Shape.Amount amount) {
    var number = map("type", "number");
    if (amount.min() > -Double.MAX_VALUE) {
      number.put("minimum", amount.min());
    }
    if (amount.max() < Double.MAX_VALUE) {
      number.put("maximum", amount.max());
    }
    String pattern = NumberText.pattern(amount.unit());
    return pattern == null
        ? List.of(number)
        : List.of(number, map("type", "string", "pattern", pattern));
  }

  private SequencedMap<String, @Nullable Object> assumptions() {
    var properties = new LinkedHashMap<String, @Nullable Object>();
    var patterns = new LinkedHashMap<String, @Nullable Object>();
    for (Parameter parameter : Parameters.standard().all().values()) {
      var quantity = new Shape.Quantity(parameter.unit(), parameter.min(), parameter.max());
      var sets = Parameters.standard().sets(parameter.key()).keySet();
      var value = map("description", parameter.about());
      value.putAll(
          sets.isEmpty()
              ? of(quantity)
              : anyOf(List.of(of(quantity), map("enum", List.copyOf(sets)))));
      properties.put(parameter.key(), value);
      if (parameter.scope() == Parameter.Scope.PARTY) {
        patterns.put("^" + parameter.key().replace(".", "\\.") + "\\." + PARTY + "$", value);
      }
    }
    return map(
        "type",
        "object",
        "properties",
        properties,
        "patternProperties",
        patterns,
        "additionalProperties",
        false);
  }

  private static SequencedMap<String, @Nullable Object> key(Shape.KeyRule rule) {
    return map(
        "type", "string", "pattern", "^" + rule.pattern() + "$", "maxLength", rule.longest());
  }

  private static SequencedMap<String, @Nullable Object> day() {
    return map("type", "string", "format", "date", "pattern", ScalarReader.DAY_PATTERN);
  }

  private static SequencedMap<String, @Nullable Object> span(Shape.Grain grain) {
    return map("type", "string", "pattern", ScalarReader.spanPattern(grain));
  }

  private SequencedMap<String, @Nullable Object> define(
      String name, SequencedMap<String, @Nullable Object> schema) {
    Object other = definitions.putIfAbsent(name, schema);
    if (other != null && !other.equals(schema)) {
      throw new AssertionError("two definitions of " + name);
    }
    return map("$ref", "#/$defs/" + name);
  }

  private static SequencedMap<String, @Nullable Object> anyOf(List<?> forms) {
    return map("anyOf", forms);
  }

  private static Object yaml(String text) {
    var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return Objects.requireNonNull(new Load(settings).loadFromString(text), text);
  }

  private static SequencedMap<String, @Nullable Object> map(Object... keysAndValues) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
