package fleetpoll.app.capacity;

import fleetpoll.run.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What runs of two instants were made by and on, if it is not the same. */
final class VersionChanges {

  private VersionChanges() {}

  /** In words, {@code cores was 2 cores and is 4 cores}; empty if trials of both count together. */
  static List<String> between(Versions before, Versions now) {
    List<String> changes = new ArrayList<>();
    add("Fleetpoll", before.fleetpoll(), now.fleetpoll(), changes);
    add("Gatling", before.gatling(), now.gatling(), changes);
    add("JVM", before.jvm(), now.jvm(), changes);
    add("JVM flags", flags(before), flags(now), changes);
    add("machine", before.machine(), now.machine(), changes);
    return changes;
  }

  private static void add(String what, String before, String now, List<String> changes) {
    if (!Objects.equals(before, now)) {
      changes.add("%s was %s and is %s".formatted(what, before, now));
    }
  }

  /** In any order: it does not matter. */
  private static String flags(Versions versions) {
    return versions.jvmFlags().isEmpty()
        ? "nothing"
        : String.join(" ", versions.jvmFlags().stream().sorted().toList());
  }
}
