package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientFitsTest {

  private static StudyRow atFloorTimes(String client, long n, int m, double x) {
    return StudyExamples.row(
        client, n, m, x * new DelayModel(StudyExamples.DELAYS).floorSeconds(n, m));
  }

  @Test
  void aClientAtTheFloorCostsNothingEvenInShortBatches() {
    Map<String, ConcurrencyFit> fits =
        ClientFits.of(
            StudyExamples.study(true, true),
            List.of(
                atFloorTimes("async", 1_000, 100, 1),
                atFloorTimes("async", 10_000, 5_000, 1),
                atFloorTimes("threads", 1_000, 100, 1.1),
                atFloorTimes("threads", 10_000, 5_000, 2)));

    assertThat(fits.get("async").x(5_000)).isCloseTo(1, within(1e-6));
    assertThat(fits.get("threads").x(5_000)).isGreaterThan(1.9);
  }

  @Test
  void onlySoundCellsWithMoreRequestsThanPlacesCount() {
    assertThat(
            ClientFits.of(
                StudyExamples.study(true, true),
                List.of(
                    atFloorTimes("async", 1_000, 100, 1),
                    atFloorTimes("async", 1_000, 1_000, 9),
                    StudyExamples.refused("async", 10_000, 50),
                    StudyExamples.predicted("async", 10_000, 50, 9),
                    StudyExamples.row("sync", 100, 1, 40))))
        .isEmpty();
  }
}
