package fleetpoll.target;

import fleetpoll.settings.EmbeddedSettings;
import java.util.List;

/** A process that starts the embedded target, prints its pid and never ends by itself. */
final class OrphaningParent {

  private OrphaningParent() {}

  public static void main(String[] args) throws InterruptedException {
    Target target =
        Target.embedded(new EmbeddedSettings(1, List.of("-Xmx64m"), List.of()), line -> {});
    System.out.println(target.pid().orElseThrow());
    Thread.currentThread().join();
  }
}
