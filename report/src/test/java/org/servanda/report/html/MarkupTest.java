package org.servanda.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void textIsEscapedAndMarkupIsNot() {
    assertThat(
            Markup.of("<p title=\"{}\">{}</p>", "\"'", List.of("<", Markup.of("<b>{}</b>", "&"))))
        .isEqualTo(new Markup("<p title=\"&quot;&#39;\">&lt;<b>&amp;</b></p>"));
  }

  @Test
  void textIsNotATemplate() {
    assertThat(Markup.of("{}{}", "{}", "x").html()).isEqualTo("{}x");
  }

  @Test
  void isolatedRunsAreAlwaysClosed() {
    assertThat(Markup.of("{}", "\u2069a\u2068b\u2069\u2068c").html())
        .isEqualTo("a<bdi>b</bdi><bdi>c</bdi>");
  }

  @Test
  void placesAndArgumentsMustAgree() {
    assertThatIllegalArgumentException().isThrownBy(() -> Markup.of("{}", "a", "b"));
  }
}
