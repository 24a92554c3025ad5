package fleetpoll.app;

import fleetpoll.process.ExitCode;
import fleetpoll.schedule.Limits;
import fleetpoll.schedule.Plan;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.LiveSettings;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What keeps runs from starting: collected before any load, so that one message names it all. */
public final class Obstacles {

  private final List<String> all = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();

  /** Opens a port. */
  public interface Listening<T> {
    /** Listens. */
    T listen() throws IOException;
  }

  /** Adds what this machine does not allow. */
  void addMachine(FleetSettings settings, Plan plan, Limits limits) {
    all.addAll(plan.obstacles(limits));
    addMachine(settings);
  }

  /** Adds what this machine does not allow, whatever the size of the fleet. */
  public void addMachine(FleetSettings settings) {
    all.addAll(LocalAddresses.obstacles(settings.localAddresses()));
    StartTime.obstacle(settings, Instant.now()).ifPresent(all::add);
    ResultsFolder.ofThisProcess().obstacle().ifPresent(all::add);
  }

  /** Adds that two servers could not be told apart, if there are such. */
  public void addAlike(FleetSettings settings) {
    List<String> shown = settings.shownTargets();
    if (Set.copyOf(shown).size() < shown.size()) {
      add("target: two servers differ only in what is secret, and could not be told apart");
    }
  }

  /** Adds why a server does not start, or accepts no connection. */
  public void addServer(FleetSettings settings) {
    TargetCheck.obstacle(() -> TargetCheck.start(settings)).ifPresent(all::add);
    addClosed(settings);
  }

  /**
   * The same for several servers.
   *
   * @param properties of a run, but for the target
   * @param targets as they are written
   */
  public void addServers(Map<String, String> properties, List<String> targets) {
    Map<String, String> own = new HashMap<>(properties);
    for (String target : targets) {
      own.put("target", target);
      addServer(FleetRun.load(own));
    }
  }

  /** Adds why a server that already runs accepts no connection. */
  void addClosed(FleetSettings settings) {
    Preflight.obstacle(settings).ifPresent(closed::add);
  }

  /**
   * Adds why nothing can be written to a folder that is there.
   *
   * @param key of the parameter that names it
   */
  public void addFolder(String key, Path folder) {
    new ResultsFolder(folder)
        .unwritable()
        .map(why -> "%s: %s cannot be written (%s)".formatted(key, folder.toAbsolutePath(), why))
        .ifPresent(all::add);
  }

  /** Adds a sentence. */
  public void add(String obstacle) {
    all.add(obstacle);
  }

  /** All of them, a sentence each; servers that accept no connection last. */
  public List<String> all() {
    return Stream.concat(all.stream(), closed.stream()).toList();
  }

  /** Empty, and an obstacle, if the port for Prometheus is taken. */
  public <T> Optional<T> listen(LiveSettings live, Listening<T> listening) {
    try {
      return Optional.of(listening.listen());
    } catch (IOException e) {
      String port = "127.0.0.1:" + live.port().orElseThrow();
      all.add("live.port: %s cannot be listened on: %s".formatted(port, Reason.of(e)));
      return Optional.empty();
    }
  }

  /** Ends the JVM if there is an obstacle, or a server that accepts no connection. */
  public void refuse() {
    if (!all.isEmpty()) {
      throw Exit.with(
          ExitCode.BAD_INPUT, "Fleetpoll cannot start:\n  " + String.join("\n  ", all()));
    }
    if (!closed.isEmpty()) {
      throw Exit.with(ExitCode.UNAVAILABLE, String.join("\n", closed));
    }
  }
}
