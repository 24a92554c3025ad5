package fleetpoll.settings.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollValueTest {

  private static String value(String name, PollValue.Moment poll) {
    return PollValue.of(name).orElseThrow().in(poll);
  }

  private static PollValue.Moment poll(long epochMillis) {
    return new PollValue.Moment(epochMillis, -3, new SplittableRandom(epochMillis));
  }

  @ParameterizedTest
  @CsvSource({
    "now, 1795939200000, 2026-11-29T08:00:00.000Z",
    "now, 1795939200050, 2026-11-29T08:00:00.050Z",
    "now, 0, 1970-01-01T00:00:00.000Z",
    "now.millis, 1795939200050, 1795939200050",
    "tick, 0, -3",
    "'random.int(7, 7)', 0, 7",
    "'random.int(-9,-9)', 0, -9",
    "'random.int( 999999999999999999 , 999999999999999999 )', 0, 999999999999999999"
  })
  void values(String name, long epochMillis, String value) {
    assertThat(value(name, poll(epochMillis))).isEqualTo(value);
  }

  @Test
  void bothBoundsOccur() {
    assertThat(IntStream.range(0, 100).mapToObj(i -> value("random.int(-1, 1)", poll(i))))
        .contains("-1", "0", "1")
        .hasSize(100)
        .allMatch(text -> text.matches("-1|0|1"));
  }

  @Test
  void uuidsAreRandomOnesAndCanBeRepeated() {
    PollValue.Moment poll = poll(1);
    UUID first = UUID.fromString(value("random.uuid", poll));
    UUID second = UUID.fromString(value("random.uuid", poll));
    assertThat(first).isNotEqualTo(second).hasToString(value("random.uuid", poll(1)));
    assertThat(first.version()).isEqualTo(4);
    assertThat(first.variant()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Now", "now.nanos", "device", "random", "tick "})
  void othersAreNone(String name) {
    assertThat(PollValue.of(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random.int",
        "random.int()",
        "random.int(1)",
        "random.int(0, 1.5)",
        "random.int(0, 1, 2)",
        "random.int(0, 1000000000000000000)",
        "random.integer(0, 1)"
      })
  void aFormThatIsWrongIsSaid(String name) {
    assertThatThrownBy(() -> PollValue.of(name))
        .hasMessage(
            "has #{%s}, which must be two whole numbers of up to 18 digits, the lower first:"
                    .formatted(name)
                + " #{random.int(0, 100)}");
  }

  @Test
  void boundsTheWrongWayRoundAreTurned() {
    assertThatThrownBy(() -> PollValue.of("random.int(5,-5)"))
        .hasMessage(
            "has #{random.int(5,-5)}, whose bounds are the wrong way round: #{random.int(-5, 5)}");
  }
}
