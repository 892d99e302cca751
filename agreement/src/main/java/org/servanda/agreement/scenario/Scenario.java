package org.servanda.agreement.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.Dispositions;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.agreement.TrackRecord;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameter;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.Source;

/// A question about an agreement: what a scenario file says.
///
/// @param title what it is called; text, never markup
/// @param summary one or two sentences, null if not said
/// @param time start, step and horizon
/// @param parties in the order of the file, exactly two of them principals
/// @param balance relative strength of the principals
/// @param issue what they dispute
/// @param agreement what was signed
/// @param record what they did with earlier pledges
/// @param alternatives what might have been signed instead, by name, in the order of the file
/// @param plausibility how plausible the values within ranges are
/// @param history what happened, null if not said
/// @param sources the file's own sources by key
/// @param written every number written in the file by key, in the order of the file; a rival set
///   chosen by name is here under its parameter's key
public record Scenario(
    String title,
    @Nullable String summary,
    TimeFrame time,
    List<Party> parties,
    Balance balance,
    Issue issue,
    Agreement agreement,
    TrackRecord record,
    SequencedMap<String, Alternative> alternatives,
    Plausibility plausibility,
    @Nullable History history,
    SequencedMap<String, Source> sources,
    SequencedMap<String, Estimate> written) {

  public Scenario {
    parties = List.copyOf(parties);
    alternatives = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(alternatives));
    sources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sources));
    written = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(written));
  }

  /// {@return the first principal}
  public Party first() {
    return principals().getFirst();
  }

  /// {@return the second principal}
  public Party second() {
    return principals().getLast();
  }

  /// {@return the two principals, in the order of the file}
  public List<Party> principals() {
    return parties.stream().filter(p -> p.role() == Role.PRINCIPAL).toList();
  }

  /// {@return the guarantors, in the order of the file}
  public List<Party> guarantors() {
    return parties.stream().filter(p -> p.role() == Role.GUARANTOR).toList();
  }

  /// {@return the party with this key}
  ///
  /// @param key for example `usa`
  /// @throws IllegalArgumentException if there is none
  public Party party(String key) {
    for (Party party : parties) {
      if (party.key().equals(key)) {
        return party;
      }
    }
    throw new IllegalArgumentException(
        "no party \"" + key + "\"\nTry: one of " + parties.stream().map(Party::key).toList());
  }

  /// {@return the number with this key: the file's, else the default}
  ///
  /// @param key a parameter such as `war.cost`, or a place in the file such as `balance.now`
  /// @throws IllegalArgumentException if neither the file nor the parameters know it
  public Estimate estimate(String key) {
    Estimate own = written.get(key);
    return own != null ? own : Parameters.standard().parameter(key).standard();
  }

  /// {@return the number with this key for one party: the file's for the party, else the file's for
  /// all, else the default}
  ///
  /// @param key a parameter such as `war.cost`
  /// @param party key of a party
  /// @throws IllegalArgumentException if there is no such party or parameter, or the parameter does
  ///   not differ by party
  public Estimate estimate(String key, String party) {
    String known = party(party).key();
    if (Parameters.standard().parameter(key).scope() != Parameter.Scope.PARTY) {
      throw new IllegalArgumentException(
          "parameter " + key + " does not differ by party: " + party);
    }
    Estimate own = written.get(key + "." + known);
    return own != null ? own : estimate(key);
  }

  /// {@return the number with this key for one party}
  ///
  /// @param key a parameter such as `war.cost`
  /// @param party a party of this scenario
  public Estimate estimate(String key, Party party) {
    return estimate(key, party.key());
  }

  /// {@return every number: those of the file in its order, then the defaults it leaves standing,
  /// in the order of the parameter table}
  public List<Estimate> estimates() {
    var all = new ArrayList<Estimate>(written.values());
    for (Parameter parameter : Parameters.standard().all().values()) {
      if (!written.containsKey(parameter.key())) {
        all.add(parameter.standard());
      }
    }
    return Collections.unmodifiableList(all);
  }

  /// Computes the belief about a party at the signature: its stated dispositions, then its record.
  ///
  /// @param party key of a party
  /// @param value the number to use for an estimate, for example `Estimate::mode`
  /// @return the belief, with the computation
  public RecordedPrior prior(String party, ToDoubleFunction<Estimate> value) {
    var before = new LinkedHashMap<Disposition, Double>();
    switch (party(party).dispositions()) {
      case Dispositions.FromReliability() -> {
        double resolute = value.applyAsDouble(estimate("guarantor.reliability", party));
        before.put(Disposition.RESOLUTE, resolute);
        before.put(Disposition.WAVERING, 1 - resolute);
      }
      case Dispositions.Stated(var weights) -> {
        double sum = weights.values().stream().mapToDouble(value).sum();
        weights.forEach((d, w) -> before.put(d, value.applyAsDouble(w) / sum));
      }
    }
    var kept = new LinkedHashMap<Disposition, Double>();
    for (Disposition disposition : before.keySet()) {
      kept.put(disposition, value.applyAsDouble(estimate("record.kept." + disposition.word())));
    }
    double halfLife = value.applyAsDouble(estimate("record.half-life"));
    return RecordedPrior.of(party, record, time.start(), before, kept, halfLife);
  }
}
