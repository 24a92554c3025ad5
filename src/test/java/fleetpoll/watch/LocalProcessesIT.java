package fleetpoll.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shell and its child, as OSHI and the JDK see them. */
@Timeout(60)
class LocalProcessesIT {

  private static final long SECOND = 1_000_000_000;

  /** The colons keep the shell from becoming its last command instead of starting it. */
  private static final String FAMILY =
      """
      sh -c '
        echo ready; read next
        i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done
        echo done; read next; :
      '
      echo alone; read next; :
      """;

  private final ProcessTree tree = new ProcessTree(Processes.ofThisMachine());

  private Sample sample(long seconds) {
    assertThat(tree.refresh()).isTrue();
    return tree.sample(seconds * SECOND).orElseThrow();
  }

  @Test
  void aShellAndItsChildAreOneServer() throws Exception {
    try (Dialogue shell = Dialogue.start("sh", "-c", FAMILY)) {
      tree.follow(Set.of(shell.pid()));
      assertThat(shell.says()).isEqualTo("ready");
      Sample idle = sample(0);
      shell.goOn();
      assertThat(shell.says()).isEqualTo("done");
      Sample busy = sample(1);
      shell.goOn();
      assertThat(shell.says()).isEqualTo("alone");
      Sample alone = sample(2);

      assertThat(idle.cpuCores()).isNull();
      assertThat(idle.threads()).isEqualTo(2);
      assertThat(idle.openFiles()).isBetween(6L, 40L);
      assertThat(idle.rssBytes()).isBetween(500_000L, 50_000_000L);
      assertThat(busy.cpuCores()).isBetween(0.02, 30.0);
      assertThat(alone.threads()).isEqualTo(1);
      assertThat(alone.cpuCores()).isBetween(0.0, 0.01);
      assertThat(alone.rssBytes()).isLessThan(busy.rssBytes());
    }
    assertThat(tree.refresh()).isFalse();
    assertThat(tree.sample(3 * SECOND)).isEmpty();
  }

  @Test
  void aZombieIsGone() throws Exception {
    try (Zombie zombie = Zombie.make()) {
      tree.follow(Set.of(zombie.pid()));

      assertThat(tree.refresh()).isFalse();
    }
  }
}
