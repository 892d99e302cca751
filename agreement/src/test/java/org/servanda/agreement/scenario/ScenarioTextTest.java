package org.servanda.agreement.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Confidence;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Source;
import org.servanda.agreement.evidence.Unit;

class ScenarioTextTest {
  private static final String FULL = Samples.resource("everything.yaml");

  private static ScenarioText full() {
    return new ScenarioText("everything.yaml", FULL);
  }

  private static void changes(String before, String after, ScenarioText changed) {
    assertThat(FULL).contains(before);
    assertThat(changed.text()).isEqualTo(FULL.replace(before, after));
    assertThat(changed.read()).isInstanceOf(ScenarioReading.Read.class);
  }

  @Test
  void aProblemStandsWhereItsPlaceIsOrAtTheDeepestBlockOnTheWay() {
    var text = new ScenarioText("a.yaml", "\ufeffissue:\n  steps: 2\nparties:\n  - x: 1\n");
    assertThat(text.problem("what", "try", List.of("issue", "steps")))
        .isEqualTo(new Problem("a.yaml", 2, 3, "issue.steps", "what", null, "try"));
    assertThat(text.problem("what", "try", List.of("issue", "nothing")).line()).isEqualTo(1);
    assertThat(text.problem("what", "try", List.of("parties", "1", "x")).line()).isEqualTo(4);
    assertThat(text.problem("what", "try", List.of()).path()).isEmpty();
  }

  @Test
  void onePlainValueIsChangedInPlace() {
    changes(
        "now: {low: 3, mode: 5,",
        "now: {low: 3, mode: 6,",
        full().set("6", "balance", "now", "mode"));
  }

  @Test
  void aRangeTakesThePlaceOfANumber() {
    changes(
        "  war.cost: 20 %\n",
        "  war.cost: {low: 0.1, mode: 0.2, high: 0.3}\n",
        full().set("{low: 0.1, mode: 0.2, high: 0.3}", "assumptions", "war.cost"));
  }

  @Test
  void aTermOfABlockClauseIsChangedInPlace() {
    changes(
        "      level: defense-commitment\n",
        "      level: tripwire\n",
        full().setTerm(10, "security-guarantee", "level", "tripwire"));
  }

  @Test
  void aNewTermGoesToTheEndOfItsBlock() {
    changes(
        "{by: near-patron, to: southland, size: 0.05 /yr, balance: 0.02 /yr}",
        "{by: near-patron, to: southland, size: 0.05 /yr, balance: 0.02 /yr, years: P5Y}",
        full().setTerm(14, "aid", "years", "P5Y"));
    changes(
        "  - peacekeepers:\n",
        "  - peacekeepers: {strength: 0.5}\n",
        full().setTerm(8, "peacekeepers", "strength", "0.5"));
    changes(
        "{low: 0.1, high: 0.3}",
        "{low: 0.1, high: 0.3, mode: 0.15}",
        full().set("0.15", "agreement", "6", "territorial-terms", "share", "mode"));
  }

  @Test
  void aNewEntryGoesToTheEndOfItsBlock() {
    changes(
        "  accession.time: 3 yr\n",
        "  accession.time: 3 yr\n  war.cost.southland: 0.3\n",
        full().set("0.3", "assumptions", "war.cost.southland"));
    changes(
        "  near-patron: # protects one side only\n"
            + "    role: guarantor\n"
            + "    of: southland\n"
            + "    dispositions: {resolute: 0.3, wavering: 0.7}\n"
            + "    leadership: {exit-hazard: 0.11 /yr}\n",
        "  near-patron: # protects one side only\n"
            + "    role: guarantor\n"
            + "    of: southland\n"
            + "    dispositions: {resolute: 0.3, wavering: 0.7}\n"
            + "    leadership: {exit-hazard: 0.11 /yr}\n"
            + "    nuclear: armed\n",
        full().set("armed", "parties", "near-patron", "nuclear"));
  }

  @Test
  void blocksOnTheWayAreMade() {
    var changed = new ScenarioText("small", Samples.SMALL).set("0.3", "assumptions", "war.cost.a");
    assertThat(changed.text()).isEqualTo(Samples.SMALL + "assumptions: {war.cost.a: 0.3}\n");
    assertThat(changed.read().orThrow().estimate("war.cost", "a").mode()).isEqualTo(0.3);
  }

  @Test
  void aClauseIsAddedAtTheEnd() {
    changes(
        "  - implementation-commission: {}\n",
        "  - implementation-commission: {}\n  - snapback: {of: northland, automatic: 1}\n",
        full()
            .addClause(
                new Clause.Snapback("northland", Estimate.exactly("x", 1, Unit.SHARE), null)));
  }

  @Test
  void aClauseIsAddedToAnEmptyAgreement() {
    String text = Samples.SMALL.substring(0, Samples.SMALL.indexOf("agreement:"));
    var changed =
        new ScenarioText("x", text + "agreement: [] # nothing yet\n")
            .addClause(new Clause.ExitClause(Period.ZERO))
            .addClause(new Clause.ImplementationCommission());
    assertThat(changed.text())
        .endsWith(
            "agreement: [{exit-clause: {notice: P0D}}, {implementation-commission: {}}] # nothing"
                + " yet\n");
    assertThat(changed.read().orThrow().agreement().clauses()).hasSize(2);
  }

  @Test
  void aClauseIsDroppedWithItsLine() {
    changes("  - force-limit: {by: southland, cap: 1}\n", "", full().dropClause(3));
    changes(
        "  - security-guarantee:\n"
            + "      by: near-patron\n"
            + "      to: southland\n"
            + "      level: defense-commitment\n",
        "",
        full().dropClause(10));
  }

  @Test
  void theLastClauseLeavesAnEmptyList() {
    var changed = new ScenarioText("x", Samples.SMALL).dropClause(1).dropClause(1);
    assertThat(changed.read().orThrow().agreement().clauses()).isEmpty();
    assertThat(changed.text()).contains("agreement:\n  []");
  }

  @Test
  void entriesInBracesAreDroppedWithTheirComma() {
    changes(
        "kept-until: 1990-05-01, source: own-2001}",
        "kept-until: 1990-05-01}",
        full().remove("record", "1", "source"));
    changes(
        "by: [northland, southland]",
        "by: [southland]",
        full().remove("agreement", "2", "non-aggression-pledge", "by", "1"));
  }

  @Test
  void lineBreaksStayWhatTheyAre() {
    var changed =
        new ScenarioText("x", "\ufeff" + Samples.SMALL.replace("\n", "\r\n"))
            .addClause(new Clause.Sunset(new When.After(Period.ofYears(5))));
    assertThat(changed.text())
        .isEqualTo("\ufeff" + (Samples.SMALL + "  - sunset: {when: P5Y}\n").replace("\n", "\r\n"));
    assertThat(changed.read()).isInstanceOf(ScenarioReading.Read.class);
  }

  @Test
  void charactersBeyondTheFirstPlaneDoNotShiftPlaces() {
    String text = Samples.SMALL.replace("Small", "🕊🕊🕊 # 🕊");
    var changed = new ScenarioText("x", text).set("3", "balance", "now");
    assertThat(changed.text()).isEqualTo(text.replace("now: 2", "now: 3"));
  }

  @Test
  void impossibleChangesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> full().dropClause(19));
    assertThatIllegalArgumentException().isThrownBy(() -> full().dropClause(0));
    assertThatIllegalArgumentException().isThrownBy(() -> full().remove("nowhere"));
    assertThatIllegalArgumentException().isThrownBy(() -> full().set("1", "title", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> full().set("[", "title"));
    assertThatIllegalArgumentException().isThrownBy(() -> full().set("a\nb", "title"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full().setTerm(1, "sunset", "when", "P1Y"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScenarioText("x", "a: &a [1]\nb: *a\n").set("2", "b", "1"))
        .withMessageContaining("alias");
  }

  @Test
  void savingIsAllOrNothing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.yaml");
    full().save(file);
    assertThat(Files.readString(file)).isEqualTo(FULL);
    full().set("7", "balance", "now", "mode").save(file);
    assertThat(Files.readString(file)).contains("mode: 7");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> full().save(folder.resolve("no/such/folder.yaml")))
        .withMessageContaining("folder.yaml");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void savingKeepsLinksAndPermissions(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "old");
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    var readable = PosixFilePermissions.fromString("rw-r--r--");
    Files.setPosixFilePermissions(file, readable);
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    full().save(link);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).isEqualTo(FULL);
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(readable);
  }

  @Test
  void aFailedMoveLeavesNothingBehind(@TempDir Path folder) throws IOException {
    Path occupied = Files.createDirectories(folder.resolve("taken/inside")).getParent();
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> full().save(occupied));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(occupied);
    }
  }

  static List<Clause> clauses() {
    Estimate share =
        new Estimate("k", 0.1, 0.2, 0.3, Unit.SHARE, new Source("kydd-2005", "x"), Confidence.SURE);
    Estimate rate = Estimate.exactly("k", 1.0 / 3, Unit.PER_YEAR);
    Estimate log = Estimate.exactly("k", 1e-7, Unit.LOG_STRENGTH);
    return List.of(
        new Clause.NeutralityPledge("b", null),
        new Clause.NeutralityPledge("b", LocalDate.of(2001, 2, 3)),
        new Clause.NonAggressionPledge(List.of("a", "b")),
        new Clause.ForceLimit("a", 3),
        new Clause.Disarmament("a", org.servanda.agreement.agreement.Arms.FORCES, log),
        new Clause.TerritorialTerms("b", "a", share, new When.After(Period.ofMonths(3))),
        new Clause.DemilitarizedZone("a \"place\": here, # and there", share),
        new Clause.Peacekeepers(null, share),
        new Clause.SecurityGuarantee("g", "b", GuaranteeLevel.MEMBERSHIP),
        new Clause.Verification(
            org.servanda.agreement.agreement.VerifiedObligation.ALL, rate, null, share),
        new Clause.Snapback("b", share, rate),
        new Clause.SanctionsRelief("g", "b", rate, Period.ofYears(4)),
        new Clause.Aid("g", "b", rate, Estimate.exactly("k", -0.1, Unit.PER_YEAR), null),
        new Clause.Sunset(new When.On(LocalDate.of(2001, 2, 3))),
        new Clause.ExitClause(Period.ofDays(10)),
        new Clause.Review(new When.After(Period.ofYears(1))),
        new Clause.ImplementationCommission());
  }

  @Test
  void everyKindOfClauseIsTried() {
    assertThat(clauses().stream().map(Clause::kind).distinct())
        .containsExactlyInAnyOrder(ClauseKind.values());
  }

  @ParameterizedTest
  @MethodSource("clauses")
  void aClauseWrittenIsTheClauseRead(Clause clause) {
    String text = Samples.SMALL.substring(0, Samples.SMALL.indexOf("  - disarmament"));
    String bound = text + "  - non-aggression-pledge: {by: b}\n" + "  - force-limit: {by: b}\n";
    var read = new ScenarioText("x", bound + "  - " + ClauseText.of(clause) + "\n").read();
    Clause back = read.orThrow().agreement().clauses().getLast();
    assertThat(ClauseText.of(back)).isEqualTo(ClauseText.of(clause));
    assertThat(back.estimates())
        .usingRecursiveComparison()
        .ignoringFields("key", "source.citation")
        .isEqualTo(clause.estimates());
  }
}
