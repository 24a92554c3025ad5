package fleetpoll.app.capacity;

import fleetpoll.capacity.CapacityTrial;
import fleetpoll.capacity.Searches;
import fleetpoll.capacity.search.Bounds;
import fleetpoll.capacity.search.Known;
import fleetpoll.capacity.search.Outcome;
import fleetpoll.live.MetricsServer;
import fleetpoll.live.SearchMetrics;
import fleetpoll.settings.LiveSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets Prometheus read a search for a capacity while it goes on, if the settings ask for it. */
record CapacityLive(Optional<MetricsServer> server) {

  /**
   * Listens, if the settings ask for it.
   *
   * @throws IOException if the port is taken
   */
  static CapacityLive listen(LiveSettings live) throws IOException {
    return new CapacityLive(
        live.port().isPresent()
            ? Optional.of(MetricsServer.listen(live.port().getAsInt()))
            : Optional.empty());
  }

  /**
   * Serves these searches from now on, until the JVM ends.
   *
   * @param underWay supplies the size of a target's trial under way
   */
  void serve(List<String> targets, Searches searches, Function<String, OptionalInt> underWay) {
    server.ifPresent(
        s ->
            s.serve(
                new SearchMetrics(
                    () ->
                        targets.stream()
                            .map(target -> target(target, searches, underWay.apply(target)))
                            .toList())));
  }

  private static SearchMetrics.Target target(String name, Searches searches, OptionalInt underWay) {
    Known known = searches.known(name);
    Map<String, Long> trials =
        searches.trials().stream()
            .filter(trial -> trial.target().equals(name))
            .map(CapacityTrial::outcome)
            .map(Outcome::word)
            .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    return new SearchMetrics.Target(
        name, range(known.decided()), range(known.likely()), underWay, trials);
  }

  private static SearchMetrics.Range range(Bounds bounds) {
    return new SearchMetrics.Range(bounds.lower(), bounds.upper());
  }
}
