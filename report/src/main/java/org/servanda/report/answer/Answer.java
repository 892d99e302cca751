package org.servanda.report.answer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.SecurityLevels;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.repair.RepairFindings;

/// One assessed scenario and how it was asked for: all that the terminal, the report and the files
/// are made from.
///
/// @param manifest how to get it again
/// @param scenario what the file says
/// @param assessment what came out
/// @param view key of the party whose view comes first; absent: the order of the file
/// @param worstCase what a coalition can be sure of; absent if not asked
/// @param worlds what plausible worlds say; absent if none was solved
/// @param repairs what would make it hold; absent if not asked
public record Answer(
    Manifest manifest,
    Scenario scenario,
    Assessment assessment,
    @Nullable String view,
    @Nullable SecurityLevels worstCase,
    @Nullable StudyFindings worlds,
    @Nullable RepairFindings repairs) {

  /// Makes an answer without a worst case and without other worlds.
  public Answer(
      Manifest manifest, Scenario scenario, Assessment assessment, @Nullable String view) {
    this(manifest, scenario, assessment, view, null, null, null);
  }

  /// {@return the same answer with a worst case}
  public Answer withWorstCase(SecurityLevels levels) {
    return new Answer(manifest, scenario, assessment, view, levels, worlds, repairs);
  }

  /// {@return the same answer with what plausible worlds say}
  public Answer withWorlds(StudyFindings findings) {
    return new Answer(manifest, scenario, assessment, view, worstCase, findings, repairs);
  }

  /// {@return the same answer with what would make it hold}
  public Answer withRepairs(RepairFindings findings) {
    return new Answer(manifest, scenario, assessment, view, worstCase, worlds, findings);
  }

  /// {@return what plausible worlds say, in words; null if none was solved}
  public @Nullable WorldsWords worldsWords() {
    if (worlds == null) {
      return null;
    }
    var estimates = new LinkedHashMap<String, Estimate>();
    assessment.assumptions().forEach(a -> estimates.put(a.estimate().key(), a.estimate()));
    return new WorldsWords(scenario, estimates, worlds);
  }

  /// {@return the parties, the one whose view comes first at the head}
  public List<Assessment.PartyLabel> parties() {
    return assessment.parties().stream()
        .sorted(Comparator.comparing(p -> !p.key().equals(view)))
        .toList();
  }

  /// {@return a party's name as an isolated run}
  ///
  /// @param key key of a party
  /// @throws IllegalArgumentException if there is no such party
  public String name(String key) {
    return PlainText.isolated(label(key).name());
  }

  /// {@return names of parties in one phrase}
  ///
  /// @param keys keys of parties, at least one
  public String names(List<String> keys) {
    var names = keys.stream().map(this::name).toList();
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// {@return the place of a party in the file, from 0}
  ///
  /// @param key key of a party
  public int place(String key) {
    return assessment.parties().indexOf(label(key));
  }

  private Assessment.PartyLabel label(String key) {
    for (var party : assessment.parties()) {
      if (party.key().equals(key)) {
        return party;
      }
    }
    throw new IllegalArgumentException("no party \"" + key + "\" in " + assessment.title());
  }
}
