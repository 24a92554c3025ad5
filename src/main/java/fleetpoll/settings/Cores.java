package fleetpoll.settings;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a number of processor cores, such as 1.5. */
final class Cores implements Function<String, Double> {

  private static final Pattern DECIMAL =
      Pattern.compile("\\+?(?:[0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})");
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Double apply(String text) {
    if (DECIMAL.matcher(text.strip()).matches()) {
      BigDecimal cores = new BigDecimal(text.strip());
      if (cores.signum() > 0 && cores.compareTo(MOST) <= 0) {
        return cores.doubleValue();
      }
    }
    throw new IllegalArgumentException(
        "must be a number of cores such as 1.5, more than 0 and at most 10,000");
  }
}
