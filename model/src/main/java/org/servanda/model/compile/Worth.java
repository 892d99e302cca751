package org.servanda.model.compile;

import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Arsenal;

/// What a state is worth to everybody, and how vulnerable it leaves each principal.
record Worth(Terms terms) {

  /// {@return the share of the issue that a principal holds}
  double share(State state, int principal) {
    var issue = terms.issue();
    double step = state.share() > 0 ? issue.upStep() : issue.downStep();
    double first = Math.clamp(status(state) + state.share() * step, 0, 1);
    return principal == 0 ? first : 1 - first;
  }

  private double status(State state) {
    return terms.issue().afterTransfers(state.transferred());
  }

  /// The status quo from which gains are counted: the terms of the agreement.
  private double statusQuo(State state, int principal) {
    double first = status(state);
    return principal == 0 ? first : 1 - first;
  }

  /// Adds what holding `share` is worth to a principal, times `scale`.
  void addShare(Tally tally, State state, int principal, double share, double scale) {
    double before = statusQuo(state, principal);
    tally.add(Component.SHARE, principal, scale * Math.min(before, share));
    var tastes = terms.principals().get(principal).tastes();
    for (int k = 0; k < tastes.size(); k++) {
      double gain = tastes.get(k).greed() * Math.max(0, share - before);
      tally.add(Component.GAINS, principal, k, scale * gain);
    }
  }

  /// Adds what vulnerability costs a principal, times `scale`.
  void addFear(Tally tally, State state, int principal, double scale) {
    double vulnerability = vulnerability(state, principal);
    var tastes = terms.principals().get(principal).tastes();
    for (int k = 0; k < tastes.size(); k++) {
      tally.add(Component.FEAR, principal, k, -scale * tastes.get(k).fear() * vulnerability);
    }
  }

  /// Adds what a guarantor has at stake in those it protects, times `scale`.
  ///
  /// @param conquered principal that has been conquered; absent if none
  void addProtection(
      Tally tally, int guarantor, double firstShare, @Nullable Integer conquered, double scale) {
    var g = terms.guarantors().get(guarantor);
    for (int protege : g.protects()) {
      double share = protege == 0 ? firstShare : 1 - firstShare;
      double survival = conquered != null && conquered == protege ? 0 : 1;
      tally.add(Component.PROTECTION, 2 + guarantor, scale * g.stake() * (share + survival) / 2);
    }
  }

  /// Adds the flow of one period in a state.
  void addFlow(Tally tally, State state) {
    add(tally, state, player -> 1 - person(player).discount());
  }

  /// Adds the present value of a state that lasts for ever.
  void addForEver(Tally tally, State state) {
    add(tally, state, _ -> 1);
  }

  private void add(Tally tally, State state, java.util.function.IntToDoubleFunction scale) {
    for (int i = 0; i < 2; i++) {
      double s = scale.applyAsDouble(i);
      addShare(tally, state, i, share(state, i), s);
      addFear(tally, state, i, s);
      if (state.standing().sanctions(i)) {
        tally.add(Component.SANCTIONS, i, -s * terms.principals().get(i).sanctionsCost());
      }
    }
    for (int g = 0; g < terms.guarantors().size(); g++) {
      addProtection(tally, g, share(state, 0), null, scale.applyAsDouble(2 + g));
    }
  }

  Terms.Person person(int player) {
    return player < 2
        ? terms.principals().get(player).person()
        : terms.guarantors().get(player - 2).person();
  }

  /// {@return log strength of a principal over the other}
  double strength(int balance, int principal) {
    double ratio = terms.balance().ratio() + balance * terms.balance().step();
    return principal == 0 ? ratio : -ratio;
  }

  /// {@return log strength that nuclear arms add to a principal's defense}
  double deterrence(Arsenal arms, int principal) {
    return arms == Arsenal.ARMED ? terms.principals().get(principal).nuclearStrength() : 0;
  }

  /// {@return the probability that a principal would lose if attacked now, the other's alliance and
  /// arms, its own arms and the forces present on its side included}
  double vulnerability(State state, int principal) {
    int other = 1 - principal;
    double attack =
        strength(state.balance(), other)
            + terms.alliance().threat() * alliedStrength(state, other)
            - shield(state, principal)
            - deterrence(state.arms(principal), principal);
    return Contest.of(terms.war(), attack).prevails();
  }

  private double alliedStrength(State state, int principal) {
    double strength = 0;
    for (var guarantor : terms.guarantors()) {
      if (level(guarantor, state, principal) == GuaranteeLevel.MEMBERSHIP) {
        strength += guarantor.fightStrength();
      }
    }
    return strength;
  }

  /// Strength of forces bound to come, weighted by how likely their state is to be resolute.
  private double shield(State state, int principal) {
    double strength = 0;
    for (var guarantor : terms.guarantors()) {
      var level = level(guarantor, state, principal);
      if (level == GuaranteeLevel.TRIPWIRE || level == GuaranteeLevel.MEMBERSHIP) {
        int resolute = guarantor.person().types().indexOf(Disposition.RESOLUTE);
        double sure = resolute < 0 ? 0 : guarantor.person().prior().get(resolute);
        strength += sure * guarantor.fightStrength();
      }
    }
    return strength;
  }

  /// {@return how far a guarantor is bound to a principal in a state; absent if not at all}
  @Nullable GuaranteeLevel level(Terms.Guarantor guarantor, State state, int principal) {
    boolean hold = state.standing().binds() || state.standing().breachedBy(1 - principal);
    return level(guarantor, principal, hold, state.accession(principal));
  }

  /// {@return whether a clause obliges a guarantor to a principal beyond what membership does}
  boolean obliged(int principal, Accession accession) {
    return terms.guarantors().stream()
        .anyMatch(
            g -> level(g, principal, true, accession) != level(g, principal, false, accession));
  }

  static @Nullable GuaranteeLevel level(
      Terms.Guarantor guarantor, int principal, boolean obligationsHold, Accession accession) {
    if (accession == Accession.MEMBER && guarantor.admits().contains(principal)) {
      return GuaranteeLevel.MEMBERSHIP;
    }
    return obligationsHold ? guarantor.obliged().get(principal) : null;
  }
}
