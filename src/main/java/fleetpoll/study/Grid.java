package fleetpoll.study;

import fleetpoll.settings.StudyClient;
import fleetpoll.settings.StudySettings;
import java.util.List;
import java.util.stream.Stream;

/** The cells of a study: each client with each number of requests and each limit. */
public final class Grid {

  private Grid() {}

  /**
   * The cells in the order in which they run: by client, requests and limit in the order of the
   * settings. A client that sends one request after the other has only the limit 1.
   */
  public static List<Cell> of(StudySettings settings) {
    return settings.clients().stream()
        .flatMap(
            client ->
                settings.requests().stream()
                    .flatMap(
                        requests ->
                            limits(client, settings)
                                .map(limit -> new Cell(client, requests, limit))))
        .toList();
  }

  private static Stream<Integer> limits(StudyClient client, StudySettings settings) {
    return client.isSequential() ? Stream.of(1) : settings.limits().stream();
  }
}
