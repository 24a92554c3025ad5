package fleetpoll.run.whole;

import fleetpoll.figure.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How many durations a log of histograms contains, by endpoint and measure. */
public final class StoredPolls {

  /** Of each success. */
  public static final String SERVICE = "service";

  /** Of each planned poll. */
  public static final String RESPONSE = "response";

  private StoredPolls() {}

  /**
   * Requires as many service and response times as there were; a log has others, which nobody reads
   * again.
   *
   * @param log the file
   * @param expected without those that are not known
   * @param where they are known from, such as {@code were stored}
   * @throws DamagedFile if there are fewer or more
   */
  public static void check(
      Path log,
      Map<String, Map<String, Long>> found,
      Map<String, Map<String, Long>> expected,
      String where)
      throws DamagedFile {
    for (String endpoint : expected.keySet()) {
      for (String measure : List.of(SERVICE, RESPONSE)) {
        Long known = expected.get(endpoint).get(measure);
        long there = found.getOrDefault(endpoint, Map.of()).getOrDefault(measure, 0L);
        if (known != null && there != known) {
          throw new DamagedFile(
              log,
              "it has %s times of %s of %s, of which %s %s"
                  .formatted(
                      measure,
                      Numbers.counted(there, "poll"),
                      endpoint,
                      Numbers.count(known),
                      where));
        }
      }
    }
  }
}
