package org.servanda.study.repair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;

/// What a search for repairs has found.
///
/// @param scenario whose agreement is repaired
/// @param target what was to be reached
/// @param draft the agreement as drafted: no changes
/// @param single up to three changes of one clause that reach the target and hold in fresh worlds,
///   of different levers, smallest first
/// @param unconfirmed changes of one clause that reach the target in the worlds of the search, but
///   not in fresh ones
/// @param front changes that everybody accepts and that no other one found beats in durability,
///   cost to guarantors and value to each principal at once; most durable first
/// @param closest what comes closest if nothing reaches the target; absent if something does
/// @param binding what is in the way if nothing reaches the target; absent if something does
/// @param effort what was tried
/// @param failures experiments without an answer, with the reason of the first of each agreement
public record RepairFindings(
    Scenario scenario,
    Target target,
    Repair draft,
    List<Repair> single,
    List<Repair> unconfirmed,
    List<Repair> front,
    @Nullable Repair closest,
    @Nullable Binding binding,
    Effort effort,
    List<Failure> failures) {
  public RepairFindings {
    single = List.copyOf(single);
    unconfirmed = List.copyOf(unconfirmed);
    front = List.copyOf(front);
    failures = List.copyOf(failures);
  }

  /// What was tried.
  ///
  /// @param changes changes of one clause that could be drafted
  /// @param dropped of these, how many were dropped before all worlds
  /// @param combinations of several changes tried
  /// @param worlds of the search for single changes
  /// @param frontWorlds of the search for combinations
  /// @param fresh worlds of the verification
  /// @param experiments games solved, all told
  public record Effort(
      int changes,
      int dropped,
      int combinations,
      int worlds,
      int frontWorlds,
      int fresh,
      int experiments) {}

  /// Experiments of one agreement without an answer.
  ///
  /// @param agreement in words
  /// @param worlds how many
  /// @param reason of the first, with a `Try:` line
  public record Failure(String agreement, int worlds, String reason) {
    /// {@return the reason in one line}
    public String shortly() {
      return reason.lines().findFirst().orElse(reason);
    }
  }

  /// {@return whether the agreement needs no repair}
  public boolean unneeded() {
    return draft.verdict() == Repair.Verdict.HOLDS && draft.found().reaches(target);
  }

  /// {@return the repairs of several clauses that reach the target and hold in fresh worlds}
  public List<Repair> combined() {
    return front.stream()
        .filter(r -> r.changes().size() > 1)
        .filter(r -> r.verdict() == Repair.Verdict.HOLDS && r.found().reaches(target))
        .toList();
  }
}
