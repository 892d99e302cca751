package org.servanda.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
  private static final List<LineChart.Point> FALLING =
      List.of(new LineChart.Point(0, 1), new LineChart.Point(20, 0.2));

  @ParameterizedTest
  @ValueSource(doubles = {320, 356, 640, 1080})
  void barsOfAWaterfallBeginWhereTheLastOneEnded(double width) {
    var terms =
        List.of(
            new Waterfall.Term("a", -0.4, "a"),
            new Waterfall.Term("b", 0.7, "b"),
            new Waterfall.Term("c", -0.1, "c"));
    String svg =
        new Waterfall("t", "d", terms, new Waterfall.Term("sum", 0.2, "sum")).svg(width, "w");
    var bars = bars(svg);
    assertThat(bars).hasSize(4);
    double unit = bars.get(1)[1] / 0.7;
    assertThat(bars.get(0)[1]).isCloseTo(0.4 * unit, within(0.2));
    assertThat(bars.get(1)[0]).isCloseTo(bars.get(0)[0], within(0.2));
    assertThat(bars.get(2)[0] + bars.get(2)[1])
        .isCloseTo(bars.get(1)[0] + bars.get(1)[1], within(0.2));
    assertThat(bars.get(3)[0] + bars.get(3)[1]).isCloseTo(bars.get(2)[0], within(0.2));
  }

  private static List<double[]> bars(String svg) {
    var rectangles =
        Pattern.compile(
            "<rect x=\"([-0-9.]+)\" y=\"[-0-9.]+\" width=\"([0-9.]+)\"[^>]*class=\"area");
    return rectangles
        .matcher(svg)
        .results()
        .map(r -> new double[] {Double.parseDouble(r.group(1)), Double.parseDouble(r.group(2))})
        .toList();
  }

  @Test
  void labelsAtTheEndNeverCoverEachOther() {
    var lines = new ArrayList<LineChart.Line>();
    for (int i = 0; i < 6; i++) {
      lines.add(new LineChart.Line("curve number " + i, i, 1, FALLING, List.of()));
    }
    String svg = new LineChart("t", "d", lines, 20, 1994, null).svg(640, "l");
    var baselines =
        Pattern.compile("y=\"([0-9.]+)\" class=\"lb")
            .matcher(svg)
            .results()
            .map(r -> Double.parseDouble(r.group(1)))
            .sorted()
            .toList();
    assertThat(baselines).hasSize(6);
    for (int i = 1; i < baselines.size(); i++) {
      assertThat(baselines.get(i) - baselines.get(i - 1)).isGreaterThanOrEqualTo(Canvas.LINE);
    }
  }

  @Test
  void textInAChartIsEscaped() {
    String svg =
        new LineChart(
                "<t>",
                "\"d\"",
                List.of(new LineChart.Line("<a> & b", 1, 1, FALLING, List.of())),
                20,
                1994,
                new LineChart.Mark(3, "<m>"))
            .svg(640, "l");
    assertThat(svg).doesNotContain("<t>", "<a>", "<m>").contains("&lt;a&gt; &amp; b", "&lt;m&gt;");
  }

  @Test
  void longTextIsWrappedAndThenCut() {
    var lines = Lettering.wrapped("word ".repeat(60).strip(), 100, 13, 3);
    assertThat(lines).hasSize(3);
    assertThat(lines.getLast()).endsWith("\u2026");
    assertThat(lines).allSatisfy(l -> assertThat(Lettering.width(l, 13)).isLessThanOrEqualTo(113));
  }

  @Test
  void aCutNeverLeavesAnIsolatedRunOpen() {
    var lines = Lettering.wrapped("\u2068" + "x".repeat(80) + "\u2069: attack", 100, 13, 1);
    long open = lines.getFirst().chars().filter(c -> c == '\u2068').count();
    assertThat(lines.getFirst().chars().filter(c -> c == '\u2069').count()).isEqualTo(open);
  }

  @Test
  void ticksAreRoundAndInside() {
    assertThat(new Scale(0, 20, 0, 100).ticks(5)).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0);
    assertThat(new Scale(0, 1, 0, 100).ticks(4)).containsExactly(0.0, 0.5, 1.0);
  }

  @Test
  void aChartWithOneValueInEveryRowCanBeDrawn() {
    var cells = List.of(new DotRows.Cell(0.0, "0"), new DotRows.Cell(null, "none"));
    String svg =
        new DotRows("t", "d", List.of("a", "b"), List.of(new DotRows.Panel("p", 1, cells)))
            .svg(356, "d");
    assertThat(svg).contains("none").doesNotContain("NaN", "Infinity");
  }
}
