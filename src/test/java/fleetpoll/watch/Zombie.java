package fleetpoll.watch;

import fleetpoll.it.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that has ended and that its parent, a sleep, never waits for. */
final class Zombie implements AutoCloseable {

  /** The child outlives the shell, which could still wait for it, and ends under the sleep. */
  private static final String PARENT =
      "sh -c 'until grep -qx sleep /proc/$0/comm; do :; done' $$ & echo $!; exec sleep 600";

  private final Dialogue parent;
  private final int pid;

  private Zombie(Dialogue parent) throws IOException {
    this.parent = parent;
    this.pid = Integer.parseInt(parent.says());
  }

  static Zombie make() throws IOException {
    Zombie zombie = new Zombie(Dialogue.start("sh", "-c", PARENT));
    Path stat = Path.of("/proc", Integer.toString(zombie.pid), "stat");
    Await.until(() -> Files.readString(stat).contains(" Z "), () -> zombie.pid + " is a zombie");
    return zombie;
  }

  int pid() {
    return pid;
  }

  @Override
  public void close() {
    parent.close();
  }
}
