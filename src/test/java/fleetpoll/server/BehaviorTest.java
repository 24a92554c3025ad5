package fleetpoll.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.server.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class BehaviorTest {

  @Test
  void readsFaultsAndWords() {
    Behavior behavior = Behavior.parse(List.of("cookies", "a=error:1/2", "b=stall:1"));
    assertThat(behavior)
        .isEqualTo(
            new Behavior(
                List.of(Fault.parse("a=error:1/2"), Fault.parse("b=stall:1")), false, true));
    assertThat(behavior.flags())
        .containsExactly("--fault", "a=error:1/2", "--fault", "b=stall:1", "--cookies");
  }

  @Test
  void readsNothingAsPlain() {
    assertThat(Behavior.parse(List.of())).isEqualTo(Behavior.PLAIN);
    assertThat(Behavior.PLAIN.flags()).isEmpty();
  }

  @Test
  void refusesAnotherWord() {
    assertThatThrownBy(() -> Behavior.parse(List.of("validators", "caching")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"caching\"");
  }
}
