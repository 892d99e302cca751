package org.servanda.model.effect;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.agreement.evidence.Estimate;

/// What a clause does to the game. The list is closed: a clause that cannot be said in these words
/// needs a new word here, and every place that reads effects must then learn it.
public sealed interface Effect {

  /// A move breaks the agreement and costs its author the reputation of a broken pledge.
  ///
  /// @param party who makes the move
  /// @param until the pledge ends that day; absent if it lasts as long as the agreement
  record MakeBreach(String party, Move move, @Nullable LocalDate until) implements Effect {}

  /// A move shares its outcomes with compliance; only monitoring tells them apart.
  ///
  /// @param openSteps steps of strength that may still be added in the open, at least 0
  record Hide(String party, Move move, int openSteps) implements Effect {}

  /// A move costs its author something more while the agreement is in force.
  ///
  /// @param cost in stakes
  /// @param times share of the cost that falls due, in [0, 1]
  record Charge(String party, Move move, Estimate cost, Estimate times) implements Effect {}

  /// Exposure of hidden moves becomes likelier or better founded.
  ///
  /// @param of whose obligations are watched
  /// @param detection probability per year; absent: the default with verification
  /// @param falseAlarm probability per year; absent: the default
  /// @param attribution probability; absent: the default
  record Monitor(
      VerifiedObligation of,
      @Nullable Estimate detection,
      @Nullable Estimate falseAlarm,
      @Nullable Estimate attribution)
      implements Effect {}

  /// Observers on the ground add to detection.
  ///
  /// @param detection probability per year at full strength
  /// @param strength share of full strength, in [0, 1]
  record Observe(Estimate detection, Estimate strength) implements Effect {}

  /// Doubts are sorted out before they become accusations.
  ///
  /// @param falseAlarmsLeft share of false alarms that remain, in [0, 1]
  /// @param attributionAdded probability added to attribution
  record SortOut(Estimate falseAlarmsLeft, Estimate attributionAdded) implements Effect {}

  /// Whoever attacks loses some of the advantage of going first.
  ///
  /// @param advantage log strength taken away at full strength
  /// @param strength share of full strength, in [0, 1]
  record SlowAttack(Estimate advantage, Estimate strength) implements Effect {}

  /// Sanctions follow a breach without anybody deciding.
  ///
  /// @param of who is sanctioned
  /// @param probability that they do
  /// @param size loss per year; absent: the default
  record Automatic(String of, Estimate probability, @Nullable Estimate size) implements Effect {}

  /// A guarantor is bound to a party.
  record Oblige(String guarantor, String party, GuaranteeLevel level) implements Effect {}

  /// Money or goods flow while the agreement is in force.
  ///
  /// @param to who receives
  /// @param size share of the yearly value of the issue
  /// @param payer who pays as much; absent when nobody loses what the other gains
  /// @param years how long; absent: as long as the agreement
  record Flow(String to, Estimate size, @Nullable String payer, @Nullable Period years)
      implements Effect {}

  /// A party's strength grows by outside help while the agreement is in force.
  ///
  /// @param rate log strength per year
  /// @param years how long; absent: as long as the agreement
  record Strengthen(String party, Estimate rate, @Nullable Period years) implements Effect {}

  /// A party starts with these nuclear arms.
  record StartArms(String party, NuclearStatus status) implements Effect {}

  /// A party starts weaker than it was.
  ///
  /// @param loss log strength given up
  record StartWeaker(String party, Estimate loss) implements Effect {}

  /// Part of the disputed issue changes hands.
  ///
  /// @param share of the whole issue, in [0, 1]
  /// @param on the day; absent: at signature
  record Transfer(String from, String to, Estimate share, @Nullable LocalDate on)
      implements Effect {}

  /// The agreement lapses.
  record Lapse(LocalDate on) implements Effect {}

  /// Leaving formally is lawful.
  ///
  /// @param notice time between the notice and the end
  record LawfulExit(Period notice) implements Effect {}

  /// Leaving formally is lawful in the period of this day.
  record Review(LocalDate on) implements Effect {}
}
