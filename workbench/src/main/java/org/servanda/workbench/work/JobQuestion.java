package org.servanda.workbench.work;

import static org.servanda.workbench.question.Refusal.Kind.NOT_POSSIBLE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.measure.AssessOptions.Detail;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.repair.RepairOptions;
import org.servanda.study.repair.Target;
import org.servanda.workbench.draft.Drafts;
import org.servanda.workbench.question.Json;
import org.servanda.workbench.question.Question;
import org.servanda.workbench.question.Refusal;
import tools.jackson.databind.JsonNode;

/// What a job is to find out.
public sealed interface JobQuestion {
  /// Most worlds of a job.
  int MOST_WORLDS = 1 << 14;

  /// Most proposals of a file: the drafted one and its alternatives.
  int MOST_PROPOSALS = 21;

  /// {@return the word for this kind of job}
  String kind();

  /// One proposal on the fine grid.
  ///
  /// @param text of a scenario that can be read
  /// @param proposal name of a proposal there is
  record OfOne(ScenarioText text, String proposal, Detail detail) implements JobQuestion {
    @Override
    public String kind() {
      return "assessment";
    }
  }

  /// Proposals in plausible worlds.
  ///
  /// @param text of a scenario that can be read
  /// @param proposals names of proposals there are, at least one, each once
  record OfWorlds(ScenarioText text, List<String> proposals, int worlds, long seed)
      implements JobQuestion {
    public OfWorlds {
      proposals = List.copyOf(proposals);
    }

    @Override
    public String kind() {
      return "study";
    }
  }

  /// The smallest changes that reach a target.
  ///
  /// @param text of a scenario that can be read
  record OfRepair(ScenarioText text, Target target, int worlds, int combinations, long seed)
      implements JobQuestion {
    @Override
    public String kind() {
      return "repair";
    }
  }

  /// Published results found again.
  ///
  /// @param id of one result; absent for all
  record OfLiterature(@Nullable String id) implements JobQuestion {
    @Override
    public String kind() {
      return "reproduction";
    }
  }

  /// {@return what the body of a request asks for}
  ///
  /// @throws Refusal if it cannot be understood or asks for what there is not
  static JobQuestion of(byte[] body) {
    JsonNode node = Json.read(body);
    JsonNode said = node.isObject() ? node.get("kind") : null;
    return switch (said != null && said.isString() ? said.stringValue() : "") {
      case "assessment" -> one(Question.of("", node, "kind", "name", "text", "proposal", "detail"));
      case "study" ->
          worlds(Question.of("", node, "kind", "name", "text", "proposals", "worlds", "seed"));
      case "repair" ->
          repair(
              Question.of(
                  "", node, "kind", "name", "text", "target", "worlds", "combinations", "seed"));
      case "reproduction" -> literature(Question.of("", node, "kind", "id"));
      default ->
          throw Question.wrong(
              "/kind",
              "is " + Json.shown(said),
              "assessment, study, repair or reproduction",
              "\"kind\": \"study\"");
    };
  }

  private static JobQuestion one(Question asked) {
    var text = Drafts.sound(Drafts.text(asked));
    String proposal =
        Drafts.proposal(Drafts.read(text), asked.textIfSaid("proposal", Drafts.LONGEST_NAME));
    String detail = asked.word("detail", "full", List.of("headline", "full", "sensitivity"));
    return new OfOne(text, proposal, Detail.valueOf(detail.toUpperCase(Locale.ROOT)));
  }

  private static JobQuestion worlds(Question asked) {
    var text = Drafts.sound(Drafts.text(asked));
    var scenario = Drafts.read(text);
    var named = asked.texts("proposals", MOST_PROPOSALS, Drafts.LONGEST_NAME);
    return new OfWorlds(
        text,
        named == null || named.isEmpty()
            ? List.copyOf(VariantSolver.variants(scenario).keySet())
            : proposals(scenario, named),
        (int) asked.whole("worlds", 256, 1, MOST_WORLDS),
        seed(asked));
  }

  private static List<String> proposals(Scenario scenario, List<String> named) {
    var proposals = new LinkedHashSet<String>();
    named.forEach(name -> proposals.add(Drafts.proposal(scenario, name)));
    return List.copyOf(proposals);
  }

  private static JobQuestion repair(Question asked) {
    var text = Drafts.sound(Drafts.text(asked));
    try {
      return new OfRepair(
          text,
          Target.of(asked.text("target", Drafts.LONGEST_NAME)),
          (int) asked.whole("worlds", RepairOptions.WORLDS, 1, MOST_WORLDS),
          (int) asked.whole("combinations", RepairOptions.COMBINATIONS, 0, 10_000),
          seed(asked));
    } catch (IllegalArgumentException refused) {
      throw Refusal.saying(NOT_POSSIBLE, "/target: " + refused.getMessage());
    }
  }

  private static JobQuestion literature(Question asked) {
    String id = asked.textIfSaid("id", 4);
    if (id != null && !id.matches("R[1-9][0-9]{0,2}")) {
      throw Question.wrong(
          "/id", "is \"" + Json.shown(asked.node().get("id")) + "\"", "R and a number", "R4");
    }
    return new OfLiterature(id);
  }

  private static long seed(Question asked) {
    return asked.whole("seed", 1, 0, (1L << 53) - 1);
  }
}
