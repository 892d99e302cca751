package org.servanda.workbench.http;

import java.nio.file.Path;
import org.servanda.model.measure.VariantSolver;
import org.servanda.workbench.draft.Catalog;
import org.servanda.workbench.draft.Drafts;
import org.servanda.workbench.question.Refusal;
import org.servanda.workbench.work.DraftShelf;
import org.servanda.workbench.work.FolderLock;
import org.servanda.workbench.work.Jobs;
import org.servanda.workbench.work.Shelf;
import org.servanda.workbench.work.Trials;
import org.servanda.workbench.work.Turns;

/// Everything that runs while the server does.
public final class Served implements AutoCloseable {
  /// Of the memory there is, what one trial may take, and what one solve of a job may: two jobs
  /// with three times as much each, and a trial on every thread, leave a third.
  private static final int TRIAL_SHARE = 32;

  private static final int JOB_SHARE = 12;

  private final FolderLock lock;
  private static final System.Logger LOGGER = System.getLogger("org.servanda.workbench");

  private final Catalog catalog;
  private final Turns turns;
  private final Trials trials;
  private final Jobs jobs;
  private final EventStream events;
  private final HttpServer server;

  private Served(
      FolderLock lock,
      Catalog catalog,
      Turns turns,
      Trials trials,
      Jobs jobs,
      EventStream events,
      HttpServer server) {
    this.lock = lock;
    this.catalog = catalog;
    this.turns = turns;
    this.trials = trials;
    this.jobs = jobs;
    this.events = events;
    this.server = server;
  }

  /// How it is set up.
  ///
  /// @param host address to listen on
  /// @param port to listen on; 0 for any that is free
  /// @param door who is let in
  /// @param folder that keeps drafts and jobs
  /// @param catalog folder of the catalogue
  /// @param version of Servanda
  /// @param threads solves at the same time
  /// @param limits how much is borne with
  public record Setting(
      String host,
      int port,
      Door door,
      Path folder,
      Path catalog,
      String version,
      int threads,
      Limits limits) {}

  /// Starts.
  ///
  /// @throws java.io.UncheckedIOException if the folder cannot be used
  public static Served start(Setting setting) {
    var lock = FolderLock.of(setting.folder());
    try {
      return start(setting, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Served start(Setting setting, FolderLock lock) {
    long memory = Runtime.getRuntime().maxMemory();
    int threads = setting.threads();
    var literature = new Shelf(setting.catalog().resolve("literature"));
    var limits = setting.limits();
    var trials =
        new Trials(
            threads,
            memory / TRIAL_SHARE,
            limits.patience().toSeconds(),
            limits.perClient(),
            limits.together());
    var jobs =
        new Jobs(
            setting.folder().resolve("jobs"),
            trials,
            literature,
            setting.version(),
            threads,
            memory / JOB_SHARE);
    var turns = new Turns(threads);
    var events = new EventStream();
    var catalog = Catalog.of(setting.catalog().resolve("accords"));
    var api =
        new Api(setting.version(), setting.door().token() != null, catalog, turns, trials, jobs);
    var jobApi =
        new JobApi(
            turns, jobs, new DraftShelf(setting.folder().resolve("drafts")), literature, events);
    var server =
        new HttpServer(
            setting.host(),
            setting.port(),
            setting.door(),
            limits,
            c -> {
              api.routes(c);
              jobApi.routes(c);
            });
    return new Served(lock, catalog, turns, trials, jobs, events, server);
  }

  /// Asks in the background what the page asks first, so that the first visitor does not wait for
  /// Java to warm up.
  public void warm() {
    Thread.ofVirtual().name("warming").start(this::askFirst);
  }

  private void askFirst() {
    try {
      var scenario = Drafts.read(catalog.text(Catalog.FIRST));
      for (String proposal : VariantSolver.variants(scenario).keySet()) {
        trials.ask("warming", proposal, scenario, proposal);
      }
    } catch (Refusal refused) {
      LOGGER.log(System.Logger.Level.DEBUG, "nothing to warm up with", refused);
    }
  }

  /// {@return the port listened on}
  public int port() {
    return server.port();
  }

  /// Takes no more requests, ends trials, and stops jobs so that they go on at the next start.
  @Override
  public void close() {
    events.close();
    turns.close();
    trials.close();
    jobs.close();
    server.close();
    lock.close();
  }
}
