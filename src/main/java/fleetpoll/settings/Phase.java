package fleetpoll.settings;

/** How the first ticks of the devices lie within one interval. */
public enum Phase {
  /** Evenly over the interval: device i of n starts i/n of an interval after the first. */
  SPREAD,
  /** All devices tick at the same instant. */
  TOGETHER,
  /** Uniformly at random over the interval, the same for the same seed. */
  RANDOM
}
