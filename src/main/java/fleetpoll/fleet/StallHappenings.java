package fleetpoll.fleet;

import fleetpoll.stall.Stall;
import fleetpoll.stall.Stalls;
import fleetpoll.watch.Happening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells the long stalls of the generator as happenings of the run. */
final class StallHappenings {

  private static final String KIND = "stall";

  /** Shorter ones are in the samples alone. */
  private static final long LEAST_NANOS = 100_000_000;

  /** Nobody reads more, if a generator is overloaded all the time. */
  private static final int MOST = 100;

  private StallHappenings() {}

  /** Event loops that stood still at the same time. */
  private record Together(List<Stall> stalls) {

    long beginNanos() {
      return stalls.get(0).beginNanos();
    }

    long endNanos() {
      return stalls.stream().mapToLong(Stall::endNanos).max().orElseThrow();
    }

    /** The longest time for which one of them did. */
    long nanos() {
      return stalls.stream().mapToLong(Stall::nanos).max().orElseThrow();
    }

    Happening happening() {
      Collection<Integer> loops =
          stalls.stream().map(Stall::loop).collect(Collectors.toCollection(TreeSet::new));
      String names = loops.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return new Happening(
          beginNanos(),
          KIND,
          "The generator stood still for %s (event loop%s %s)."
              .formatted(time(nanos()), loops.size() == 1 ? "" : "s", names));
    }
  }

  /** One happening for each, in order; for those beyond the {@value #MOST} longest, one in all. */
  static List<Happening> of(Stalls stalls) {
    List<Together> longest = together(stalls);
    longest.sort(Comparator.comparingLong(Together::nanos).reversed());
    List<Happening> happenings = new ArrayList<>();
    longest.stream().limit(MOST).map(Together::happening).forEach(happenings::add);
    if (longest.size() > MOST) {
      happenings.add(others(longest.subList(MOST, longest.size())));
    }
    happenings.sort(Comparator.comparingLong(Happening::atNanos));
    return happenings;
  }

  private static Happening others(List<Together> others) {
    return new Happening(
        others.stream().mapToLong(Together::beginNanos).min().orElseThrow(),
        KIND,
        "From here on the generator also stood still %s other times, each for %s at most."
            .formatted(
                String.format(Locale.ROOT, "%,d", others.size()), time(others.get(0).nanos())));
  }

  private static List<Together> together(Stalls stalls) {
    List<Together> all = new ArrayList<>();
    for (Stall stall : stalls.each()) {
      if (stall.nanos() < LEAST_NANOS) {
        continue;
      }
      if (all.isEmpty() || all.get(all.size() - 1).endNanos() < stall.beginNanos()) {
        all.add(new Together(new ArrayList<>()));
      }
      all.get(all.size() - 1).stalls.add(stall);
    }
    return all;
  }

  private static String time(long nanos) {
    return nanos < 1_000_000_000
        ? String.format(Locale.ROOT, "%.0f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }
}
