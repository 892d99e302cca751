package org.servanda.workbench.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.servanda.workbench.question.Json.object;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioSchema;
import org.servanda.workbench.draft.Catalog;
import org.servanda.workbench.draft.Drafts;
import org.servanda.workbench.draft.Edits;
import org.servanda.workbench.draft.EstimateJson;
import org.servanda.workbench.draft.ReadingJson;
import org.servanda.workbench.question.Question;
import org.servanda.workbench.work.JobQuestion;
import org.servanda.workbench.work.Jobs;
import org.servanda.workbench.work.TrialJson;
import org.servanda.workbench.work.Trials;
import org.servanda.workbench.work.Turns;

/// What can be asked about scenarios, and what is answered at once.
final class Api {
  static final String ROOT = "/api/v1";

  private static final int LONGEST_SLOT = 100;

  private final String version;
  private final boolean needsToken;
  private final Catalog catalog;
  private final Turns turns;
  private final Trials trials;
  private final Jobs jobs;

  Api(String version, boolean needsToken, Catalog catalog, Turns turns, Trials trials, Jobs jobs) {
    this.version = version;
    this.needsToken = needsToken;
    this.catalog = catalog;
    this.turns = turns;
    this.trials = trials;
    this.jobs = jobs;
  }

  void routes(Paths routes) {
    routes.get(ROOT, this::about);
    routes.get(ROOT + "/openapi.yaml", Api::document);
    routes.get(ROOT + "/catalog", c -> Replies.json(c, catalog.index()));
    routes.get(ROOT + "/catalog/{region}/{name}", this::accord);
    routes.get(
        ROOT + "/schema",
        c -> Replies.bytes(c, "application/schema+json", ScenarioSchema.text().getBytes(UTF_8)));
    routes.get(ROOT + "/parameters", c -> Replies.json(c, EstimateJson.parameters()));
    routes.post(ROOT + "/readings", this::reading);
    routes.post(ROOT + "/edits", this::edits);
    routes.post(ROOT + "/trials", this::trial);
  }

  private void about(Context request) {
    Replies.json(
        request,
        object(
            "name",
            "servanda",
            "version",
            version,
            "needsToken",
            needsToken,
            "first",
            Catalog.FIRST,
            "limits",
            object(
                "body",
                Replies.LARGEST_BODY,
                "text",
                Drafts.LONGEST,
                "worlds",
                JobQuestion.MOST_WORLDS,
                "proposals",
                JobQuestion.MOST_PROPOSALS),
            "load",
            object(
                "trials",
                trials.underWay(),
                "trialsWaiting",
                trials.waiting(),
                "jobs",
                jobs.underWay())));
  }

  private static void document(Context request) {
    Replies.bytes(request, "application/yaml", OpenApi.text().getBytes(UTF_8));
  }

  private void accord(Context request) {
    String id = request.pathParam("region") + "/" + request.pathParam("name");
    var text = catalog.text(id);
    Replies.json(request, object("id", id, "name", text.name(), "text", text.text()));
  }

  private void reading(Context request) {
    byte[] body = Replies.body(request);
    Replies.json(
        request,
        turns.take(
            client(request), () -> ReadingJson.of(Drafts.text(Question.of(body, "name", "text")))));
  }

  private void edits(Context request) {
    byte[] body = Replies.body(request);
    Replies.json(request, turns.take(client(request), () -> edited(body)));
  }

  private static Object edited(byte[] body) {
    var question = Question.of(body, "name", "text", "edits");
    var changed = Edits.made(Drafts.text(question), question);
    return object("text", changed.text(), "reading", ReadingJson.of(changed));
  }

  /// What a trial is asked about.
  private record Asked(Scenario scenario, String proposal, String slot) {
    static Asked of(byte[] body) {
      var question = Question.of(body, "name", "text", "proposal", "slot");
      String slot = question.textIfSaid("slot", LONGEST_SLOT);
      var scenario = Drafts.read(Drafts.text(question));
      String proposal =
          Drafts.proposal(scenario, question.textIfSaid("proposal", Drafts.LONGEST_NAME));
      return new Asked(scenario, proposal, slot == null ? proposal : slot);
    }
  }

  private void trial(Context request) {
    byte[] body = Replies.body(request);
    String client = client(request);
    var asked = turns.take(client, () -> Asked.of(body));
    var answer = trials.ask(client, asked.slot(), asked.scenario(), asked.proposal());
    Replies.json(request, TrialJson.of(asked.scenario(), asked.proposal(), answer, trials.grain()));
  }

  /// {@return whose share a request counts for: what the page calls itself, at its address}
  static String client(Context request) {
    @Nullable String said = request.header("Servanda-Client");
    boolean isFit = said != null && said.matches("[A-Za-z0-9_-]{1,64}");
    return request.req().getRemoteAddr() + (isFit ? " " + said : "");
  }
}
