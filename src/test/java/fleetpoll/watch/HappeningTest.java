package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HappeningTest {

  @Test
  void aLogHasABoundAndCountsTheRest() {
    Happening.Log log = new Happening.Log();
    for (int i = 0; i < 5_000; i++) {
      log.accept(new Happening(i, i % 2 == 0 ? "lost" : "found", "It."));
    }

    assertThat(log.all()).hasSize(1_002);
    assertThat(log.all().subList(0, 1_000)).allMatch(happening -> happening.text().equals("It."));
    assertThat(log.all().subList(1_000, 1_002))
        .containsExactly(
            new Happening(1_000, "lost", "From here on this kind of event happened 2,000 times."),
            new Happening(1_001, "found", "From here on this kind of event happened 2,000 times."));
  }
}
