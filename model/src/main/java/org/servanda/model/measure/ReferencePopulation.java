package org.servanda.model.measure;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.Dispositions;
import org.servanda.agreement.agreement.Leadership;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.Regime;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.agreement.TrackRecord;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.scenario.Balance;
import org.servanda.agreement.scenario.Issue;
import org.servanda.agreement.scenario.Plausibility;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.TimeFrame;

/// Dyads that have just ended a war, as a stand-in for those from which base rates were counted.
///
/// Each dyad is two principals with a non-aggression pledge and nobody to guarantee it. They differ
/// in relative strength, war costs, dispositions and in how the issue is divided; member `n` of the
/// population is the `n`-th point of a Halton sequence, so the first `n` members are spread evenly
/// whatever `n` is and nothing is random.
public final class ReferencePopulation {
  /// Spread of the population.
  ///
  /// @param balanceSpread half width of the uniform distribution of the log ratio of strength
  /// @param driftSpread half width of the uniform distribution of the yearly change of the log
  ///   ratio
  /// @param costLow lowest war cost, in stakes; costs are log-uniform
  /// @param costHigh highest war cost, in stakes
  /// @param expansionistLow lowest prior probability of an expansionist; priors are uniform
  /// @param expansionistHigh highest prior probability of an expansionist
  /// @param shareLow lowest share of the issue held by the first principal; shares are uniform
  /// @param shareHigh highest share
  public record Spread(
      double balanceSpread,
      double driftSpread,
      double costLow,
      double costHigh,
      double expansionistLow,
      double expansionistHigh,
      double shareLow,
      double shareHigh) {}

  private static final int[] BASES = {2, 3, 5, 7, 11, 13, 17};

  private ReferencePopulation() {}

  /// {@return the first members of the population}
  ///
  /// @param spread how the members differ
  /// @param members how many, at least 1
  /// @param years followed, 1 to 60
  /// @param assumptions estimates by key that replace defaults in every member
  public static List<Scenario> members(
      Spread spread, int members, int years, SequencedMap<String, Estimate> assumptions) {
    var dyads = new ArrayList<Scenario>();
    for (int n = 1; n <= members; n++) {
      dyads.add(member(spread, n, years, assumptions));
    }
    return List.copyOf(dyads);
  }

  private static Scenario member(
      Spread spread, int n, int years, SequencedMap<String, Estimate> assumptions) {
    var u = new double[BASES.length];
    for (int d = 0; d < u.length; d++) {
      u[d] = halton(n, BASES[d]);
    }
    var written = new LinkedHashMap<>(assumptions);
    double logRatio = spread.balanceSpread() * (2 * u[0] - 1);
    var ratio = put(written, "balance.now", Math.exp(logRatio), Unit.RATIO);
    put(written, "war.cost.first", cost(spread, u[1]), Unit.STAKE);
    put(written, "war.cost.second", cost(spread, u[2]), Unit.STAKE);
    double share = between(spread.shareLow(), spread.shareHigh(), u[5]);
    var issue =
        new Issue(
            "the issue of the last war",
            put(written, "issue.share.first", share, Unit.SHARE),
            put(written, "issue.share.second", 1 - share, Unit.SHARE),
            1);
    double change = spread.driftSpread() * (2 * u[6] - 1);
    var drift = put(written, "balance.drift", change, Unit.PER_YEAR);
    var balance =
        new Balance(
            ratio,
            drift,
            org.servanda.agreement.evidence.Parameters.standard()
                .parameter("balance.volatility")
                .standard());
    var parties =
        List.of(
            party("first", between(spread.expansionistLow(), spread.expansionistHigh(), u[3])),
            party("second", between(spread.expansionistLow(), spread.expansionistHigh(), u[4])));
    return new Scenario(
        "Reference dyad " + n,
        null,
        new TimeFrame(LocalDate.of(2000, 1, 1), Period.ofMonths(6), Period.ofYears(years)),
        parties,
        balance,
        issue,
        Agreement.of(new Clause.NonAggressionPledge(List.of("first", "second"))),
        new TrackRecord(List.of()),
        new LinkedHashMap<>(),
        Plausibility.usual(),
        null,
        new LinkedHashMap<>(),
        written);
  }

  private static double cost(Spread spread, double u) {
    return spread.costLow() * Math.pow(spread.costHigh() / spread.costLow(), u);
  }

  private static double between(double low, double high, double u) {
    return low + u * (high - low);
  }

  private static Estimate put(
      SequencedMap<String, Estimate> written, String key, double value, Unit unit) {
    var estimate = Estimate.exactly(key, value, unit);
    written.put(key, estimate);
    return estimate;
  }

  private static Party party(String key, double expansionist) {
    var weights = new LinkedHashMap<Disposition, Estimate>();
    String place = "parties." + key + ".dispositions.";
    weights.put(
        Disposition.SECURITY_SEEKER,
        Estimate.exactly(place + "security-seeker", 1 - expansionist, Unit.SHARE));
    weights.put(
        Disposition.EXPANSIONIST,
        Estimate.exactly(place + "expansionist", expansionist, Unit.SHARE));
    return new Party(
        key,
        key,
        Role.PRINCIPAL,
        new Dispositions.Stated(weights),
        new Leadership.ByRegime(Regime.ANOCRACY),
        NuclearStatus.NONE,
        null,
        List.of());
  }

  /// Radical inverse of `n` in a base: the digits of `n` mirrored at the point.
  private static double halton(int n, int base) {
    double inverse = 0;
    double digit = 1.0 / base;
    for (int rest = n; rest > 0; rest /= base) {
      inverse += digit * (rest % base);
      digit /= base;
    }
    return inverse;
  }
}
