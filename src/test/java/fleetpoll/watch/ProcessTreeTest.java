package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

  private static final long SECOND = 1_000_000_000;
  private static final int LONG_AGO = 3_600_000;

  private final FakeProcesses processes = new FakeProcesses();
  private final ProcessTree tree = new ProcessTree(processes);

  private Sample sample(double seconds) {
    long atNanos = (long) (seconds * SECOND);
    tree.refresh();
    return tree.sample(atNanos).orElseThrow();
  }

  private void follow(Integer... roots) {
    tree.follow(Set.of(roots));
  }

  @Test
  void masterAndWorkersAreOne() {
    processes.start(1, 0).used(1_000).aged(LONG_AGO);
    FakeProcesses.Fake worker = processes.start(2, 1).used(50_000).aged(LONG_AGO);
    processes.start(3, 2).aged(LONG_AGO);
    processes.start(4, 99).used(70_000);
    follow(1);

    Sample first = sample(10);
    worker.used(50_500);
    Sample second = sample(12);

    assertThat(first.cpuCores()).isNull();
    assertThat(first.rssBytes()).isEqualTo(30_000_000);
    assertThat(first.threads()).isEqualTo(6);
    assertThat(first.openFiles()).isEqualTo(15);
    assertThat(second.source()).isEqualTo(Source.TARGET);
    assertThat(second.atNanos()).isEqualTo(12 * SECOND);
    assertThat(second.cpuCores()).isEqualTo(0.25);
  }

  @Test
  void aChildThatEndsTakesNothingBack() {
    FakeProcesses.Fake master = processes.start(1, 0).aged(LONG_AGO);
    processes.start(2, 1).used(50_000).aged(LONG_AGO);
    follow(1);
    sample(0);

    master.used(100);
    processes.end(2);

    assertThat(sample(1).cpuCores()).isEqualTo(0.1);
    assertThat(sample(2).cpuCores()).isZero();
  }

  @Test
  void aChildBornSinceUsedAllItsTimeSince() {
    processes.start(1, 0).aged(LONG_AGO);
    follow(1);
    sample(0);

    FakeProcesses.Fake child = processes.start(2, 1).used(300).aged(400);

    assertThat(sample(1).cpuCores()).isEqualTo(0.3);
    child.used(500).aged(1_400);
    assertThat(sample(2).cpuCores()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void whatAnOlderProcessUsedBeforeItJoinedIsNotThisSeconds() {
    processes.start(1, 0).aged(LONG_AGO);
    follow(1);
    sample(0);

    FakeProcesses.Fake adopted = processes.start(2, 1).used(360_000).aged(LONG_AGO);

    assertThat(sample(1).cpuCores()).as("its mean").isCloseTo(0.1, within(1e-3));
    adopted.used(360_400);
    assertThat(sample(2).cpuCores()).isEqualTo(0.4);
  }

  @Test
  void everySecondLooksUpTheWholeTree() {
    processes.start(1, 0).aged(LONG_AGO);
    follow(1);
    for (int second = 0; second <= 11; second++) {
      assertThat(sample(second).threads()).isEqualTo(2);
    }

    processes.start(2, 1).used(500).aged(600);
    processes.start(3, 2);

    assertThat(sample(12).threads()).isEqualTo(6);
    processes.end(3);
    assertThat(sample(13).threads()).isEqualTo(4);
  }

  @Test
  void anIdGivenToAnotherProcessIsAnotherProcess() {
    processes.start(1, 0).aged(LONG_AGO);
    processes.start(2, 1).used(90_000).aged(LONG_AGO);
    follow(1);
    sample(0);

    processes.end(2);
    processes.start(2, 1).used(200).aged(300);

    assertThat(sample(1).cpuCores()).isEqualTo(0.2);
  }

  @Test
  void afterAGapTheRateIsThatOfTheGap() {
    processes.start(1, 0).aged(LONG_AGO);
    follow(1);
    sample(0);

    processes.end(1);
    assertThat(tree.refresh()).isFalse();
    assertThat(tree.liveRoots()).isEmpty();
    assertThat(tree.sample(SECOND)).isEqualTo(Optional.empty());
    processes.start(7, 0).used(600).aged(900);
    follow(7);

    assertThat(sample(4).cpuCores()).isEqualTo(0.15);
  }

  @Test
  void aChildThatBecomesTheServerKeepsItsPast() {
    processes.start(1, 0).aged(LONG_AGO);
    FakeProcesses.Fake child = processes.start(2, 1).used(8_000).aged(LONG_AGO);
    follow(1);
    sample(0);

    follow(2);
    child.used(8_100);

    assertThat(sample(1).cpuCores()).isEqualTo(0.1);
  }

  @Test
  void severalRootsAreOneServerAndNoProcessCountsTwice() {
    processes.start(1, 0);
    processes.start(2, 1);
    processes.start(3, 0);
    follow(1, 2, 3);

    assertThat(sample(0).threads()).isEqualTo(6);
    processes.end(3);
    assertThat(tree.refresh()).isFalse();
    assertThat(tree.liveRoots()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void halfOfTheOpenFilesIsNoAnswer() {
    processes.start(1, 0);
    processes.start(2, 1).hidden();
    follow(1);

    assertThat(sample(0).openFiles()).isNull();
  }

  @Test
  void theGeneratorIsNoPartOfTheServer() {
    processes.start(1, 0);
    processes.start((int) ProcessHandle.current().pid(), 1);
    follow(1);

    assertThat(sample(0).threads()).isEqualTo(2);
  }
}
