package fleetpoll.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "9999999, 10000000, 99.999",
    "65999, 66000, 99.998",
    "99999, 100000, 99.999",
    "1, 10000000, <0.001",
    "1, 3, 33.333",
    "0, 7, 0",
    "7, 7, 100",
    "0, 0, -"
  })
  void oneFailureIsNever100(long part, long whole, String text) {
    assertThat(Unit.PERCENT.number(Numbers.percentOf(part, whole))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00, 0",
    "0.004, <0.01, <0.01",
    "0.005, 0.01, 0.01",
    "4, 4.00, 4",
    "9.994, 9.99, 9.99",
    "9.995, 10.0, 10",
    "99.94, 99.9, 99.9",
    "99.95, 100, 100",
    "'4029.6', '4,030', '4,030'"
  })
  void threeDigitsAreEnough(double value, String measure, String brief) {
    assertThat(Numbers.measure(value)).isEqualTo(measure);
    assertThat(Numbers.brief(value)).isEqualTo(brief);
  }

  @Test
  void moreDigitsWhereThreeAreNotEnough() {
    assertThat(Numbers.rounded(new BigDecimal("9.99961"), n -> n.intValue() < 10))
        .isEqualTo("9.9996");
  }

  @Test
  void bytesAreWrittenInMegabytes() {
    assertThat(Unit.BYTES.number(92_345_678L)).isEqualTo("92.3");
    assertThat(Unit.BYTES.number(null)).isEqualTo(Numbers.NONE);
    assertThat(Unit.BYTES.shown(314_572_800L)).isEqualTo(314.5728);
  }
}
