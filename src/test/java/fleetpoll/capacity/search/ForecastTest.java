package fleetpoll.capacity.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static final Goal GOAL = new Goal(50, 20_000, 0.05, 3, 1.0 / 3);

  @Test
  void aSearchThatHasNotBegunMayEndSoon() {
    assertThat(Forecast.of(GOAL, List.of())).isEqualTo(new Forecast(2, 13, 17));
  }

  @Test
  void everyTrialBringsTheEndNearer() {
    List<Trial> trials = SearchTest.search(GOAL, SearchTest.server(363), 20);
    List<Integer> left = new ArrayList<>();
    for (int done = 0; done <= trials.size(); done++) {
      Forecast forecast = Forecast.of(GOAL, trials.subList(0, done));
      assertThat(trials.size() - done).isBetween(forecast.least(), forecast.most());
      left.add(forecast.likely());
    }
    assertThat(left).endsWith(3, 2, 1, 0);
  }

  @Test
  void nothingIsLeftAfterTheEnd() {
    List<Trial> trials = List.of(new Trial(50, Outcome.FAILS), new Trial(50, Outcome.FAILS));
    assertThat(Forecast.of(GOAL, trials)).isEqualTo(new Forecast(0, 0, 0));
  }
}
