package org.servanda.agreement.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The belief about a party after its record has been looked at, with the computation.
///
/// Each pledge is one Bernoulli observation. A party of disposition `k` keeps a pledge with
/// probability `q(k)`; the likelihood of an entry is `q(k)^w` if kept and `(1 - q(k))^w` if broken,
/// with `w = weight * 2^(-age / half-life)`, so that old entries fade. Entries are taken oldest
/// first; the order does not change the result.
///
/// @source Kydd (2005): with `q = 1` and `0.7`, an even prior and weight 1, ten kept pledges leave
///   0.02747 on the worse type
///
/// @param party key of the party
/// @param before belief before the record, sums to 1
/// @param steps one per entry, oldest first
/// @param after belief after the last entry, sums to 1
public record RecordedPrior(
    String party,
    SequencedMap<Disposition, Double> before,
    List<Step> steps,
    SequencedMap<Disposition, Double> after) {

  private static final double DAYS_PER_YEAR = 365.2425;

  public RecordedPrior {
    before = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(before));
    steps = List.copyOf(steps);
    after = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(after));
  }

  /// One entry's part in the computation.
  ///
  /// @param entry the entry
  /// @param age years from the entry to the signature, 0 or more
  /// @param weight the entry's weight after fading, above 0, at most 1
  /// @param likelihood likelihood of the entry by disposition, weight included
  /// @param posterior belief after this entry, sums to 1
  public record Step(
      TrackRecord.Entry entry,
      double age,
      double weight,
      SequencedMap<Disposition, Double> likelihood,
      SequencedMap<Disposition, Double> posterior) {
    public Step {
      likelihood = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(likelihood));
      posterior = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(posterior));
    }
  }

  /// Computes the belief about a party from its record.
  ///
  /// @param party key of the party
  /// @param record the record; entries of other parties are passed over
  /// @param signature the day from which ages are counted; no entry is later
  /// @param before belief before the record, sums to 1
  /// @param kept probability that a party keeps a pledge, by disposition, strictly between 0 and 1
  ///   or, if no entry is impossible under every disposition, 0 or 1
  /// @param halfLife years after which an entry counts half, above 0
  /// @return the belief, step by step
  /// @throws IllegalArgumentException if an entry is impossible under every disposition still
  ///   believed in, lies after the signature, or `halfLife` is not positive
  public static RecordedPrior of(
      String party,
      TrackRecord record,
      LocalDate signature,
      SequencedMap<Disposition, Double> before,
      Map<Disposition, Double> kept,
      double halfLife) {
    if (!(halfLife > 0)) {
      throw new IllegalArgumentException("record.half-life is " + halfLife + ", bound: above 0");
    }
    var oldestFirst =
        record.of(party).stream().sorted(Comparator.comparing(TrackRecord.Entry::on)).toList();
    var steps = new ArrayList<Step>();
    SequencedMap<Disposition, Double> belief = before;
    for (var entry : oldestFirst) {
      Step step = step(entry, signature, belief, kept, halfLife);
      steps.add(step);
      belief = step.posterior();
    }
    return new RecordedPrior(party, before, steps, belief);
  }

  private static Step step(
      TrackRecord.Entry entry,
      LocalDate signature,
      SequencedMap<Disposition, Double> belief,
      Map<Disposition, Double> kept,
      double halfLife) {
    double age = ChronoUnit.DAYS.between(entry.on(), signature) / DAYS_PER_YEAR;
    if (age < 0) {
      throw new IllegalArgumentException(
          "the pledge \"%s\" was %s on %s, bound: not after the signature on %s"
              .formatted(entry.pledge(), entry.conduct().word(), entry.on(), signature));
    }
    double weight = entry.weight() * Math.pow(2, -age / halfLife);
    var likelihood = new LinkedHashMap<Disposition, Double>();
    var joint = new LinkedHashMap<Disposition, Double>();
    double total = 0;
    for (var e : belief.entrySet()) {
      double q = keeping(kept, e.getKey());
      double p = Math.pow(entry.conduct() == Conduct.KEPT ? q : 1 - q, weight);
      likelihood.put(e.getKey(), p);
      joint.put(e.getKey(), e.getValue() * p);
      total += e.getValue() * p;
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException(
          "no disposition of %s could have %s the pledge \"%s\": likelihoods %s"
              .formatted(entry.by(), entry.conduct().word(), entry.pledge(), likelihood));
    }
    double sum = total;
    var posterior = new LinkedHashMap<Disposition, Double>();
    joint.forEach((disposition, p) -> posterior.put(disposition, p / sum));
    return new Step(entry, age, weight, likelihood, posterior);
  }

  private static double keeping(Map<Disposition, Double> kept, Disposition disposition) {
    Double q = kept.get(disposition);
    if (q == null) {
      throw new IllegalArgumentException(
          "no probability of keeping a pledge for " + disposition.word() + " among " + kept);
    }
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException(
          "record.kept." + disposition.word() + " is " + q + ", bound: 0 to 1");
    }
    return q;
  }
}
