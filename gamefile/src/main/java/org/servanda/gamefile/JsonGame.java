package org.servanda.gamefile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.servanda.gamefile.GameFile.Form;

/// Reads a game in JSON: an oracle case, or its `game` alone.
///
/// Keys may come in any order, so what they say is kept with its place and put together at the end.
final class JsonGame {
  private static final List<String> KINDS =
      List.of("extensive", "stochastic", "zero-sum", "general-sum-finite");

  private static final int LARGEST = Integer.MAX_VALUE;
  private static final int LONGEST = 9_999_999;
  private static final String FOREVER = "\"inf\"";
  private static final Pattern STEPS = Pattern.compile("[1-9][0-9]{0,6}");

  private final JsonCursor json;
  private final Findings findings;
  private final GameDraft draft = new GameDraft();
  private @Nullable String kind;
  private int kindAt;
  private int gameAt = -1;
  private boolean isCase;
  private final Set<Integer> initialStates = new LinkedHashSet<>();
  private final Set<String> horizons = new LinkedHashSet<>();

  private JsonGame(JsonCursor json) {
    this.json = json;
    this.findings = json.findings();
  }

  /// {@return the game, or null if findings say why there is none}
  static @Nullable GameFile read(Source source, Findings findings) {
    try (var json = new JsonCursor(source, findings)) {
      return new JsonGame(json).file();
    } catch (JsonCursor.Stop e) {
      return null;
    }
  }

  private @Nullable GameFile file() {
    json.next();
    int at = json.at();
    json.object("the file", this::member);
    if (json.next() != null) {
      findings.add(json.at(), "the object is complete, and there is more", null, "nothing here");
    }
    if (!findings.none()) {
      return null;
    }
    settle();
    return game(gameAt < 0 ? at : gameAt);
  }

  private boolean member(String key) {
    switch (key) {
      case "format" -> word(key, "oracle-case");
      case "version" -> json.whole("the version", 1, 1);
      case "kind" -> kind();
      case "title" -> draft.title = json.text("the title");
      case "typed" -> draft.typed = json.flag("typed");
      case "expected" -> json.array("the list of results", this::question);
      case "game" -> {
        gameAt = json.at();
        json.object("the game", this::part);
      }
      case "id",
          "description",
          "literature",
          "tolerance",
          "peer",
          "how_to_use",
          "note",
          "model",
          "formula" ->
          json.skip();
      default -> {
        return part(key);
      }
    }
    isCase |= !key.equals("title") && !key.equals("note") && !key.equals("description");
    return true;
  }

  private void word(String key, String only) {
    int at = json.at();
    String word = json.text(key);
    if (!word.isEmpty() && !word.equals(only)) {
      findings.add(
          at,
          "%s is %s, bound: %s".formatted(key, Printable.quoted(word), only),
          word,
          '"' + only + '"');
    }
  }

  private void kind() {
    kindAt = json.at();
    kind = json.text("the kind");
    if (!KINDS.contains(kind)) {
      boolean formula = "closed-form".equals(kind);
      findings.add(
          kindAt,
          formula
              ? "a case of kind closed-form is a formula and has no game"
              : "kind is %s, bound: one of %s"
                  .formatted(Printable.quoted(kind), String.join(", ", KINDS)),
          kind,
          formula ? "a case whose id begins with efg, mkv, csg or tsg" : "\"extensive\"");
    }
  }

  /// What all results ask for alike says where play begins and how long it lasts.
  private void question() {
    json.object(
        "a result",
        key -> {
          switch (key) {
            case "initial_state" -> initialStates.add(json.whole("the initial state", 0, LARGEST));
            case "horizon" -> {
              int at = json.at();
              String horizon = json.shown();
              json.skip();
              horizons.add(horizon);
              if (!horizon.equals(FOREVER) && !STEPS.matcher(horizon).matches()) {
                findings.add(
                    at,
                    "a horizon is %s, bound: 1 to 9999999, or inf".formatted(horizon),
                    horizon,
                    "6");
              }
            }
            default -> json.skip();
          }
          return true;
        });
  }

  private void settle() {
    if (draft.initial == null && initialStates.size() == 1) {
      draft.initial = initialStates.iterator().next();
    }
    if (draft.horizon == null && horizons.size() == 1 && !horizons.contains(FOREVER)) {
      draft.horizon = Integer.valueOf(horizons.iterator().next());
    }
  }

  private boolean part(String key) {
    switch (key) {
      case "form" -> draft.form = json.text("the form");
      case "title" -> draft.title = json.text("the title");
      case "players" -> {
        draft.playersAt = json.at();
        draft.players = json.texts("the players");
        Bounds.players(draft.players, draft.playersAt, findings);
      }
      case "initial_state" -> {
        draft.initialAt = json.at();
        draft.initial = json.whole("the initial state", 0, LARGEST);
      }
      case "horizon" -> draft.horizon = json.whole("the horizon", 1, LONGEST);
      default -> {
        return JsonTree.part(key, json, draft) || JsonStates.part(key, json, draft);
      }
    }
    return true;
  }

  private @Nullable GameFile game(int at) {
    if (isCase && gameAt < 0) {
      findings.add(at, "the case has no game", null, "\"game\": { … }");
      return null;
    }
    if (draft.players == null) {
      findings.add(at, "the game has no players", null, "\"players\": [\"A\", \"B\"]");
      return null;
    }
    boolean hasNodes = draft.nodes != null;
    if (hasNodes == (draft.states != null)) {
      findings.add(
          at,
          hasNodes ? "the game has both nodes and states" : "the game has neither nodes nor states",
          null,
          "nodes for a tree, states for a stochastic game");
      return null;
    }
    String form = hasNodes ? "extensive" : "stochastic";
    if (draft.form != null && !draft.form.equals(form)) {
      findings.add(
          at,
          "form is %s, and a game of %s is %s"
              .formatted(Printable.quoted(draft.form), hasNodes ? "nodes" : "states", form),
          draft.form,
          "\"form\": \"" + form + '"');
      return null;
    }
    if (kind != null && hasNodes != kind.equals("extensive")) {
      findings.add(
          kindAt,
          "kind is %s, and the game has %s".formatted(kind, hasNodes ? "nodes" : "states"),
          kind,
          "the kind of the game");
      return null;
    }
    return hasNodes
        ? new JsonTree(draft, findings, at).game()
        : new JsonStates(draft, findings, at).game(form());
  }

  private Form form() {
    return switch (kind) {
      case "zero-sum" -> Form.ZERO_SUM;
      case "general-sum-finite" -> Form.FINITE;
      case null, default -> Form.STOCHASTIC;
    };
  }
}
