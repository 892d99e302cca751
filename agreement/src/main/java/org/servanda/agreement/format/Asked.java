package org.servanda.agreement.format;

/// What a shape asks for, in words.
final class Asked {
  private Asked() {}

  /// {@return what is asked for, with its article}
  ///
  /// @param shape the shape
  static String noun(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "text";
      case Shape.Word _ -> "a word";
      case Shape.Version _ -> "a version";
      case Shape.PartyKey _ -> "the key of a party";
      case Shape.SourceKey _ -> "the key of a source";
      case Shape.Quantity _ -> "a number or an estimate";
      case Shape.Amount _, Shape.Plain _ -> "a number";
      case Shape.Count _ -> "a whole number";
      case Shape.Yes _ -> "true";
      case Shape.Day _ -> "a day";
      case Shape.Span _ -> "a length of time";
      case Shape.Moment _ -> "a day or a length of time";
      case Shape.OneOrMore(Shape item, int _) -> noun(item) + " or a list";
      case Shape.Items _ -> "a list";
      case Shape.Fields _, Shape.Table _, Shape.Terms _, Shape.Assumptions _ -> "a block of keys";
      case Shape.Choice choice -> "a " + choice.noun();
      case Shape.Either(var forms) -> noun(forms.getFirst());
    };
  }

  /// {@return something that would do}
  ///
  /// @param shape the shape
  static String example(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "text in quotes";
      case Shape.Word(var words) -> Words.oneOf(words);
      case Shape.Version(int number) -> Integer.toString(number);
      case Shape.PartyKey _ -> "a key under parties";
      case Shape.SourceKey _ -> "a key under sources";
      case Shape.Quantity q ->
          NumberText.examples(q.unit()).getFirst() + ", or {low: …, mode: …, high: …}";
      case Shape.Amount a -> NumberText.examples(a.unit()).getFirst();
      case Shape.Plain _ -> "0.5";
      case Shape.Count(int min, int max) -> "%s to %s".formatted(min, max);
      case Shape.Yes _ -> "true";
      case Shape.Day _ -> "year-month-day, such as 1994-12-05";
      case Shape.Span _ -> "P20Y for years, P6M for months";
      case Shape.Moment _ -> "2004-12-05, or P10Y for ten years after the signature";
      case Shape.OneOrMore(Shape item, int _) -> example(item);
      case Shape.Items(Shape.Choice choice, int _, String _) ->
          "- %s: {…}, or [] for none".formatted(choice.choices().firstEntry().getKey());
      case Shape.Items items -> "[" + example(items.item()) + "]";
      case Shape.Fields fields -> block(fields);
      case Shape.Table table -> "key: " + example(table.value());
      case Shape.Choice choice -> Words.oneOf(choice.choices().keySet());
      case Shape.Terms _ -> "{level: tripwire}";
      case Shape.Assumptions _ -> "{war.cost: 0.2}";
      case Shape.Either(var forms) -> example(forms.getFirst());
    };
  }

  private static String block(Shape.Fields fields) {
    var needed =
        fields.fields().stream().filter(f -> f.presence() == Field.Presence.REQUIRED).toList();
    var shown = needed.isEmpty() ? fields.fields().stream().limit(1).toList() : needed;
    var text = new StringBuilder("{");
    for (Field field : shown) {
      text.append(text.length() > 1 ? ", " : "")
          .append(field.key())
          .append(": ")
          .append(field.example());
    }
    return text.append('}').toString();
  }
}
