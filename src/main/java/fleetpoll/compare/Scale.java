package fleetpoll.compare;

import fleetpoll.figure.Figure;

/** How a server's figure is set against another's. */
public enum Scale {
  /** Divided by it: times, costs and throughput. */
  TIMES("times", 1),
  /** Minus it, in percentage points: shares, which are often 0 or 100 %. */
  POINTS("points", 0);

  private final String unit;
  private final double equal;

  Scale(String unit, double equal) {
    this.unit = unit;
    this.equal = equal;
  }

  static Scale of(Figure figure) {
    return switch (figure) {
      case SUCCESS, MISSED -> POINTS;
      default -> TIMES;
    };
  }

  /** What is written after a number. */
  public String unit() {
    return unit;
  }

  /** The number of two equal figures. */
  public double equal() {
    return equal;
  }

  /** A value against another's; null if one of them is not known or, for a ratio, not positive. */
  Double of(Double value, Double reference) {
    if (value == null || reference == null) {
      return null;
    }
    if (this == POINTS) {
      return value - reference;
    }
    return value > 0 && reference > 0 ? Double.valueOf(value / reference) : null;
  }
}
