package fleetpoll.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Something that happened during a run, other than its polls: to a source of samples, to a feed of
 * live counters, or to the run as a whole.
 *
 * @param atNanos when it was noticed, since the fleet's origin
 * @param kind one word, such as {@code server-gone}
 * @param text a sentence, without any password
 */
public record Happening(long atNanos, String kind, String text) {

  /**
   * What has happened, in the order in which it was told. It keeps the first {@value #MOST}; of
   * those beyond, it keeps for each kind how many there were: in a run of days something may happen
   * every second. Safe for concurrent use.
   */
  public static final class Log implements Consumer<Happening> {

    /** Nobody reads more. */
    static final int MOST = 1_000;

    private final List<Happening> first = new ArrayList<>();
    private final Map<String, Further> further = new LinkedHashMap<>();

    private record Further(long fromNanos, long count) {}

    @Override
    public synchronized void accept(Happening happening) {
      if (first.size() < MOST) {
        first.add(happening);
      } else {
        further.merge(
            happening.kind,
            new Further(happening.atNanos, 1),
            (before, one) -> new Further(before.fromNanos, before.count + 1));
      }
    }

    /** All of them; those beyond the first {@value #MOST} as one for each kind. */
    public synchronized List<Happening> all() {
      List<Happening> all = new ArrayList<>(first);
      further.forEach(
          (kind, more) ->
              all.add(
                  new Happening(
                      more.fromNanos,
                      kind,
                      String.format(
                          Locale.ROOT,
                          "From here on this kind of event happened %,d times.",
                          more.count))));
      return all;
    }
  }
}
