package org.servanda.model.compile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.Party;
import org.servanda.model.compile.Codebook.Signature;
import org.servanda.model.effect.Effect;

/// Reads whom a guarantor protects, how far it is bound and what it costs to come or to stay out.
record GuarantorReader(Inputs inputs, PersonReader people) {

  Terms.Guarantor guarantor(Party party) {
    var person = people.person(party);
    var reneging = new EnumMap<GuaranteeLevel, Double>(GuaranteeLevel.class);
    var automatic = new EnumMap<GuaranteeLevel, Double>(GuaranteeLevel.class);
    var obliged = new HashMap<Integer, GuaranteeLevel>();
    var protects = new HashSet<Integer>();
    var admits = new HashSet<Integer>();
    for (int i = 0; i < 2; i++) {
      var principal = inputs.scenario().principals().get(i);
      if (party.protects().contains(principal.key())) {
        protects.add(i);
        if (principal.seeks() != null) {
          admits.add(i);
          readLevel(GuaranteeLevel.MEMBERSHIP, party, reneging, automatic);
        }
      }
      for (Effect effect : inputs.effects()) {
        if (effect instanceof Effect.Oblige(var by, var to, var level)
            && by.equals(party.key())
            && to.equals(principal.key())) {
          obliged.merge(i, level, (x, y) -> x.compareTo(y) > 0 ? x : y);
          protects.add(i);
          if (level == GuaranteeLevel.MEMBERSHIP) {
            admits.add(i);
          }
          readLevel(level, party, reneging, automatic);
        }
      }
    }
    var fightCost =
        person.types().stream()
            .map(type -> inputs.ask("guarantor.fight-cost." + type.word(), party))
            .toList();
    boolean enforces = inputs.signature() == Signature.SIGNED;
    return new Terms.Guarantor(
        person,
        protects,
        admits,
        obliged,
        fightCost,
        inputs.ask("guarantor.supply-cost", party),
        inputs.ask("guarantor.stake", party),
        inputs.ask("guarantor.fight-strength", party),
        inputs.ask("guarantor.supply-strength", party),
        reneging,
        reneging.containsKey(GuaranteeLevel.TRIPWIRE)
            ? inputs.ask("guarantor.tripwire-loss", party)
            : 0,
        automatic,
        enforces ? inputs.ask("friction.enforce", party) : 0,
        enforces ? inputs.ask("guarantor.waive-share", party) : 0,
        inputs.flows(party, Effect.Flow::payer));
  }

  private void readLevel(
      GuaranteeLevel level,
      Party party,
      Map<GuaranteeLevel, Double> reneging,
      Map<GuaranteeLevel, Double> automatic) {
    reneging.put(level, inputs.ask("guarantor.renege." + level.word(), party));
    switch (level) {
      case TRIPWIRE, MEMBERSHIP ->
          automatic.put(level, inputs.ask("guarantor.automatic." + level.word(), party));
      case ASSURANCE, CONSULTATION, DEFENSE_COMMITMENT -> automatic.put(level, 0.0);
    }
  }
}
