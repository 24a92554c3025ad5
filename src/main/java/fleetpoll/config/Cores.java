package fleetpoll.config;

import java.math.BigDecimal;
import java.util.function.Function;

/** Reads a number of processor cores, such as 1.5. */
public final class Cores implements Function<String, Double> {

  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Double apply(String text) {
    return Decimal.of(text.strip())
        .filter(cores -> cores.signum() > 0 && cores.compareTo(MOST) <= 0)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be a number of cores such as 1.5, more than 0 and at most 10,000"))
        .doubleValue();
  }
}
