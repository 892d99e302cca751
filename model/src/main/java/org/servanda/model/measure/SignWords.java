package org.servanda.model.measure;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Arsenal;

/// Says in plain words what is to be seen. Nobody is blamed.
final class SignWords {
  private final Play play;
  private final Codebook codebook;
  private final Narrator narrator;

  SignWords(Play play) {
    this.play = play;
    this.codebook = play.compiled().codebook();
    this.narrator = new Narrator(codebook);
  }

  /// {@return a finding for the reader}
  ///
  /// @param years over which histories are followed
  Assessment.WarningSign told(SignMeasure.Finding finding, double years) {
    var sign = finding.sign();
    var effect = finding.effect();
    return new Assessment.WarningSign(
        words(sign),
        kind(sign),
        party(sign),
        threshold(sign),
        ClockMeasure.word(finding.clock()),
        years,
        effect.histories(),
        (double) effect.seen() / effect.histories(),
        effect.compared(),
        effect.after(),
        effect.without(),
        effect.error());
  }

  String words(Sign sign) {
    return switch (sign) {
      case Sign.Strength(int favored, int steps) -> strength(favored, ratio(favored, steps));
      case Sign.Conceded(int by, int steps) -> conceded(by, steps);
      case Sign.Joined(int i, var stage) ->
          says(i, stage == Accession.MEMBER ? "belongs to the alliance" : "applies for membership");
      case Sign.Armed(int i, var stage) ->
          says(i, stage == Arsenal.ARMED ? "holds nuclear arms" : "comes close to nuclear arms");
      case Sign.Divided() -> "The guarantors are divided";
      case Sign.NotInForce() -> "The agreement is no longer in force";
      case Sign.Sanctioned(int i) -> says(i, "is under sanctions");
      case Sign.Happened(var happening, int actor) -> says(actor, Narrator.verb(happening));
      case Sign.Believed(int i, int type, var direction, double bound) ->
          String.format(
              Locale.ROOT,
              "Belief about %s: %s, %s %.0f%%",
              narrator.name(i),
              codebook.types().get(i).get(type).word(),
              direction == Sign.Direction.RISES ? "at least" : "below",
              100 * bound);
    };
  }

  private String says(int player, String verb) {
    return Narrator.says(narrator.name(player), verb);
  }

  private String conceded(int by, int steps) {
    int all = play.scenario().issue().steps();
    String many = steps == all ? "all" : "at least " + steps + " of " + all;
    return says(by, "concedes " + many + " steps of the disputed issue on balance");
  }

  /// Whoever is stronger comes first.
  private String strength(int favored, double ratio) {
    return ratio >= 1
        ? times(favored, "at least", ratio, 1 - favored)
        : times(1 - favored, "at most", 1 / ratio, favored);
  }

  private String times(int stronger, String bound, double ratio, int weaker) {
    String verb = "is %s %s times as strong as %s";
    return says(
        stronger,
        verb.formatted(bound, String.format(Locale.ROOT, "%.2f", ratio), narrator.name(weaker)));
  }

  /// Strength of a principal over the other so many steps in its favor.
  private double ratio(int favored, int steps) {
    var world = play.world();
    double now = Math.log(world.value(play.scenario().balance().now()));
    double step = world.value(Objects.requireNonNull(play.compiled().used().get("balance.step")));
    return Math.exp((favored == 0 ? now : -now) + steps * step);
  }

  private static String kind(Sign sign) {
    return switch (sign) {
      case Sign.Strength _ -> "strength";
      case Sign.Conceded _ -> "concession";
      case Sign.Joined _ -> "accession";
      case Sign.Armed _ -> "nuclear arms";
      case Sign.Divided() -> "cohesion";
      case Sign.NotInForce() -> "standing";
      case Sign.Sanctioned _ -> "sanctions";
      case Sign.Happened _ -> "happening";
      case Sign.Believed _ -> "belief";
    };
  }

  private @Nullable String party(Sign sign) {
    return switch (sign) {
      case Sign.Strength(int favored, _) -> codebook.parties().get(favored);
      case Sign.Conceded(int by, _) -> codebook.parties().get(by);
      case Sign.Joined(int i, _) -> codebook.parties().get(i);
      case Sign.Armed(int i, _) -> codebook.parties().get(i);
      case Sign.Sanctioned(int i) -> codebook.parties().get(i);
      case Sign.Happened(_, int actor) -> codebook.parties().get(actor);
      case Sign.Believed(int i, _, _, _) -> codebook.parties().get(i);
      case Sign.Divided(), Sign.NotInForce() -> null;
    };
  }

  private @Nullable Double threshold(Sign sign) {
    return switch (sign) {
      case Sign.Strength(int favored, int steps) -> ratio(favored, steps);
      case Sign.Conceded(_, int steps) -> (double) steps;
      case Sign.Believed(_, _, _, double bound) -> bound;
      case Sign.Joined _,
          Sign.Armed _,
          Sign.Divided(),
          Sign.NotInForce(),
          Sign.Sanctioned _,
          Sign.Happened _ ->
          null;
    };
  }
}
