package fleetpoll.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.stall.Stall;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Finding;
import fleetpoll.watch.Sample;
import fleetpoll.watch.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private static final double SECOND = 1e9;
  private static final Finding PROCESS = new Finding("process 7", null, true, false);

  private static final Stalls STALLS =
      new Stalls(
          List.of(
              new Stall(1, 4_990_000_000L, 5_010_000_000L),
              new Stall(1, 5_400_000_000L, 5_430_000_000L)));
  private static final Usage STALLED = Usage.UNKNOWN.stalled(40_000_000, 30_000_000);

  private final List<Sample> samples = new ArrayList<>();

  private void target(double seconds, Double cores, Long rss) {
    add(seconds, Source.TARGET, cores, rss, null, null);
  }

  private void generator(double seconds, Double cores, Long heap, Double pause) {
    add(seconds, Source.GENERATOR, cores, 1L, heap, pause);
  }

  private void add(
      double seconds, Source source, Double cores, Long rss, Long heap, Double pauseMillis) {
    samples.add(
        new Sample(
            Math.round(seconds * SECOND),
            source,
            cores,
            rss,
            heap,
            pauseMillis,
            12,
            512L,
            null,
            null,
            null,
            null));
  }

  /** From second 5 to the given one, 1,000 requests of 200 devices. */
  private Resources until(double seconds, Finding finding) {
    SampledWindow window =
        SampledWindow.of(samples, (long) (5 * SECOND), Math.round(seconds * SECOND));
    return Resources.of(finding, window, 1_000, 200, STALLS, window.endNanos());
  }

  @Test
  void theWarmUpIsLeftOutAndTheRestOfASecondWeighsLess() {
    target(4, null, 9_000_000_000L);
    target(5, 9.0, 9_000_000_000L);
    target(6, 0.5, 80_000_000L);
    target(7, 0.3, 90_000_000L);
    target(7.5, 0.6, 70_000_000L);

    Resources resources = until(7.49, PROCESS);

    assertThat(resources.target().cpuCoresMean()).isCloseTo(1.1 / 2.5, within(1e-9));
    assertThat(resources.target().cpuCoresPeak()).isEqualTo(0.6);
    assertThat(resources.target().rssBytesMean()).isEqualTo(80_000_000);
    assertThat(resources.target().rssBytesPeak()).isEqualTo(90_000_000);
    assertThat(resources.target().threadsPeak()).isEqualTo(12);
    assertThat(resources.target().openFilesPeak()).isEqualTo(512);
    assertThat(resources.cpuMsPerRequest()).isCloseTo(1.1, within(1e-9));
    assertThat(resources.mbPerThousandDevices()).isCloseTo(450, within(1e-9));
    assertThat(resources.targetFound()).isEqualTo("process 7");
    assertThat(resources.oneMachine()).isTrue();
    assertThat(resources.generator()).isEqualTo(STALLED);
  }

  @Test
  void pausesAreAddedUp() {
    generator(4, null, 50L, null);
    generator(5, 1.0, 70L, 900.0);
    generator(6, 0.4, 60L, 3.0);
    generator(7, 0.2, 55L, 4.0);

    Usage generator = until(7, PROCESS).generator();

    assertThat(generator.stallMsTotal()).isEqualTo(40.0);
    assertThat(generator.stallMsLongest()).isEqualTo(30.0);
    assertThat(generator.gcPauseMsTotal()).isEqualTo(7.0);
    assertThat(generator.gcPauseMsPeak()).isEqualTo(4.0);
    assertThat(generator.heapBytesPeak()).isEqualTo(60);
    assertThat(generator.cpuCoresMean()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void withoutAWarmUpTheFirstSampleTellsOfItsInstantAlone() {
    target(5.001, null, 80L);
    target(6, 0.5, 90L);

    assertThat(until(6, PROCESS).target().rssBytesMean()).isEqualTo(85);
    assertThat(until(6, PROCESS).cpuMsPerRequest()).isEqualTo(0.4995);
  }

  @Test
  void aTotalIsNotMadeOfHalfTheTime() {
    for (int second = 5; second <= 10; second++) {
      target(second, 0.5, 80L);
    }

    assertThat(until(10, PROCESS).cpuMsPerRequest()).isCloseTo(2.5, within(1e-9));
    assertThat(until(20, PROCESS).cpuMsPerRequest()).isNull();
    assertThat(until(20, PROCESS).target().cpuCoresMean()).isNull();
    assertThat(until(20, PROCESS).target().cpuCoresPeak()).isEqualTo(0.5);
  }

  @Test
  void aSampleOfMemoryDoesNotSpeakForTheGapBeforeIt() {
    for (int second = 5; second <= 8; second++) {
      target(second, 0.5, 80L);
    }
    target(15, 0.5, 80L);

    assertThat(until(15, PROCESS).targetKnownPercent()).isEqualTo(45);
    assertThat(until(15, PROCESS).target().rssBytesMean()).isNull();
    assertThat(until(15, PROCESS).mayHaveMissedPeaks()).isTrue();
  }

  @Test
  void aSingleSampleMayHaveMissedThePeak() {
    target(9, null, 80L);

    assertThat(until(15, PROCESS).targetKnownPercent()).isZero();
    assertThat(until(15, PROCESS).mayHaveMissedPeaks()).isTrue();
  }

  @Test
  void whatIsNearlyEnoughIsNotStoredAsEnough() {
    for (int second = 5; second <= 14; second++) {
      target(second, 0.5, 80L);
    }

    assertThat(until(15.003, PROCESS).targetKnownPercent()).isEqualTo(89.9);
    assertThat(until(15.003, PROCESS).mayHaveMissedPeaks()).isTrue();
  }

  @Test
  void aMeanIsNotThatOfTheTimeBeforeTheServersFiguresEnded() {
    for (int second = 5; second <= 14; second++) {
      target(second, 0.5, 80L);
    }

    Resources most = until(15, PROCESS);
    assertThat(most.targetKnownPercent()).isEqualTo(90);
    assertThat(most.target().cpuCoresMean()).isEqualTo(0.5);
    assertThat(most.target().rssBytesMean()).isEqualTo(80);
    assertThat(most.mbPerThousandDevices()).isNotNull();
    assertThat(most.mayHaveMissedPeaks()).isFalse();
    Resources half = until(23, PROCESS);
    assertThat(half.targetKnownPercent()).isEqualTo(50);
    assertThat(half.target().cpuCoresMean()).isNull();
    assertThat(half.target().rssBytesMean()).isNull();
    assertThat(half.target().rssBytesPeak()).isEqualTo(80);
    assertThat(half.mbPerThousandDevices()).isNull();
    assertThat(half.mayHaveMissedPeaks()).isTrue();
  }

  @Test
  void timeInWhichTheServerWasGoneIsTimeInWhichItUsedNothing() {
    target(5, 0.5, 80L);
    target(6, 0.5, 80L);
    target(10, 0.125, 80L);

    assertThat(until(10, PROCESS).cpuMsPerRequest()).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void aMachinesMemoryIsNotTheDevices() {
    target(5, 0.5, 8_000_000_000L);
    target(6, 0.5, 8_000_000_000L);

    Resources resources = until(6, new Finding("a machine", null, false, true));

    assertThat(resources.target().rssBytesPeak()).isEqualTo(8_000_000_000L);
    assertThat(resources.mbPerThousandDevices()).isNull();
  }

  @Test
  void nothingIsKnownOfNothing() {
    Finding nowhere = new Finding(null, "Give -Dserver.pid.", true, false);

    assertThat(until(6, nowhere))
        .isEqualTo(
            new Resources(
                null,
                "Give -Dserver.pid.",
                true,
                Usage.UNKNOWN,
                STALLED,
                Usage.UNKNOWN,
                0.0,
                null,
                null));
    target(5.5, 0.5, 8L);
    target(6, 0.5, 8L);
    assertThat(
            Resources.of(
                    PROCESS,
                    SampledWindow.of(samples, (long) (5 * SECOND), 6_000_000_000L),
                    0,
                    1,
                    STALLS,
                    6_000_000_000L)
                .cpuMsPerRequest())
        .isNull();
  }
}
