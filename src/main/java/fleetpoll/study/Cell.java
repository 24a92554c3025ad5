package fleetpoll.study;

import fleetpoll.figure.Numbers;
import fleetpoll.settings.StudyClient;

/**
 * One cell of the grid.
 *
 * @param client who sends
 * @param requests n: how many
 * @param limit m: how many are in flight at once at most
 */
public record Cell(StudyClient client, long requests, int limit) {

  /** Such as {@code async-n1000-m100}. */
  String id() {
    return client.word() + "-n" + requests + "-m" + limit;
  }

  /** How many can be in flight at once: no more than there are. */
  int places() {
    return (int) Math.min(requests, limit);
  }

  /** As people read it: {@code async, 1,000 requests, limit 100}. */
  @Override
  public String toString() {
    return title(client.word(), requests, limit);
  }

  static String title(String client, long requests, int limit) {
    return "%s, %s, limit %s"
        .formatted(client, Numbers.counted(requests, "request"), Numbers.count(limit));
  }
}
