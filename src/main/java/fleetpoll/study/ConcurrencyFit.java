package fleetpoll.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What concurrency costs a client, as a function of the limit m: x(m) = 1 + a·(m − 1) + b·m·(m −
 * 1).
 *
 * <p>This is the denominator of the Universal Scalability Law (N. J. Gunther, "Guerrilla Capacity
 * Planning", Springer 2007): throughput is m/t/x(m), a is the share of the work for which requests
 * queue up (a processor, one lock), b what every pair of them costs in addition. It is chosen
 * because its two numbers mean something, because x(1) = 1 as in the model, and because it is
 * linear in a and b, so that least squares have one exact answer. The squares are those of relative
 * errors: x = 4 ± 0.4 weighs as much as x = 1 ± 0.1. Neither number may be negative: if the best b
 * is negative, b is 0 and only a is fitted, and likewise for a.
 *
 * @param contention a
 * @param coherency b
 * @param cells how many points were fitted
 * @param greatestLimit of the points; nothing follows from the fit for a greater one
 */
public record ConcurrencyFit(double contention, double coherency, int cells, int greatestLimit) {

  /** Doubling the limit is worthwhile if throughput grows at least by this factor. */
  private static final double WORTH_IT = 1.05;

  /**
   * If the determinant is smaller, the points have only one limit other than 1, and only one number
   * can be fitted.
   */
  private static final double SINGULAR = 1e-9;

  /**
   * A measured cost.
   *
   * @param limit m
   * @param x T divided by the floor of the cell, so it leaves out what no client can help: the
   *     empty places at the end of a short batch
   */
  record Point(int limit, double x) {}

  /** The best fit; empty without two different limits. */
  static Optional<ConcurrencyFit> of(List<Point> points) {
    if (points.stream().mapToInt(Point::limit).distinct().count() < 2) {
      return Optional.empty();
    }
    Sums s = new Sums();
    points.forEach(s::add);
    double determinant = s.aa * s.bb - s.ab * s.ab;
    boolean isUnique = determinant > SINGULAR * s.aa * s.bb;
    double a = isUnique ? (s.ay * s.bb - s.by * s.ab) / determinant : 0;
    double b = isUnique ? (s.by * s.aa - s.ay * s.ab) / determinant : 0;
    if (!isUnique || a < 0 || b < 0) {
      double onlyA = Math.max(0, s.ay / s.aa);
      double onlyB = Math.max(0, s.by / s.bb);
      boolean isAlone = onlyA * s.ay >= onlyB * s.by;
      a = isAlone ? onlyA : 0;
      b = isAlone ? 0 : onlyB;
    }
    int greatest = points.stream().mapToInt(Point::limit).max().orElseThrow();
    return Optional.of(new ConcurrencyFit(a, b, points.size(), greatest));
  }

  /** The sums of the normal equations, which fit (x − 1)/x by (m − 1)/x and m(m − 1)/x. */
  private static final class Sums {
    private double aa;
    private double ab;
    private double bb;
    private double ay;
    private double by;

    void add(Point point) {
      double a = (point.limit - 1) / point.x;
      double b = point.limit * a;
      double y = (point.x - 1) / point.x;
      aa += a * a;
      ab += a * b;
      bb += b * b;
      ay += a * y;
      by += b * y;
    }
  }

  /** The fitted x. */
  public double x(double limit) {
    return 1 + contention * (limit - 1) + coherency * limit * (limit - 1);
  }

  /** Whether the fit says anything about a limit: one that is not beyond the greatest measured. */
  public boolean covers(int limit) {
    return limit <= greatestLimit;
  }

  /**
   * Whether as many numbers were fitted as there are cells: then the fit goes through all of them,
   * and that shows nothing.
   */
  public boolean isForced() {
    return cells <= (contention > 0 ? 1 : 0) + (coherency > 0 ? 1 : 0);
  }

  /**
   * The limit from which a doubled one brings less than 5 % more throughput; empty if this does not
   * happen up to the greatest measured limit, the doubled one included.
   */
  public OptionalInt worthwhileLimit() {
    for (int limit = 1; covers(2 * limit); limit++) {
      if (2 * x(limit) / x(2.0 * limit) < WORTH_IT) {
        return OptionalInt.of(limit);
      }
    }
    return OptionalInt.empty();
  }
}
