package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {

  private static List<String> ids(String... properties) {
    return Grid.of(StudyExamples.settings(properties)).stream().map(Cell::id).toList();
  }

  @Test
  void everyClientHasEveryCellAndSyncNoLimitBut1() {
    assertThat(ids("requests=1,100", "limit=5,50", "clients=threads,sync,python-sync"))
        .containsExactly(
            "threads-n1-m5",
            "threads-n1-m50",
            "threads-n100-m5",
            "threads-n100-m50",
            "sync-n1-m1",
            "sync-n100-m1",
            "python-sync-n1-m1",
            "python-sync-n100-m1");
  }

  @Test
  void aCellHasNoMorePlacesThanRequests() {
    List<Cell> cells = Grid.of(StudyExamples.settings("requests=3", "limit=2,5", "clients=async"));

    assertThat(cells).extracting(Cell::places).containsExactly(2, 3);
    assertThat(cells.get(0)).hasToString("async, 3 requests, limit 2");
  }
}
