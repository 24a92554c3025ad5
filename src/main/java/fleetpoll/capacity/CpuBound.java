package fleetpoll.capacity;

import fleetpoll.figure.Numbers;
import java.util.List;
import java.util.Objects;

/**
 * What processors were to the capacity. The server is CPU-bound if, at the largest size, it used at
 * least 95 % of all cores of its machine; or of one core, if in no second of any trial it used more
 * than 5 % above that. So "one core" follows from the figures, and nothing is claimed about how
 * many threads there are. Any other number may be a coincidence: a server that waits for something
 * else can use 2 of 4 cores, too.
 */
final class CpuBound {

  private static final double BUSY = 0.95;
  private static final double BEYOND = 1.05;

  private CpuBound() {}

  /** A sentence about a target. */
  static String sentence(List<SizeSummary> sizes) {
    List<SizeSummary> valid =
        sizes.stream().filter(size -> size.median(TrialFigures::serverCores) != null).toList();
    if (valid.isEmpty()) {
      return "Whether the server is CPU-bound is not known: its CPU is not.";
    }
    SizeSummary largest = valid.get(valid.size() - 1);
    double used = largest.median(TrialFigures::serverCores);
    double peak = peak(valid);
    Double available = largest.median(TrialFigures::cores);
    boolean isAll = available != null && used >= BUSY * available;
    double cores = isAll ? available : 1;
    if (isAll || (used >= BUSY && peak <= BEYOND)) {
      return bound(from(valid, BUSY * cores), used, peak, cores, available, isAll);
    }
    if (available == null) {
      return "Whether the server is CPU-bound is not known, because its cores are not: "
          + use(largest, used, peak)
          + ".";
    }
    return shared(largest, used, available)
        ? machine(largest, used, available)
        : "No bound of the CPU shows: %s, of its machine's %s."
            .formatted(use(largest, used, peak), Numbers.brief(available));
  }

  /** The smallest size from which on the server used that much. */
  private static int from(List<SizeSummary> sizes, double least) {
    int from = sizes.size() - 1;
    while (from > 0 && sizes.get(from - 1).median(TrialFigures::serverCores) >= least) {
      from--;
    }
    return sizes.get(from).devices();
  }

  private static double peak(List<SizeSummary> sizes) {
    return sizes.stream()
        .flatMap(size -> size.trials().stream())
        .map(trial -> trial.figures().serverCoresPeak())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static String bound(
      int from, double used, double peak, double cores, Double available, boolean isAll) {
    String claim =
        "%s of %s: the server is CPU-bound from %s on"
            .formatted(
                Numbers.measure(used), Numbers.cores(cores), Numbers.counted(from, "device"));
    return isAll
        ? claim + ". Its machine has no more."
        : "%s. In no second of any trial did it use more than %s%s."
            .formatted(
                claim,
                Numbers.cores(peak),
                available == null ? "" : " of its machine's " + Numbers.brief(available));
  }

  private static boolean shared(SizeSummary largest, double used, double available) {
    Double machine = largest.median(TrialFigures::machineCores);
    return machine != null && machine >= BUSY * available && used < available;
  }

  private static String machine(SizeSummary largest, double used, double available) {
    return ("The machine is CPU-bound, and the server shares it: at %s everything on it used %s of"
            + " %s, the server %s and the generator %s of them.")
        .formatted(
            Numbers.counted(largest.devices(), "device"),
            Numbers.measure(largest.median(TrialFigures::machineCores)),
            Numbers.cores(available),
            Numbers.measure(used),
            Numbers.measureOrNone(largest.median(TrialFigures::generatorCores)));
  }

  private static String use(SizeSummary largest, double used, double peak) {
    return "at %s the server used %s in the mean%s"
        .formatted(
            Numbers.counted(largest.devices(), "device"),
            Numbers.cores(used),
            Double.isInfinite(peak)
                ? ""
                : ", and in no second of any trial more than " + Numbers.brief(peak));
  }
}
