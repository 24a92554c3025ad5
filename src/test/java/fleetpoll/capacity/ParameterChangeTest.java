package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterChangeTest {

  private static List<String> changes(Parameter before, Parameter now) {
    return ParameterChange.between(
            before == null ? List.of() : List.of(before), now == null ? List.of() : List.of(now))
        .stream()
        .map(ParameterChange::text)
        .toList();
  }

  private static Parameter parameter(String key, String value, String normal) {
    return new Parameter(key, value, "conf/fleet.conf:1", normal);
  }

  @Test
  void anotherValueIsAChange() {
    assertThat(
            changes(
                parameter("interval", "500 ms", "PT0.5S"), parameter("interval", "1 s", "PT1S")))
        .containsExactly("interval was 500 ms and is 1 s");
    assertThat(changes(parameter("slo.a.p99", "50 ms", "PT0.05S"), null))
        .containsExactly("slo.a.p99 was 50 ms and is not set");
    assertThat(changes(null, parameter("slo.a.p99", "50 ms", "PT0.05S")))
        .containsExactly("slo.a.p99 was not set and is 50 ms");
  }

  @Test
  void theSameMeaningIsNone() {
    assertThat(
            changes(
                parameter("interval", "500 ms", "PT0.5S"), parameter("interval", "0.5s", "PT0.5S")))
        .isEmpty();
    assertThat(changes(parameter("a", "1", null), parameter("a", "1", null))).isEmpty();
  }

  @Test
  void theContentsOfAFileMatterAndNotItsName() {
    assertThat(changes(parameter("b", "file", "hash 1"), parameter("b", "file", "hash 2")))
        .hasSize(1);
  }

  @Test
  void aTrialHasNoParametersOfItsSearchAndOneTarget() {
    Parameter interval = parameter("interval", "500 ms", "PT0.5S");
    Parameter falcon = parameter("targets.falcon", "{}", "{}");
    List<Parameter> search =
        List.of(
            interval,
            falcon,
            parameter("targets.channels", "{}", "{}"),
            parameter("capacity.trial", "30 s", "PT30S"),
            parameter("warm-up-ramp", "0 s", "PT0S"));
    Parameter ramp = parameter("warm-up-ramp", "2500 ms", "PT2.5S");

    assertThat(ParameterChange.isOfTrial(search, List.of(interval, falcon, ramp))).isTrue();
    assertThat(ParameterChange.isOfTrial(search, List.of(falcon, ramp))).isFalse();
    assertThat(
            ParameterChange.isOfTrial(
                search, List.of(interval, parameter("targets.falcon", "{a=1}", "{a=1}"), ramp)))
        .isFalse();
  }

  @Test
  void howLongTheSearchGoesOnAndItsSizesAreNone() {
    assertThat(
            changes(
                parameter("capacity.budget", "1 h", "PT1H"),
                parameter("capacity.budget", "2 h", "PT2H")))
        .isEmpty();
    assertThat(changes(parameter("devices", "50", "50"), parameter("devices", "100", "100")))
        .isEmpty();
    for (String goal : List.of("from", "to", "width", "trials", "exceed")) {
      assertThat(
              changes(
                  parameter("capacity." + goal, "3", "3"), parameter("capacity." + goal, "9", "9")))
          .as(goal)
          .isEmpty();
    }
    assertThat(
            changes(
                parameter("capacity.trial", "30 s", "PT30S"),
                parameter("capacity.trial", "1 m", "PT1M")))
        .hasSize(1);
  }
}
