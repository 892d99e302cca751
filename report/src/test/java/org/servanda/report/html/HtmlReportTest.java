package org.servanda.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.servanda.example.Example;
import org.servanda.example.ExampleWorlds;

class HtmlReportTest {
  private static final String HTML = HtmlReport.of(Example.answer(), List.of());

  @Test
  void nothingIsFetchedRunOrSent() {
    assertThat(HTML)
        .doesNotContainPattern(
            "(?i)<(script|link|iframe|object|embed|img|form|base|audio|video)\\b")
        .doesNotContainPattern("(?i)\\b(src|href|action|srcset|xlink:href)\\s*=")
        .doesNotContainPattern("(?i)\\son[a-z]+\\s*=")
        .doesNotContainPattern("(?i)\\sstyle\\s*=")
        .doesNotContain("@import")
        .doesNotContainPattern("url\\((?!#)");
    assertThat(addresses()).containsOnly("http://www.w3.org/2000/svg");
  }

  private static List<String> addresses() {
    return matches("https?://[^\"' <)]+");
  }

  private static List<String> matches(String pattern) {
    return Pattern.compile(pattern).matcher(HTML).results().map(r -> r.group()).toList();
  }

  @Test
  void thePolicyAllowsThisStyleSheetAndNothingElse() throws NoSuchAlgorithmException {
    String style = HTML.substring(HTML.indexOf("<style>") + 7, HTML.indexOf("</style>"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(HTML)
        .contains(
            "default-src 'none'; style-src 'sha256-%s';"
                .formatted(Base64.getEncoder().encodeToString(hash)));
  }

  @Test
  void namesAreTextNeverMarkup() {
    String html =
        HtmlReport.of(
            Example.named("<script>alert(1)</script>", "\"><img src=x onerror='y'>", "A&B\u202e"),
            List.of(Example.answer()));
    assertThat(html)
        .doesNotContain("<script", "<img", "A&B", "\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "A&amp;B");
  }

  @Test
  void namesAreIsolatedFromTheTextAround() {
    String html =
        HtmlReport.of(Example.named("\u05d9\u05e9\u05e8", "Southmark", "League"), List.of());
    assertThat(html).contains("<bdi>\u05d9\u05e9\u05e8</bdi>");
    assertThat(count(html, "<bdi>")).isEqualTo(count(html, "</bdi>")).isPositive();
  }

  @Test
  void everyChartHasATableATitleAndADescription() {
    int figures = count(HTML, "<figure ");
    assertThat(figures).isGreaterThanOrEqualTo(6);
    assertThat(count(HTML, "<details>")).isEqualTo(figures);
    int charts = count(HTML, "<svg ");
    assertThat(charts).isEqualTo(4 * figures);
    assertThat(count(HTML, "<desc ")).isEqualTo(charts);
  }

  @Test
  void identifiersAreUnique() {
    Matcher ids = Pattern.compile("\\bid=\"([^\"]*)\"").matcher(HTML);
    var seen = new HashSet<String>();
    while (ids.find()) {
      assertThat(seen.add(ids.group(1))).as(ids.group(1)).isTrue();
    }
  }

  @Test
  void everyElementIsClosed() {
    for (String tag :
        List.of(
            "section", "div", "figure", "table", "tr", "td", "th", "svg", "p", "li", "details")) {
      assertThat(count(HTML, "</" + tag + ">"))
          .as(tag)
          .isEqualTo(matches("<" + tag + "(?=[ >])").size());
    }
  }

  @Test
  void saysThatItIsOneRunAndNoForecast() {
    assertThat(HTML).contains("This is one run", "It is not a forecast band");
  }

  @Test
  void warningSignsStandInTheAnnexWithTheirError() {
    assertThat(HTML)
        .contains("Warning signs to watch", "10,000 histories", "The guarantors are divided")
        .contains("+18 ± 1 points", "\u221211 ± 2 points");
  }

  @Test
  void theTornadoOfWorldsShowsHowSureItsEndsAre() {
    var example = Example.answer();
    String html =
        HtmlReport.of(example.withWorlds(ExampleWorlds.of(example.scenario())), List.of());
    assertThat(html).contains("id=\"swings\"", "Whiskers: intervals of 90 % by bootstrap");
    assertThat(count(html, "class=\"whisker\"")).isPositive().matches(n -> n % 24 == 0);
  }

  @Test
  void worldsOnWalksShowEffectsAndWhatTheyAreNot() {
    var example = Example.answer();
    String html =
        HtmlReport.of(example.withWorlds(ExampleWorlds.onWalks(example.scenario())), List.of());
    assertThat(html)
        .contains("Elementary effects, in points", "40 walks, each of which moves")
        .contains("worlds of a morris design", "no statement of how sure the answer is")
        .doesNotContain("plausible worlds from", "Shares of the variance");
  }

  @Test
  void setsHistoryBesideTheModel() {
    assertThat(HTML).contains("What history did", "Failed, 27 February 2014", "leans the way");
  }

  @Test
  void theSameAnswerGivesTheSameBytes() {
    assertThat(HtmlReport.of(Example.answer(), List.of())).isEqualTo(HTML);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
