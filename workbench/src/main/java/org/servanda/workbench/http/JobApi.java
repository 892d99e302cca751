package org.servanda.workbench.http;

import static org.servanda.workbench.question.Json.object;

import io.javalin.http.Context;
import org.servanda.workbench.work.DraftShelf;
import org.servanda.workbench.work.Jobs;
import org.servanda.workbench.work.Shelf;
import org.servanda.workbench.work.Turns;

/// What can be asked about longer work, and what is kept.
final class JobApi {
  private static final String JOBS = Api.ROOT + "/jobs";
  private static final String DRAFTS = Api.ROOT + "/drafts";
  private static final String TAG = "ETag";

  /// A report is a document of its own: nothing in it runs or is fetched.
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action"
          + " 'none'; frame-ancestors 'none'; sandbox";

  private final Turns turns;
  private final Jobs jobs;
  private final DraftShelf drafts;
  private final Shelf literature;
  private final EventStream events;

  JobApi(Turns turns, Jobs jobs, DraftShelf drafts, Shelf literature, EventStream events) {
    this.turns = turns;
    this.jobs = jobs;
    this.drafts = drafts;
    this.literature = literature;
    this.events = events;
  }

  void routes(Paths routes) {
    routes.get(Api.ROOT + "/literature", c -> Replies.json(c, literature.json()));
    routes.post(JOBS, this::start);
    routes.get(JOBS + "/{id}", c -> Replies.json(c, jobs.job(c.pathParam("id")).json()));
    routes.delete(JOBS + "/{id}", this::cancel);
    routes.get(JOBS + "/{id}/events", c -> events.follow(c, jobs.job(c.pathParam("id"))));
    routes.get(
        JOBS + "/{id}/result",
        c -> Replies.bytes(c, "application/json", jobs.result(c.pathParam("id"))));
    routes.get(JOBS + "/{id}/report", this::report);
    routes.post(DRAFTS, this::keep);
    routes.get(DRAFTS + "/{id}", this::draft);
    routes.put(DRAFTS + "/{id}", this::change);
    routes.delete(DRAFTS + "/{id}", this::forget);
  }

  private void start(Context request) {
    byte[] body = Replies.body(request);
    String client = Api.client(request);
    var job = turns.take(client, () -> jobs.add(client, body));
    request.status(202);
    request.header("Location", JOBS + "/" + job.id());
    Replies.json(request, job.json());
  }

  private void cancel(Context request) {
    jobs.cancel(request.pathParam("id"));
    request.status(204);
  }

  private void report(Context request) {
    request.header("Content-Security-Policy", REPORT_POLICY);
    Replies.bytes(request, "text/html; charset=utf-8", jobs.report(request.pathParam("id")));
  }

  private void keep(Context request) {
    var kept = drafts.add(Replies.body(request));
    request.status(201);
    request.header("Location", DRAFTS + "/" + kept.id());
    request.header(TAG, kept.tag());
    Replies.json(request, object("id", kept.id()));
  }

  private void draft(Context request) {
    byte[] draft = drafts.read(request.pathParam("id"));
    request.header(TAG, DraftShelf.tag(draft));
    Replies.bytes(request, "application/json", draft);
  }

  private void change(Context request) {
    byte[] body = Replies.body(request);
    String wanted = request.header("If-Match");
    request.header(TAG, drafts.change(request.pathParam("id"), body, wanted));
    request.status(204);
  }

  private void forget(Context request) {
    drafts.remove(request.pathParam("id"));
    request.status(204);
  }
}
