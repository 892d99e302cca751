package org.servanda.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.Recorder;
import org.servanda.study.run.RecordingFailed;
import org.servanda.study.table.Table;

/// The folder of one study.
///
/// Experiments are in `study.duckdb`, each committed before it counts as finished, so that a
/// process that is killed loses only those it was solving or about to commit. [#export] writes what
/// other programs read.
public final class StudyStore implements Recorder, AutoCloseable {
  private static final String DATABASE = "study.duckdb";

  private final Path folder;
  private final Plan plan;
  private final Connection connection;
  private final PreparedStatement insert;
  private final Outcomes outcomes;
  private final Commits commits = new Commits(this::commit);

  private StudyStore(Path folder, Plan plan, Connection connection) throws SQLException {
    this.folder = folder;
    this.plan = plan;
    this.connection = connection;
    this.outcomes = new Outcomes(plan);
    var marks = new ArrayList<>(List.of("?", "?", "?"));
    plan.measures().forEach(_ -> marks.add("?"));
    this.insert =
        connection.prepareStatement(
            "INSERT INTO experiments VALUES (" + String.join(", ", marks) + ")");
  }

  /// Makes a new store.
  ///
  /// @param folder made if it is not there
  /// @throws StoreFailed if the folder holds a study already, or cannot be written
  public static StudyStore create(Path folder, Manifest manifest, Plan plan) {
    if (Files.exists(folder.resolve(DATABASE))) {
      throw new StoreFailed(
          "%s holds a study already\nTry: --resume to go on with it, or another --store"
              .formatted(folder));
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreFailed(
          "%s cannot be made a folder: %s\nTry: --store with a folder that can be written"
              .formatted(folder, e.getMessage()));
    }
    return open(folder, manifest, plan, true);
  }

  /// Opens a store to go on with its study.
  ///
  /// @throws StoreFailed if there is none, if it is another study's, or if it is in use
  public static StudyStore resume(Path folder, Manifest manifest, Plan plan) {
    if (!Files.exists(folder.resolve(DATABASE))) {
      throw new StoreFailed(
          "%s holds no study to go on with\nTry: leave out --resume".formatted(folder));
    }
    return open(folder, manifest, plan, false);
  }

  private static StudyStore open(Path folder, Manifest manifest, Plan plan, boolean fresh) {
    Connection connection = connect(folder);
    try {
      if (fresh || !hasTables(connection)) {
        lay(connection, manifest, plan);
      } else {
        compare(folder, connection, manifest);
      }
      var store = new StudyStore(folder, plan, connection);
      store.readFinished();
      connection.setAutoCommit(false);
      return store;
    } catch (SQLException e) {
      closed(connection);
      throw unusable(folder, e);
    } catch (StoreFailed e) {
      closed(connection);
      throw e;
    }
  }

  private static Connection connect(Path folder) {
    var settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("threads", "1");
    try {
      return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(DATABASE), settings);
    } catch (SQLException e) {
      throw unusable(folder, e);
    }
  }

  private static StoreFailed unusable(Path folder, SQLException e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return said.contains("lock")
        ? new StoreFailed(
            "%s is in use by another process\nTry: wait for it, or another --store"
                .formatted(folder))
        : new StoreFailed(
            "%s cannot be used: %s\nTry: another --store, or free space and --resume"
                .formatted(folder, said));
  }

  private static boolean hasTables(Connection connection) throws SQLException {
    try (var query = connection.createStatement();
        var rows =
            query.executeQuery(
                "SELECT count(*) FROM information_schema.tables WHERE table_name ="
                    + " 'experiments'")) {
      return rows.next() && rows.getInt(1) > 0;
    }
  }

  /// All tables come into being together or not at all.
  private static void lay(Connection connection, Manifest manifest, Plan plan) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE manifest (place INTEGER, entry VARCHAR, said VARCHAR)");
      statement.execute(
          "CREATE TABLE worlds (world INTEGER" + columns(plan.worlds().columns()) + ")");
      statement.execute(
          "CREATE TABLE experiments (world INTEGER, variant VARCHAR, failure VARCHAR"
              + columns(plan.measures())
              + ")");
    }
    try (var rows = connection.prepareStatement("INSERT INTO manifest VALUES (?, ?, ?)")) {
      int place = 0;
      for (var entry : manifest.entries().entrySet()) {
        rows.setInt(1, place++);
        rows.setString(2, entry.getKey());
        rows.setString(3, entry.getValue());
        rows.execute();
      }
    }
    insertWorlds(connection, plan.worlds());
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void insertWorlds(Connection connection, Table worlds) throws SQLException {
    String marks = ", ?".repeat(worlds.columns().size());
    try (var rows = connection.prepareStatement("INSERT INTO worlds VALUES (?" + marks + ")")) {
      for (int w = 0; w < worlds.rows(); w++) {
        rows.setInt(1, w);
        for (int c = 0; c < worlds.columns().size(); c++) {
          rows.setDouble(c + 2, worlds.at(w, c));
        }
        rows.execute();
      }
    }
  }

  private static String columns(List<String> names) {
    var text = new StringBuilder();
    names.forEach(n -> text.append(", \"").append(n.replace("\"", "\"\"")).append("\" DOUBLE"));
    return text.toString();
  }

  private static void compare(Path folder, Connection connection, Manifest manifest)
      throws SQLException {
    var there = new LinkedHashMap<String, String>();
    try (var query = connection.createStatement();
        var rows = query.executeQuery("SELECT entry, said FROM manifest ORDER BY place")) {
      while (rows.next()) {
        there.put(rows.getString(1), rows.getString(2));
      }
    }
    for (var entry : manifest.entries().entrySet()) {
      String said = there.get(entry.getKey());
      if (!entry.getValue().equals(said)) {
        throw new StoreFailed(
            "%s is another study: its %s is %s, not %s\nTry: the same %s as then, or another --store"
                .formatted(folder, entry.getKey(), said, entry.getValue(), entry.getKey()));
      }
    }
  }

  private void readFinished() throws SQLException {
    var places = new LinkedHashMap<String, Integer>();
    for (int v = 0; v < plan.variants().size(); v++) {
      places.put(plan.variants().get(v).name(), v);
    }
    try (var query = connection.createStatement();
        var rows = query.executeQuery("SELECT * FROM experiments")) {
      while (rows.next()) {
        int variant =
            Objects.requireNonNull(places.get(rows.getString(2)), "a variant of the plan");
        var experiment = new Experiment(rows.getInt(1), variant);
        String failure = rows.getString(3);
        outcomes.record(experiment, failure == null ? solved(rows) : new Outcome.Failed(failure));
      }
    }
  }

  private Outcome solved(ResultSet row) throws SQLException {
    var measures = new ArrayList<Double>();
    for (int c = 0; c < plan.measures().size(); c++) {
      double value = row.getDouble(c + 4);
      measures.add(row.wasNull() ? Double.NaN : value);
    }
    return new Outcome.Solved(measures);
  }

  /// {@return what is finished so far, in this run and earlier ones}
  public Outcomes outcomes() {
    return outcomes;
  }

  /// Takes an outcome; it is committed, and counts as finished, soon afterwards.
  ///
  /// @throws RecordingFailed if this or an earlier one could not be kept
  @Override
  public void record(Experiment experiment, Outcome outcome) {
    commits.add(new Commits.Finished(experiment, outcome));
  }

  /// Waits until every outcome taken is committed.
  ///
  /// @throws RecordingFailed if some could not be kept
  public void settle() {
    commits.settle();
  }

  private void commit(List<Commits.Finished> batch) {
    try {
      for (var finished : batch) {
        put(finished.experiment(), finished.outcome());
      }
      connection.commit();
    } catch (SQLException e) {
      throw new RecordingFailed(
          "%s cannot take more experiments: %s\nTry: free space, then --resume; %,d experiments are kept"
              .formatted(
                  folder,
                  String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                  outcomes.finished()),
          e);
    }
    batch.forEach(finished -> outcomes.record(finished.experiment(), finished.outcome()));
  }

  private void put(Experiment experiment, Outcome outcome) throws SQLException {
    insert.setInt(1, experiment.world());
    insert.setString(2, plan.variants().get(experiment.variant()).name());
    switch (outcome) {
      case Outcome.Solved(var measures) -> {
        insert.setNull(3, Types.VARCHAR);
        for (int c = 0; c < measures.size(); c++) {
          set(c + 4, measures.get(c));
        }
      }
      case Outcome.Failed(var reason) -> {
        insert.setString(3, reason);
        for (int c = 0; c < plan.measures().size(); c++) {
          set(c + 4, Double.NaN);
        }
      }
    }
    insert.execute();
  }

  /// NaN is nothing to other programs.
  private void set(int place, double value) throws SQLException {
    if (Double.isNaN(value)) {
      insert.setNull(place, Types.DOUBLE);
    } else {
      insert.setDouble(place, value);
    }
  }

  /// Writes `worlds`, `experiments` and `manifest` as Parquet and CSV, in the order of worlds and
  /// variants; each file is written whole, then put in its place.
  ///
  /// @throws StoreFailed if a file cannot be written
  /// @throws RecordingFailed if an outcome could not be kept
  public void export() {
    settle();
    try {
      copy("worlds", "SELECT * FROM worlds ORDER BY world");
      copy("experiments", "SELECT * FROM experiments ORDER BY world, " + order());
      copy("manifest", "SELECT entry, said FROM manifest ORDER BY place");
    } catch (SQLException | IOException e) {
      throw new StoreFailed(
          "%s cannot be written to: %s\nTry: free space, then --resume"
              .formatted(folder, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private String order() {
    var text = new StringBuilder("CASE variant");
    for (int v = 0; v < plan.variants().size(); v++) {
      text.append(" WHEN ")
          .append(quoted(plan.variants().get(v).name()))
          .append(" THEN ")
          .append(v);
    }
    return text.append(" END").toString();
  }

  private void copy(String name, String query) throws SQLException, IOException {
    for (var format : List.of("parquet", "csv")) {
      var part = folder.resolve(name + "." + format + ".part");
      String options =
          format.equals("csv") ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
      try (var statement = connection.createStatement()) {
        statement.execute(
            "COPY (%s) TO %s (%s)".formatted(query, quoted(part.toString()), options));
      }
      Files.move(
          part,
          folder.resolve(name + "." + format),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// Closes the database once all that was taken is committed, or cannot be.
  @Override
  public void close() {
    try {
      settle();
    } catch (RecordingFailed _) {
      // whoever recorded has been told
    }
    closed(connection);
  }

  /// What was committed is on disk whether or not closing works.
  private static void closed(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFailed("the store did not close: " + e.getMessage() + "\nTry: --resume");
    }
  }
}
