package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.it.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ParentProcessIT {

  /** The grandparent becomes a sleep, which never waits for the parent. */
  private static final String GRANDPARENT =
      """
      sh -c '"$@" & wait' sh "$@" &
      exec sleep 600
      """;

  @Test
  void theEndOfAParentThatStaysAZombieIsSeen() throws Exception {
    Process grandparent =
        new ProcessBuilder(
                "sh",
                "-c",
                GRANDPARENT,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Orphan.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle orphan = null;
    try {
      long pid = Long.parseLong(grandparent.inputReader().readLine());
      orphan = ProcessHandle.of(pid).orElseThrow();
      ProcessHandle parent = orphan.parent().orElseThrow();
      assertThat(parent.parent()).contains(grandparent.toHandle());

      parent.destroyForcibly();

      Await.untilGone(pid);
      assertThat(parent.isAlive()).as("nobody has waited for the parent").isTrue();
    } finally {
      grandparent.destroyForcibly();
      if (orphan != null) {
        orphan.destroyForcibly();
      }
    }
  }
}
