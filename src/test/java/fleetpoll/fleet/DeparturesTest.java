package fleetpoll.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeparturesTest {

  private final Departures departures = new Departures();
  private final List<Integer> gone = new ArrayList<>();

  private void leave(int from, int to) {
    IntStream.range(from, to).forEach(device -> departures.add(() -> gone.add(device)));
  }

  @Test
  void whileOthersPollSomeDepartAtATimeInTheirOrder() {
    leave(0, 25);
    departures.some();
    assertThat(gone).hasSize(10);
    departures.some();
    departures.some();
    departures.some();
    assertThat(gone).containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
  }

  @Test
  void theLastTakesAllAlong() {
    leave(0, 25);
    departures.all();
    departures.all();
    assertThat(gone).hasSize(25).doesNotHaveDuplicates();
  }
}
