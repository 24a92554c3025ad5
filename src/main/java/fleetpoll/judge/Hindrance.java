package fleetpoll.judge;

import fleetpoll.figure.Unit;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the generator itself did to a figure whose level fails: without it the level may be met.
 *
 * @param text what is measured of the generator, in words that follow "the"
 * @param excess by how much the level fails
 * @param measured at least the excess
 * @param unit of both
 * @param sentence says so
 */
record Hindrance(String text, double excess, double measured, Unit unit, String sentence) {

  /**
   * A limit that no parameter contains need not be exact, and a smaller one is on the safe side.
   */
  private static final MathContext READABLE = new MathContext(3, RoundingMode.FLOOR);

  /**
   * The rule that the generator breaks by it.
   *
   * @param key of the level
   * @param broken its status
   */
  Check check(String key, Status broken) {
    return new Check(
        key,
        "%s, by which %s may have failed".formatted(text, key),
        false,
        BigDecimal.valueOf(excess).round(READABLE).doubleValue(),
        measured,
        unit,
        broken,
        sentence);
  }
}
