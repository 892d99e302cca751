package org.servanda.model.measure;

import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.Standing;
import org.servanda.model.compile.State;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Arsenal;

/// Says in plain words what happens. Parties act and respond; nobody is blamed.
record Narrator(Codebook codebook) {

  /// {@return one sentence}
  String sentence(Meaning meaning) {
    return says(name(meaning.actor()), verb(meaning.happening())) + ".";
  }

  /// {@return a name and what it does; two parties in one name do it in the plural}
  ///
  /// @param verb in the third person singular, then the rest
  static String says(String name, String verb) {
    if (!name.contains(" and ")) {
      return name + " " + verb;
    }
    int end = verb.indexOf(' ') < 0 ? verb.length() : verb.indexOf(' ');
    String does = verb.substring(0, end);
    String rest = verb.substring(end).replace(" its ", " their ");
    String plural =
        does.equals("is")
            ? "are"
            : does.endsWith("ies")
                ? does.substring(0, does.length() - 3) + "y"
                : does.substring(0, does.length() - 1);
    return name + " " + plural + rest;
  }

  /// {@return the mechanism as a cause in a table, without the actor}
  static String mechanism(Happening happening) {
    return switch (happening) {
      case ATTACKED -> "attack";
      case ATTACKED_AFTER_REFUSAL -> "attack after a refused demand";
      case BUILD_EXPOSED -> "exposed build-up beyond the limit";
      case NUCLEAR_EXPOSED -> "exposed nuclear work";
      case NUCLEAR_BREAKOUT -> "nuclear breakout";
      case APPLIED_IN_BREACH -> "application for membership against the pledge";
      case LEFT -> "lawful exit";
      case LEFT_IN_BREACH -> "exit without a right to leave";
      case LAPSED -> "scheduled lapse";
      case NOTICE_RAN_OUT -> "exit after notice";
      case NOTHING,
          COMPLIED,
          BUILT,
          GREW,
          DEMANDED,
          CONCEDED,
          REFUSED,
          BACKED_DOWN,
          APPLIED,
          NUCLEAR_WORK,
          NUCLEAR_ADVANCED,
          GAVE_NOTICE,
          LEADER_CHANGED,
          SANCTIONED,
          WAIVED,
          FOUGHT,
          SUPPLIED,
          ABSTAINED,
          PREVAILED,
          STALEMATE,
          REPELLED ->
          verb(happening);
    };
  }

  String name(int player) {
    return player == Meaning.CHANCE ? "Chance" : codebook.names().get(player);
  }

  static String verb(Happening happening) {
    return switch (happening) {
      case NOTHING -> "changes nothing noteworthy";
      case COMPLIED -> "keeps to the terms";
      case BUILT -> "builds up openly";
      case GREW -> "turns out stronger than before, without proof of a violation";
      case BUILD_EXPOSED -> "is held to have built up beyond the limit";
      case DEMANDED -> "demands a further step of the disputed issue";
      case CONCEDED -> "grants the demand";
      case REFUSED -> "refuses the demand";
      case BACKED_DOWN -> "lets the demand drop";
      case ATTACKED -> "attacks";
      case ATTACKED_AFTER_REFUSAL -> "attacks after its demand was refused";
      case APPLIED -> "applies for membership";
      case APPLIED_IN_BREACH -> "applies for membership against its pledge";
      case NUCLEAR_WORK -> "works on nuclear arms";
      case NUCLEAR_ADVANCED -> "completes a step towards nuclear arms";
      case NUCLEAR_BREAKOUT -> "completes a step towards nuclear arms against its pledge";
      case NUCLEAR_EXPOSED -> "is held to have worked on nuclear arms";
      case LEFT -> "leaves the agreement lawfully";
      case GAVE_NOTICE -> "gives notice";
      case LEFT_IN_BREACH -> "leaves the agreement without a right to";
      case LAPSED -> "lets the agreement lapse as scheduled";
      case NOTICE_RAN_OUT -> "lets the notice run out";
      case LEADER_CHANGED -> "comes under a new leader";
      case SANCTIONED -> "brings sanctions";
      case WAIVED -> "lets the breach pass";
      case FOUGHT -> "fights for the attacked side";
      case SUPPLIED -> "supplies the attacked side";
      case ABSTAINED -> "stays out";
      case PREVAILED -> "prevails";
      case STALEMATE -> "fights to a stalemate";
      case REPELLED -> "is thrown back";
    };
  }

  /// {@return the state of things in one phrase}
  String situation(State state) {
    var text = new StringBuilder(standing(state.standing()));
    if (state.balance() != 0) {
      int ahead = state.balance() > 0 ? 0 : 1;
      int steps = Math.abs(state.balance());
      text.append(", ")
          .append(name(ahead))
          .append(steps == 1 ? " one step" : " " + steps + " steps")
          .append(" stronger than at signature");
    }
    if (state.share() != 0) {
      int ahead = state.share() > 0 ? 0 : 1;
      text.append(", ").append(name(1 - ahead)).append(" has made concessions");
    }
    for (int i = 0; i < 2; i++) {
      if (state.accession(i) == Accession.APPLICANT) {
        text.append(", ").append(name(i)).append(" has applied for membership");
      } else if (state.accession(i) == Accession.MEMBER) {
        text.append(", ").append(name(i)).append(" is a member of the alliance");
      }
      if (state.arms(i) == Arsenal.THRESHOLD) {
        text.append(", ").append(name(i)).append(" is close to nuclear arms");
      }
    }
    if (state.cohesion() == State.Cohesion.DIVIDED) {
      text.append(", guarantors divided");
    }
    return text.toString();
  }

  private String standing(Standing standing) {
    return switch (standing) {
      case IN_FORCE -> "agreement in force";
      case UNDER_REVIEW -> "agreement under review";
      case NOTICE -> "notice given";
      case BREACHED_BY_FIRST, SANCTIONED_FIRST -> "agreement broken by " + name(0);
      case BREACHED_BY_SECOND, SANCTIONED_SECOND -> "agreement broken by " + name(1);
      case ENDED -> "no agreement in force";
    };
  }
}
