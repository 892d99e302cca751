package org.servanda.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.measure.Calibration;
import org.servanda.model.measure.Survival;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `servanda calibration`: how well the defaults reproduce how long peace lasts after wars.
@Command(
    name = "calibration",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Compares the reference population with base rates of peace after wars between states.",
      "",
      "Solves every dyad of the reference population under the default parameters and prints the"
          + " mean survival beside the base rates, the yearly hazard by interval, and a figure.",
      "With --set, some parameters take other values: so the fit can be searched again."
    },
    footerHeading = "%n",
    footer = {"Exit codes: 0 if every row is within the tolerance, 3 otherwise, 2 bad input."})
final class CalibrationCommand implements Callable<Integer> {
  private static final int WIDTH = 50;

  private final Surroundings surroundings;

  @Option(
      names = "--members",
      paramLabel = "N",
      description = "Dyads of the population (default: ${DEFAULT-VALUE}).")
  private int members = Calibration.MEMBERS;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A parameter and the value it takes, for example precision=20; repeatable.")
  private List<String> settings = List.of();

  @Option(
      names = "--years",
      paramLabel = "N",
      description = "Years followed, 20 or more; play goes on for another twenty (default: 20).")
  private int years = Calibration.YEARS;

  @Option(
      names = "--balance-steps",
      paramLabel = "N",
      description = "Steps of strength followed on either side (default: ${DEFAULT-VALUE}).")
  private int balanceSteps = ScenarioCompiler.STANDARD_BALANCE_STEPS;

  @Option(names = "--threads", paramLabel = "N", description = "Solves at the same time.")
  private int threads = Runtime.getRuntime().availableProcessors();

  CalibrationCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (members < 1 || members > 4096) {
      throw new Complaint("--members is " + members + ", bound: 1 to 4096", "--members 64");
    }
    if (years < Calibration.YEARS || years > 60) {
      throw new Complaint("--years is " + years + ", bound: 20 to 60", "--years 20");
    }
    if (threads < 1) {
      throw new Complaint("--threads is " + threads + ", bound: 1 or more", "--threads 1");
    }
    if (balanceSteps < 1 || balanceSteps > 20) {
      throw new Complaint(
          "--balance-steps is " + balanceSteps + ", bound: 1 to 20", "--balance-steps 3");
    }
    var assumptions = new LinkedHashMap<String, Estimate>();
    settings.forEach(setting -> read(setting, assumptions));
    Survival.Curve mean;
    try (var progress =
        new ProgressDisplay(surroundings.progress(), surroundings.err(), System::nanoTime)) {
      mean =
          Calibration.mean(
              Calibration.population(
                  members, years, balanceSteps, assumptions, threads, progress::at));
    }
    print(mean);
    boolean fits =
        Calibration.rows(mean).stream()
            .allMatch(row -> Math.abs(row.difference()) <= Calibration.TOLERANCE);
    return fits ? ExitCode.DONE : ExitCode.NOT_SOLVED;
  }

  private static void read(String setting, LinkedHashMap<String, Estimate> assumptions) {
    int split = setting.indexOf('=');
    String key = split < 0 ? setting : setting.substring(0, split);
    if (!Parameters.standard().has(key)) {
      String near = Nearest.to(key, Parameters.standard().all().keySet());
      throw new Complaint(
          "--set names \"" + key + "\", which is no parameter",
          "--set " + (near == null ? "precision=18" : near + "=..."));
    }
    var parameter = Parameters.standard().parameter(key);
    try {
      double value = Double.parseDouble(setting.substring(split + 1));
      if (!(value >= parameter.min() && value <= parameter.max())) {
        throw new Complaint(
            "%s is %s, bound: %s to %s".formatted(key, value, parameter.min(), parameter.max()),
            "--set %s=%s".formatted(key, parameter.standard().mode()));
      }
      assumptions.put(key, Estimate.exactly(key, value, parameter.unit()));
    } catch (NumberFormatException _) {
      throw new Complaint(
          "--set " + setting + " gives no number",
          "--set " + key + "=" + parameter.standard().mode());
    }
  }

  private void print(Survival.Curve mean) {
    var out = surroundings.out();
    out.printf(
        Locale.ROOT,
        "Survival without a clash, mean of %d dyads, and base rates after wars since 1946%n%n",
        members);
    out.println("years   model   base   difference");
    for (var row : Calibration.rows(mean)) {
      out.printf(
          Locale.ROOT,
          "%5.0f   %.3f   %.2f   %+.3f%n",
          row.base().years(),
          row.survival(),
          row.base().survival(),
          row.difference());
    }
    var bounds = List.of(0.0, 2.0, 5.0, 10.0, 20.0);
    var hazards = Calibration.hazards(mean, bounds);
    out.printf("%nyears    hazard per year   base%n");
    for (int i = 0; i < hazards.size(); i++) {
      out.printf(
          Locale.ROOT,
          "%2.0f-%-2.0f    %.3f             %.3f%n",
          bounds.get(i),
          bounds.get(i + 1),
          hazards.get(i),
          Calibration.BASE_HAZARDS.get(i));
    }
    out.printf("%nyear  survival (# model, | base rate)%n");
    for (int year = 0; year <= 20; year++) {
      out.printf(Locale.ROOT, "%4d  %s %.2f%n", year, bar(mean.at(year), year), mean.at(year));
    }
    out.flush();
  }

  private static String bar(double survival, int year) {
    var line = new StringBuilder(" ".repeat(WIDTH + 1));
    for (int c = 0; c < Math.round(survival * WIDTH); c++) {
      line.setCharAt(c, '#');
    }
    for (var base : Calibration.BASE_RATES) {
      if (base.years() == year) {
        line.setCharAt((int) Math.round(base.survival() * WIDTH), '|');
      }
    }
    return line.toString();
  }
}
