package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditsTest {
  private Running server;
  private DescribedApi api;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = Running.in(folder);
    api = new DescribedApi(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode edited(Map<?, ?>... edits) {
    return edited(Running.ford(), edits);
  }

  private JsonNode edited(String text, Map<?, ?>... edits) {
    var reply = api.call("edit", Map.of("text", text, "edits", Arrays.asList(edits)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private String refused(Map<?, ?>... edits) {
    var reply = api.call("edit", Map.of("text", Running.ford(), "edits", Arrays.asList(edits)));
    assertThat(reply.status()).as(reply.text()).isEqualTo(422);
    return reply.json().get("detail").asString() + " Try: " + reply.json().get("try").asString();
  }

  private static String text(JsonNode edited) {
    return edited.get("text").asString();
  }

  private static JsonNode proposal(JsonNode edited, String name) {
    for (JsonNode proposal : edited.at("/reading/scenario/proposals")) {
      if (proposal.get("name").asString().equals(name)) {
        return proposal;
      }
    }
    throw new AssertionError("no proposal " + name + " in " + edited.get("reading"));
  }

  @Test
  void aTermIsSetAndNothingElseTouched() {
    var edited =
        edited(Map.of("do", "setTerm", "clause", 3, "term", "level", "value", "military-aid"));
    String wanted = Running.ford().replace("level: consultation", "level: military-aid");
    assertThat(text(edited)).isIn(wanted, Running.ford());
    assertThat(text(edited)).contains("# weak", "# the first promise");
  }

  @Test
  void aNumberMovesItsModeAndWidensItsRange() {
    var inside = edited(Map.of("do", "setTerm", "clause", 4, "term", "detection", "value", 0.8));
    assertThat(text(inside))
        .contains("{low: 0.5, mode: 0.8, high: 0.9, source: analyst-judgment, confidence: check}");
    var outside = edited(Map.of("do", "setTerm", "clause", 4, "term", "detection", "value", 0.95));
    assertThat(text(outside)).contains("{low: 0.5, mode: 0.95, high: 0.95,");
    var out = edited(Map.of("do", "setTerm", "clause", 4, "term", "detection"));
    assertThat(text(out)).contains("verification: {of: force-limit}");
  }

  @Test
  void clausesComeAndGo() {
    var more = edited(Map.of("do", "addClause", "clause", "exit-clause: {notice: P6M}"));
    assertThat(proposal(more, "as drafted").get("clauses")).hasSize(5);
    var fewer = edited(Map.of("do", "dropClause", "clause", 1));
    assertThat(proposal(fewer, "as drafted").get("clauses")).hasSize(3);
    assertThat(refused(Map.of("do", "dropClause", "clause", 9))).contains("clause is 9", "1 to 4");
  }

  @Test
  void alternativesAreChangedAsWhatTheyChange() {
    var edited =
        edited(
            Map.of("do", "setTerm", "proposal", "tripwire", "clause", 2, "term", "cap", "value", 2),
            Map.of("do", "addClause", "proposal", "no limit", "clause", "sunset: {when: P2Y}"));
    var clauses = proposal(edited, "tripwire").get("clauses");
    assertThat(clauses).hasSize(4);
    assertThat(clauses.toString()).contains("cap: 2", "level: tripwire");
    assertThat(proposal(edited, "no limit").get("clauses")).hasSize(3);
    assertThat(proposal(edited, "as drafted").toString()).contains("cap: 1");
    assertThat(text(edited)).contains("# weak");
  }

  @Test
  void proposalsComeAndGo() {
    var change = Map.of("do", "dropClause", "clause", 1);
    var edited =
        edited(
            Map.of(
                "do", "addProposal", "name", "bare: \"x\"", "from", "tripwire", "change", change),
            Map.of("do", "addProposal", "name", "copy", "from", "tripwire"),
            Map.of("do", "addProposal", "name", "nothing"),
            Map.of("do", "dropProposal", "name", "refusal"));
    assertThat(proposal(edited, "bare: \"x\"").get("clauses")).hasSize(3);
    assertThat(proposal(edited, "copy").get("clauses"))
        .hasSameSizeAs(proposal(edited, "tripwire").get("clauses"));
    assertThat(proposal(edited, "nothing").get("refused").asBoolean()).isTrue();
    assertThat(text(edited)).doesNotContain("refusal");
    assertThat(refused(Map.of("do", "addProposal", "name", "same", "from", "as drafted")))
        .contains("change");
  }

  @Test
  void theLastAlternativeTakesItsBlockAlong() {
    var edited =
        edited(
            Map.of("do", "dropProposal", "name", "refusal"),
            Map.of("do", "dropProposal", "name", "tripwire"),
            Map.of("do", "dropProposal", "name", "no limit"));
    assertThat(text(edited)).doesNotContain("alternatives");
    assertThat(edited.at("/reading/scenario/proposals")).hasSize(1);
  }

  @Test
  void aLevelThatAnAlternativeHasLeavesTheOthersUsable() {
    var edited = edited(Map.of("do", "setTerm", "clause", 3, "term", "level", "value", "tripwire"));
    assertThat(edited.at("/reading/problems")).hasSize(1);
    assertThat(edited.at("/reading/scenario/proposals")).hasSize(3);
    assertThat(api.call("try", Map.of("text", text(edited))).status()).isEqualTo(200);
  }

  @Test
  void estimatesAreWrittenWhereTheyBelong() {
    var edited =
        edited(
            Map.of("do", "setEstimate", "key", "balance.now", "value", 1.8),
            Map.of("do", "setEstimate", "key", "issue.share.eastmark", "value", 0.25),
            Map.of(
                "do", "setEstimate",
                "key", "war.cost",
                "value", Map.of("low", 0.1, "mode", 0.2, "high", 0.3)));
    assertThat(text(edited))
        .contains("now: {low: 1.2, mode: 1.8, high: 2, source: analyst-judgment", "east over west")
        .contains("{eastmark: 0.25, westmark: 0.75}")
        .contains("war.cost: {low: 0.1, mode: 0.2, high: 0.3,");
    assertThat(edited.at("/reading/problems").isMissingNode()).isTrue();
    assertThat(refused(Map.of("do", "setEstimate", "key", "war.price", "value", 1)))
        .contains("no proposal rests on");
  }

  @Test
  void theOtherDispositionFollows() {
    String key = "parties.eastmark.dispositions.expansionist";
    var edited = edited(Map.of("do", "setEstimate", "key", key, "value", 0.55));
    assertThat(edited.has("problems")).isFalse();
    assertThat(text(edited)).contains("security-seeker: {low: 0.4, mode: 0.45, high: 0.8");
  }

  @Test
  void swappingRolesMovesNamesAndNoNumber() {
    var swapped = edited(Map.of("do", "swapRoles"));
    assertThat(swapped.at("/reading/scenario/parties/0/name").asString()).isEqualTo("westmark");
    assertThat(swapped.at("/reading/scenario/parties/1/name").asString()).isEqualTo("Eastmark");
    var before = api.call("try", Map.of("text", Running.ford())).json();
    var after = api.call("try", Map.of("text", text(swapped))).json();
    assertThat(after.get("survival")).isEqualTo(before.get("survival"));
    assertThat(after.get("values")).isEqualTo(before.get("values"));
    var back = edited(text(swapped), Map.of("do", "swapRoles"));
    assertThat(back.at("/reading/scenario/parties/0/name").asString()).isEqualTo("Eastmark");
  }

  @Test
  void schoolsAreChosenAndLeft() {
    String key = "guarantor.reliability";
    var chosen = edited(Map.of("do", "chooseRivals", "key", key, "set", "leeds-2003"));
    assertThat(text(chosen)).contains("guarantor.reliability: leeds-2003");
    assertThat(chosen.at("/reading/scenario/rivals/0/chosen").asString()).isEqualTo("leeds-2003");
    var left = edited(text(chosen), Map.of("do", "chooseRivals", "key", key));
    assertThat(left.at("/reading/scenario/rivals/0/chosen").isNull()).isTrue();
    assertThat(refused(Map.of("do", "chooseRivals", "key", key, "set", "mine")))
        .contains("leeds-2003");
  }

  @Test
  void plainEditsReachEveryPlace() {
    var edited =
        edited(
            Map.of("do", "set", "path", List.of("title"), "value", "\"Treaty: new\""),
            Map.of(
                "do", "append",
                "path", List.of("agreement"),
                "value", "implementation-commission: {}"),
            Map.of("do", "remove", "path", List.of("summary")));
    assertThat(edited.at("/reading/scenario/title").asString()).isEqualTo("Treaty: new");
    assertThat(text(edited)).contains("# short on purpose").doesNotContain("summary");
    assertThat(refused(Map.of("do", "remove", "path", List.of("nix")))).contains("/edits/0");
  }
}
