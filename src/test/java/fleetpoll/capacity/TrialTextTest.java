package fleetpoll.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.CapacityExamples.Search;
import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Known;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TrialTextTest {

  private static final Search SEARCH = new Search("fal\ncon", 365);
  private static final Bounds NONE = new Bounds(OptionalInt.empty(), OptionalInt.empty());
  private static final Bounds BOTH = new Bounds(OptionalInt.of(200), OptionalInt.of(400));
  private static final Bounds LOWER = new Bounds(OptionalInt.of(200), OptionalInt.empty());

  private static String line(CapacityTrial trial, Known known, boolean isOneOfSeveral) {
    return TrialText.line(trial, known, Duration.ofSeconds(260), isOneOfSeveral);
  }

  @Test
  void aTrialThatHolds() {
    assertThat(line(SEARCH.trial(3, 200), new Known(LOWER, LOWER), false))
        .isEqualTo(
            "[trial 3] 200 devices: holds; so far at least 200 devices; about 4 min 20 s left");
  }

  @Test
  void aTrialThatFailsNamesTheLevelsThatBroke() {
    assertThat(line(SEARCH.trial(4, 400), new Known(BOTH, BOTH), true))
        .isEqualTo(
            "[trial 4] fal con, 400 devices: fails, slo.success 91.3 % (at least 99.9 %), slo.a.p99"
                + " 480 ms (at most 50 ms); so far at least 200 devices, fewer than 400; about 4"
                + " min 20 s left");
  }

  @Test
  void whatIsNotDecidedIsNotSaidAsIfItWere() {
    assertThat(line(SEARCH.trial(3, 200), new Known(NONE, BOTH), false))
        .contains("; so far likely at least 200 devices, fewer than 400, not decided; ");
    assertThat(line(SEARCH.trial(3, 200), new Known(LOWER, BOTH), false))
        .contains(
            "; so far likely at least 200 devices, fewer than 400, decided at least 200 devices; ");
  }

  @Test
  void aTrialOfAWeakGeneratorIsNoVerdictOnTheServer() {
    assertThat(line(SEARCH.generator(1, 800), new Known(NONE, NONE), false))
        .isEqualTo(
            "[trial 1] 800 devices: the generator is the limit, validity.stall 812 ms (at most 250"
                + " ms); so far an unknown number of devices; about 4 min 20 s left");
  }
}
