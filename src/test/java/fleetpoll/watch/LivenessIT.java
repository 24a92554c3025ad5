package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LivenessIT {

  @Test
  void aProcessIsAliveUntilItHasEnded() throws Exception {
    Dialogue shell = Dialogue.start("sh", "-c", "read next; :");
    try (shell) {
      assertThat(Liveness.isAlive(shell.pid())).isTrue();
      assertThat(Liveness.isAlive(ProcessHandle.current())).isTrue();
    }
    assertThat(Liveness.isAlive(shell.pid())).isFalse();
  }

  @Test
  void aZombieIsGoneThoughTheSystemStillHasIt() throws Exception {
    try (Zombie zombie = Zombie.make()) {
      ProcessHandle handle = ProcessHandle.of(zombie.pid()).orElseThrow();
      assertThat(handle.isAlive()).as("what the JDK says").isTrue();

      assertThat(Liveness.isAlive(handle)).isFalse();
      assertThat(Liveness.isAlive(zombie.pid())).isFalse();
    }
  }
}
