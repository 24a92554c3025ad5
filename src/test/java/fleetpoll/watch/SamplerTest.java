package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final long MILLI = 1_000_000;

  private final List<Happening> happenings = new ArrayList<>();
  private final List<Integer> heard = new ArrayList<>();
  private final List<Long> atMillis = new ArrayList<>();
  private long nowMillis;

  /** A source that takes these times to answer. */
  private Probe probe(Source source, long... millis) {
    int[] calls = {0};
    return new Probe() {
      @Override
      public Source source() {
        return source;
      }

      @Override
      public Optional<Sample> sample(long atNanos) {
        nowMillis += calls[0] < millis.length ? millis[calls[0]] : 0;
        calls[0]++;
        return Optional.of(Sample.ofProcesses(atNanos, null, null, null, null));
      }
    };
  }

  private void hear(List<Sample> samples) {
    heard.add(samples.size());
    samples.forEach(sample -> atMillis.add(sample.atNanos() / MILLI));
  }

  private List<Long> run(long startMillis, long endMillis, Probe... probes) {
    nowMillis = startMillis;
    atMillis.clear();
    Sampler sampler =
        new Sampler(
            List.of(probes),
            () -> nowMillis * MILLI,
            1_500 * MILLI,
            nanos -> {
              boolean over = nowMillis + nanos / MILLI >= endMillis;
              nowMillis = over ? endMillis : nowMillis + nanos / MILLI;
              return over;
            },
            this::hear,
            new Attempts(happenings::add));
    sampler.run();
    return List.copyOf(atMillis);
  }

  @Test
  void samplesLieOnTheGridFromBeforeItsOrigin() {
    assertThat(run(-100, 4_900, probe(Source.HOST)))
        .containsExactly(500L, 1_500L, 2_500L, 3_500L, 4_500L, 4_900L);
  }

  @Test
  void slowProbesDoNotMakeItDrift() {
    assertThat(run(0, 4_600, probe(Source.HOST, 200, 100, 690)))
        .containsExactly(500L, 1_500L, 2_500L, 3_500L, 4_500L);
  }

  @Test
  void instantsThatWereMissedAreLeftOut() {
    assertThat(run(0, 6_510, probe(Source.HOST, 0, 2_100)))
        .containsExactly(500L, 1_500L, 4_500L, 5_500L, 6_500L);
  }

  @Test
  void anInstantRightAfterALateSampleIsLeftOut() {
    nowMillis = 0;
    long[] late = {0, 0, 800, 0};
    int[] waits = {0};
    Sampler sampler =
        new Sampler(
            List.of(probe(Source.HOST)),
            () -> nowMillis * MILLI,
            0,
            nanos -> {
              nowMillis += nanos / MILLI + late[waits[0]];
              return ++waits[0] == late.length;
            },
            this::hear,
            new Attempts(happenings::add));

    sampler.run();

    assertThat(atMillis).containsExactly(1_000L, 2_000L, 3_800L, 5_000L);
  }

  @Test
  void theRestOfASecondIsSampledUnlessItIsTooShort() {
    assertThat(run(0, 1_799, probe(Source.HOST))).containsExactly(500L, 1_500L);
    assertThat(run(0, 1_800, probe(Source.HOST))).containsExactly(500L, 1_500L, 1_800L);
    assertThat(run(0, 400, probe(Source.HOST))).isEmpty();
  }

  @Test
  void aProbeThatFailsIsToldOnceAndStopsNobody() {
    Probe broken =
        new Probe() {
          @Override
          public Source source() {
            return Source.TARGET;
          }

          @Override
          public Optional<Sample> sample(long atNanos) {
            throw new IllegalStateException("no such file");
          }
        };

    assertThat(run(0, 3_510, broken, probe(Source.HOST)))
        .containsExactly(500L, 1_500L, 2_500L, 3_500L);
    assertThat(happenings)
        .containsExactly(
            new Happening(500 * MILLI, "not-read", "Not read: target (no such file)."));
    assertThat(heard).containsExactly(1, 1, 1, 1);
  }
}
