package fleetpoll.study;

import fleetpoll.settings.StudyClient;
import java.util.Locale;

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
    return String.format(
        Locale.ROOT,
        "%s, %,d request%s, limit %,d",
        client,
        requests,
        requests == 1 ? "" : "s",
        limit);
  }
}
