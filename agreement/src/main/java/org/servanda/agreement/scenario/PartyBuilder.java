package org.servanda.agreement.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.Dispositions;
import org.servanda.agreement.agreement.Leadership;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.Regime;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.format.Findings;
import org.servanda.agreement.format.Found;
import org.servanda.agreement.format.Vocabulary;
import org.servanda.agreement.format.Words;

/// Builds the parties.
final class PartyBuilder {
  private static final int MOST_GUARANTORS = 4;

  private final Findings findings;

  PartyBuilder(Findings findings) {
    this.findings = findings;
  }

  /// {@return the parties in the order of the file, without those that are illegible}
  List<Party> parties(Found.Block file) {
    Found.Block block = file.block("parties");
    var parties = new ArrayList<Party>();
    if (block == null) {
      return parties;
    }
    boolean legible = true;
    for (String key : block.entries().keySet()) {
      Found.Block terms = block.block(key);
      Party party = terms == null ? null : party(key, terms);
      legible &= party != null;
      if (party != null) {
        parties.add(party);
      }
    }
    if (legible) {
      count(parties, block);
    }
    return parties;
  }

  private void count(List<Party> parties, Found.Block block) {
    var principals =
        parties.stream().filter(p -> p.role() == Role.PRINCIPAL).map(Party::key).toList();
    int guarantors = parties.size() - principals.size();
    String named = principals.isEmpty() ? "" : " (" + Words.and(principals) + ")";
    if (principals.size() != 2) {
      findings.add(
          block.place(),
          "%s principal%s%s, bound: 2"
              .formatted(principals.size(), principals.size() == 1 ? "" : "s", named),
          Integer.toString(principals.size()),
          principals.size() < 2
              ? "role: principal for the two sides of the issue"
              : "role: guarantor for all but two, or one file for each pair");
    }
    if (guarantors > MOST_GUARANTORS) {
      findings.add(
          block.place(),
          "%s guarantors, bound: %s".formatted(guarantors, MOST_GUARANTORS),
          Integer.toString(guarantors),
          "one party for guarantors that act together");
    }
  }

  private @Nullable Party party(String key, Found.Block b) {
    String word = b.value("role", String.class);
    Role role = word == null ? null : Role.named(word);
    if (role == null) {
      return null;
    }
    rolesFit(key, role, b);
    String name = b.value("name", String.class);
    String nuclear = b.value("nuclear", String.class);
    NuclearStatus status = nuclear == null ? null : NuclearStatus.named(nuclear);
    Dispositions dispositions = dispositions(key, role, b);
    Leadership leadership = leadership(b);
    if (dispositions == null || leadership == null) {
      return null;
    }
    return new Party(
        key,
        name == null ? key : name,
        role,
        dispositions,
        leadership,
        status == null ? NuclearStatus.NONE : status,
        b.value("seeks", String.class),
        protects(b));
  }

  private void rolesFit(String key, Role role, Found.Block b) {
    if (role == Role.GUARANTOR && !b.has("of")) {
      findings.add(
          b.place(), "guarantor %s lacks \"of\"".formatted(key), null, "of: whom it protects");
    }
    if (role == Role.PRINCIPAL && b.has("of")) {
      findings.add(
          b.placeOf("of"),
          "%s has \"of\", which is for guarantors; it is a principal".formatted(key),
          null,
          "delete it, or role: guarantor");
    }
    if (role == Role.GUARANTOR && b.has("seeks")) {
      findings.add(
          b.placeOf("seeks"),
          "%s has \"seeks\", which is for principals; it is a guarantor".formatted(key),
          null,
          "delete it");
    }
  }

  private static List<String> protects(Found.Block b) {
    var keys = new ArrayList<String>();
    Found.Row row = b.row("of");
    if (row != null) {
      for (Found item : row.items()) {
        if (item instanceof Found.Leaf(_, _, String key) && !keys.contains(key)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  private @Nullable Dispositions dispositions(String key, Role role, Found.Block b) {
    if (!b.has("dispositions")) {
      return role == Role.GUARANTOR
          ? new Dispositions.FromReliability()
          : Dispositions.sure(
              "parties." + key + ".dispositions.security-seeker", Disposition.SECURITY_SEEKER);
    }
    if (b.value("dispositions", String.class) != null) {
      if (role == Role.PRINCIPAL) {
        findings.add(
            b.placeOf("dispositions"),
            "%s is a principal; %s is for guarantors".formatted(key, Vocabulary.FROM_RELIABILITY),
            Vocabulary.FROM_RELIABILITY,
            "{security-seeker: 0.6, expansionist: 0.4}");
        return null;
      }
      return new Dispositions.FromReliability();
    }
    Found.Block weights = b.block("dispositions");
    return weights == null ? null : stated(key, role, weights);
  }

  private @Nullable Dispositions stated(String key, Role role, Found.Block b) {
    var weights = new LinkedHashMap<Disposition, Estimate>();
    boolean fit = true;
    for (String word : b.entries().keySet()) {
      Disposition disposition = Disposition.named(word);
      Estimate weight = b.value(word, Estimate.class);
      if (disposition == null || weight == null) {
        fit = false;
      } else if (disposition.role() != role) {
        fit = false;
        findings.add(
            b.placeOf(word),
            "%s is for a %s; %s is a %s"
                .formatted(word, disposition.role().word(), key, role.word()),
            word,
            Words.or(ofRole(role)));
      } else {
        weights.put(disposition, weight);
      }
    }
    if (!fit) {
      return null;
    }
    double sum = weights.values().stream().mapToDouble(Estimate::mode).sum();
    if (!(Math.abs(sum - 1) <= 1e-9)) {
      findings.add(
          b.place(),
          "dispositions of %s sum to %s, not 1".formatted(key, rounded(sum)),
          rounded(sum),
          balanced(role, weights));
      return null;
    }
    return new Dispositions.Stated(weights);
  }

  private static List<String> ofRole(Role role) {
    return Arrays.stream(Disposition.values())
        .filter(d -> d.role() == role)
        .map(Disposition::word)
        .toList();
  }

  /// {@return the first weight kept, the rest given to the other disposition}
  private static String balanced(Role role, LinkedHashMap<Disposition, Estimate> weights) {
    var words = ofRole(role);
    Disposition first =
        weights.isEmpty() ? Disposition.benign(role) : weights.firstEntry().getKey();
    double weight = weights.isEmpty() ? 1 : weights.firstEntry().getValue().mode();
    String other = words.getFirst().equals(first.word()) ? words.getLast() : words.getFirst();
    return "{%s: %s, %s: %s}".formatted(first.word(), rounded(weight), other, rounded(1 - weight));
  }

  private static @Nullable Leadership leadership(Found.Block b) {
    if (!b.has("leadership")) {
      return new Leadership.Stable();
    }
    String word = b.value("leadership", String.class);
    Regime regime = word == null ? null : Regime.named(word);
    if (regime != null) {
      return new Leadership.ByRegime(regime);
    }
    Found.Block terms = b.block("leadership");
    if (terms == null) {
      return null;
    }
    Period every = terms.value("elections", Period.class);
    LocalDate first = terms.value("first", LocalDate.class);
    Estimate hazard = terms.value("exit-hazard", Estimate.class);
    if (hazard != null) {
      return new Leadership.ExitHazard(hazard);
    }
    return every == null || first == null ? null : new Leadership.Elections(every, first);
  }

  /// {@return a number to six digits after the point, without trailing zeros}
  static String rounded(double x) {
    var rounded = new BigDecimal(x).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
