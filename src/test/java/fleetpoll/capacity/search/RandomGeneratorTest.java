package fleetpoll.capacity.search;

import static fleetpoll.capacity.search.Outcome.FAILS;
import static fleetpoll.capacity.search.Outcome.GENERATOR;
import static fleetpoll.capacity.search.Outcome.HOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.capacity.search.Finding.Reason;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Searches with a generator that is the limit by chance, a thousand each. */
class RandomGeneratorTest {

  private static final int SEARCHES = 1_000;
  private static final int MANY = 100;
  private static final Goal GOAL = new Goal(50, 20_000, 0.05, 3, 1.0 / 3);

  private final SplittableRandom random = new SplittableRandom(19);

  private double size() {
    return GOAL.from() * Math.pow((double) GOAL.to() / GOAL.from(), random.nextDouble());
  }

  /** The generator is the limit more often the larger the fleet, half of the time at this size. */
  private boolean isGeneratorTheLimit(int devices, double half) {
    return random.nextDouble() < 1 / (1 + Math.pow(half / devices, 4));
  }

  @Test
  void claimsOnlyWhatEnoughTrialsSay() {
    int numbers = 0;
    for (int i = 0; i < SEARCHES; i++) {
      double capacity = size();
      double half = size();
      List<Trial> trials =
          SearchTest.search(
              GOAL,
              devices ->
                  isGeneratorTheLimit(devices, half)
                      ? GENERATOR
                      : devices > capacity ? FAILS : HOLDS,
              MANY);
      Bounds bounds = Search.soFar(GOAL, trials).bounds();
      bounds.lower().ifPresent(lower -> assertThat(count(trials, lower, HOLDS)).isEqualTo(2));
      bounds.upper().ifPresent(upper -> assertThat(count(trials, upper, FAILS)).isEqualTo(2));
      assertThat(bounds.lower().orElse(0)).isLessThanOrEqualTo((int) capacity);
      numbers += bounds.lower().isPresent() || bounds.upper().isPresent() ? 1 : 0;
      if (bounds.lower().isEmpty() && bounds.upper().isEmpty()) {
        assertThat(Search.soFar(GOAL, trials).reason()).isEqualTo(Reason.GENERATOR);
        assertThat(trials)
            .as("nothing held that it could have tried again")
            .noneMatch(trial -> trial.outcome() == HOLDS && trial.devices() < smallest(trials));
      }
    }
    assertThat(numbers).as("searches with a number").isEqualTo(969);
  }

  @Test
  void endsWhateverTheTrialsSayAndTriesNoSizeOutsideOfItsGoal() {
    for (int i = 0; i < SEARCHES; i++) {
      assertThat(SearchTest.search(GOAL, devices -> Outcome.values()[random.nextInt(3)], MANY))
          .extracting(Trial::devices)
          .allSatisfy(devices -> assertThat(devices).isBetween(GOAL.from(), GOAL.to()));
    }
  }

  private static long count(List<Trial> trials, int devices, Outcome outcome) {
    return trials.stream().filter(new Trial(devices, outcome)::equals).count();
  }

  /** The smallest size at which the generator was the limit. */
  private static int smallest(List<Trial> trials) {
    return trials.stream()
        .filter(trial -> trial.outcome() == GENERATOR)
        .mapToInt(Trial::devices)
        .min()
        .orElse(Integer.MAX_VALUE);
  }
}
