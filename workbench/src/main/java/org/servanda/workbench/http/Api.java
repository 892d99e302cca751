package org.servanda.workbench.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.servanda.workbench.question.Json.object;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
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

/// What can be asked about scenarios, and what is answered at once.
final class Api {
  static final String ROOT = "/api/v1";

  private static final int LONGEST_SLOT = 100;

  private final String version;
  private final boolean needsToken;
  private final Catalog catalog;
  private final Trials trials;
  private final Jobs jobs;

  Api(String version, boolean needsToken, Catalog catalog, Trials trials, Jobs jobs) {
    this.version = version;
    this.needsToken = needsToken;
    this.catalog = catalog;
    this.trials = trials;
    this.jobs = jobs;
  }

  void routes(RoutesConfig routes) {
    routes.get(ROOT, this::about);
    routes.get(ROOT + "/openapi.yaml", Api::document);
    routes.get(ROOT + "/catalog", c -> Replies.json(c, catalog.index()));
    routes.get(ROOT + "/catalog/{region}/{name}", this::accord);
    routes.get(
        ROOT + "/schema",
        c -> Replies.bytes(c, "application/schema+json", ScenarioSchema.text().getBytes(UTF_8)));
    routes.get(ROOT + "/parameters", c -> Replies.json(c, EstimateJson.parameters()));
    routes.post(ROOT + "/readings", Api::reading);
    routes.post(ROOT + "/edits", Api::edits);
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

  private static void reading(Context request) {
    var question = Question.of(Replies.body(request), "name", "text");
    Replies.json(request, ReadingJson.of(Drafts.text(question)));
  }

  private static void edits(Context request) {
    var question = Question.of(Replies.body(request), "name", "text", "edits");
    var changed = Edits.made(Drafts.text(question), question);
    Replies.json(request, object("text", changed.text(), "reading", ReadingJson.of(changed)));
  }

  private void trial(Context request) {
    var question = Question.of(Replies.body(request), "name", "text", "proposal", "slot");
    String slot = question.textIfSaid("slot", LONGEST_SLOT);
    var scenario = Drafts.read(Drafts.text(question));
    String proposal =
        Drafts.proposal(scenario, question.textIfSaid("proposal", Drafts.LONGEST_NAME));
    var answer = trials.ask(client(request), slot == null ? proposal : slot, scenario, proposal);
    Replies.json(request, TrialJson.of(scenario, proposal, answer, trials.grain()));
  }

  /// {@return whose share a request counts for: what the page calls itself, at its address}
  static String client(Context request) {
    @Nullable String said = request.header("Servanda-Client");
    boolean isFit = said != null && said.matches("[A-Za-z0-9_-]{1,64}");
    return request.req().getRemoteAddr() + (isFit ? " " + said : "");
  }
}
