package fleetpoll.capacity.search;

import fleetpoll.capacity.search.Finding.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides which size to try next. Terms and logic are those of the IETF's Multiple Loss Ratio
 * Search (draft-ietf-bmwg-mlrsearch): load classification, relevant upper and lower bound, exceed
 * ratio, goal width; with devices in place of a load, and service levels in place of a loss ratio.
 *
 * <p>First a fleet doubles from {@link Goal#from()} on, until one fails; then the search halves the
 * interval in the logarithm. Until then one trial a size is enough: what it says is likely, and far
 * from the limit it is right. A size whose trials contradict each other is repeated until it is
 * decided. In the end both bounds are repeated until they are decided, and the search goes on if
 * one of them was wrong.
 *
 * <p>What is found is the <em>conditional throughput</em> in devices: the largest fleet of which a
 * trial fails with a probability of at most {@link Goal#exceed()}. The search ends at half of the
 * goal's width: if each size either always holds or always fails, it could end at the whole width,
 * but if trials fail at random near the limit, chance needs the other half.
 */
public final class Search {

  private static final int TWICE = 2;

  // One such trial may be chance; after two the generator is the limit.
  private static final int BACKED_OFF = 2;

  private final Goal goal;
  private final Sizes sizes;
  private final OwnLimit generator;
  private final Bounds likely;

  private Search(Goal goal, List<Trial> trials) {
    this.goal = goal;
    this.sizes = new Sizes(goal, trials);
    this.generator = new OwnLimit(trials, sizes);
    this.likely = sizes.likely();
  }

  /**
   * The next size, or the answer.
   *
   * @param trials all that have ended, in their order
   */
  public static Step next(Goal goal, List<Trial> trials) {
    return new Search(goal, trials).next();
  }

  /**
   * The same if there is only time for so many more trials: it uses the last ones to decide the
   * likely lower bound, so that the answer is one that counts.
   *
   * @param affordable how many more trials there is time for; if there is none, the search ends
   */
  public static Step next(Goal goal, List<Trial> trials, long affordable) {
    Search search = new Search(goal, trials);
    Step next = search.next();
    if (next instanceof Step.End) {
      return next;
    }
    return affordable < 1 ? search.end(Reason.UNFINISHED) : search.hurry(affordable).orElse(next);
  }

  /**
   * What the trials so far allow to claim. Its bounds are decided ones, so there may be none for a
   * long time; {@link #likely} has some earlier.
   */
  public static Finding soFar(Goal goal, List<Trial> trials) {
    Search search = new Search(goal, trials);
    return search.next() instanceof Step.End end
        ? end.finding()
        : new Finding(Reason.UNFINISHED, search.sizes.decided());
  }

  /**
   * Between which sizes the search goes on: as the relevant bounds, but of sizes all of whose
   * trials so far agree, even if that is one trial. Good for a line of progress, not for a claim.
   */
  public static Bounds likely(Goal goal, List<Trial> trials) {
    return new Sizes(goal, trials).likely();
  }

  /** What is known so far. */
  public static Known known(Goal goal, List<Trial> trials) {
    return new Known(soFar(goal, trials).bounds(), likely(goal, trials));
  }

  private Step next() {
    if (isGeneratorTheLimit()) {
      return atLeast();
    }
    Step next = server();
    if (generator.count() == 0 || !(next instanceof Step.Try larger)) {
      return next;
    }
    return new Step.Try(
        generator.isLatest()
            ? backedOff(generator.size())
            : Math.min(larger.devices(), generator.size()));
  }

  /** What comes next if the generator is good enough. */
  private Step server() {
    OptionalInt contradicted = sizes.contradicted();
    if (contradicted.isPresent()) {
      return new Step.Try(contradicted.getAsInt());
    }
    if (likely.upper().isEmpty()) {
      return larger();
    }
    int upper = likely.upper().getAsInt();
    if (likely.lower().isEmpty()) {
      // A search that has ended there may go on from a smaller size.
      return upper > goal.from()
          ? new Step.Try(goal.from())
          : decide(upper).orElseGet(() -> end(Reason.FROM));
    }
    int lower = likely.lower().getAsInt();
    int middle = middle(lower, upper);
    if (isBetween(lower, middle, upper) && upper > lower * (1 + goal.width() / TWICE)) {
      return new Step.Try(middle);
    }
    return decide(lower).or(() -> decide(upper)).orElseGet(() -> end(Reason.FOUND));
  }

  private Step larger() {
    if (likely.lower().isEmpty()) {
      return new Step.Try(goal.from());
    }
    int lower = likely.lower().getAsInt();
    if (lower >= goal.to()) {
      return decide(lower).orElseGet(() -> end(Reason.TO));
    }
    return new Step.Try((int) Math.min((long) TWICE * lower, goal.to()));
  }

  private boolean isGeneratorTheLimit() {
    return generator.count() >= BACKED_OFF;
  }

  /**
   * The generator is the limit; the largest size below that held must still be decided. If the
   * generator is the limit there, too, the next smaller one takes its place, so it ends: at each
   * such trial fewer sizes are left.
   */
  private Step atLeast() {
    OptionalInt contradicted = sizes.contradicted();
    if (contradicted.isPresent() && contradicted.getAsInt() < generator.size()) {
      return new Step.Try(contradicted.getAsInt());
    }
    OptionalInt below = lowerToDecide();
    OptionalInt lower = sizes.decided().lower();
    boolean isSettled =
        below.isEmpty() || (lower.isPresent() && lower.getAsInt() >= below.getAsInt());
    return isSettled ? end(Reason.GENERATOR) : new Step.Try(below.getAsInt());
  }

  /** The size that is to be the lower bound if the search ends soon. */
  private OptionalInt lowerToDecide() {
    return isGeneratorTheLimit() ? sizes.likelyLowerBelow(generator.size()) : likely.lower();
  }

  /**
   * Half the way, in the logarithm, to what held, or the same size once more if there is none
   * between. If nothing has held, half the size, but never less than {@link Goal#from()}, which may
   * mean to try that once more: the trials of a smaller size may be too short to judge by.
   */
  private int backedOff(int devices) {
    OptionalInt lower = sizes.likelyLowerBelow(devices);
    if (lower.isEmpty()) {
      return Math.max(goal.from(), devices / TWICE);
    }
    int middle = middle(lower.getAsInt(), devices);
    return isBetween(lower.getAsInt(), middle, devices) ? middle : devices;
  }

  private Optional<Step> hurry(long affordable) {
    OptionalInt lower = lowerToDecide();
    return lower.isPresent()
            && !sizes.isDecided(lower.getAsInt())
            && affordable <= sizes.missingHolds(lower.getAsInt())
        ? Optional.of(new Step.Try(lower.getAsInt()))
        : Optional.empty();
  }

  private Optional<Step> decide(int devices) {
    return sizes.isDecided(devices) ? Optional.empty() : Optional.of(new Step.Try(devices));
  }

  private Step end(Reason reason) {
    return new Step.End(new Finding(reason, sizes.decided()));
  }

  private static int middle(int lower, int upper) {
    return (int) Math.round(Math.sqrt((double) lower * upper));
  }

  private static boolean isBetween(int lower, int middle, int upper) {
    return lower < middle && middle < upper;
  }
}
