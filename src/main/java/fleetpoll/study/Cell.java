package fleetpoll.study;

import fleetpoll.figure.Numbers;
import fleetpoll.settings.StudyClient;

/**
 * One cell of the grid.
 *
 * @param client the one that sends
 * @param requests n: how many requests it sends
 * @param limit m: how many requests are at most in flight at once
 */
public record Cell(StudyClient client, long requests, int limit) {

  /** Its id, such as {@code async-n1000-m100}. */
  String id() {
    return client.word() + "-n" + requests + "-m" + limit;
  }

  /** How many requests can be in flight at once: the limit, or all of them if they are fewer. */
  int places() {
    return (int) Math.min(requests, limit);
  }

  /** For readers: {@code async, 1,000 requests, limit 100}. */
  @Override
  public String toString() {
    return title(client.word(), requests, limit);
  }

  static String title(String client, long requests, int limit) {
    return "%s, %s, limit %s"
        .formatted(client, Numbers.counted(requests, "request"), Numbers.count(limit));
  }
}
