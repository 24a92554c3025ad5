package fleetpoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NormalFormTest {

  @Test
  void equalValuesHaveTheSameTextHoweverTheyWereWritten() {
    DurationRange type = DurationRange.of("1 ms", "1 h");

    assertThat(NormalForm.of(type.apply("60s"))).isEqualTo("PT1M");
    assertThat(NormalForm.of(type.apply("1 m"))).isEqualTo("PT1M");
    assertThat(NormalForm.of(new Percent().apply("0.10%")))
        .isEqualTo(NormalForm.of(new Percent().apply("0.1 %")));
    assertThat(NormalForm.of(new Memory().apply("1KiB")))
        .isEqualTo(NormalForm.of(new Memory().apply("1024B")));
  }

  @Test
  void differentValuesHaveDifferentTexts() {
    assertThat(NormalForm.of(List.of("a,b"))).isNotEqualTo(NormalForm.of(List.of("a", "b")));
    assertThat(NormalForm.of(Duration.ofNanos(1))).isNotEqualTo(NormalForm.of(Duration.ZERO));
  }

  @Test
  void listsAndObjectsAreJson() {
    assertThat(NormalForm.of(List.of(Optional.empty(), Optional.of(7))))
        .isEqualTo("[\"none\",\"7\"]");
    assertThat(NormalForm.of(Map.of("b", List.of(Duration.ofSeconds(1)), "a", true)))
        .isEqualTo("{\"a\":\"true\",\"b\":[\"PT1S\"]}");
  }

  @Test
  void contentsAreAHash() {
    assertThat(NormalForm.of(Contents.of("abc")))
        .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
