package org.servanda.gamefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScanTest {
  private final NumberScan scan = new NumberScan();

  private double read(String text) {
    assertThat(scan.scan(text)).as(text).isTrue();
    return scan.value();
  }

  @Test
  void decimalsBecomeTheNearestDouble() {
    var random = new SplittableRandom(7);
    for (int k = 0; k < 20_000; k++) {
      int digits = random.nextInt(1, 21);
      var text = new StringBuilder(random.nextBoolean() ? "-" : "");
      int point = random.nextInt(digits + 1);
      for (int i = 0; i < digits; i++) {
        text.append(i == point ? "." : "").append((char) ('0' + random.nextInt(10)));
      }
      if (random.nextInt(3) == 0) {
        text.append('e').append(random.nextInt(-40, 41));
      }
      assertThat(read(text.toString()))
          .as("%s", text)
          .isEqualTo(Double.parseDouble(text.toString()));
    }
  }

  @Test
  void ratiosOfSmallNumbersBecomeTheNearestDouble() {
    var random = new SplittableRandom(8);
    for (int k = 0; k < 5_000; k++) {
      long above = random.nextLong(-1L << 40, 1L << 40);
      long below = random.nextLong(1, 1L << 40);
      var exact =
          BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), MathContext.DECIMAL128);
      assertThat(read(above + "/" + below)).isEqualTo(exact.doubleValue());
    }
  }

  @ParameterizedTest
  @CsvSource({".5, 0.5", "5., 5", "+3, 3", "007, 7", "-0.0e5, 0", "1E2, 100", "6/4, 1.5"})
  void unusualFormsAreRead(String text, double value) {
    assertThat(read(text)).isEqualTo(value + 0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "1.2.3",
        "1e",
        "e5",
        "1e+",
        "NaN",
        "Infinity",
        "0x1p3",
        "1d",
        "1f",
        "1_000",
        "1/0",
        "1/-2",
        "1/2/3",
        "1.0/2",
        "/2",
        "1/",
        "1e999",
        "\u0661",
        "1 2"
      })
  void whatIsNoNumberIsRefusedWithAReason(String text) {
    assertThat(scan.scan(text)).isFalse();
    assertThat(scan.fault()).isNotBlank();
  }
}
