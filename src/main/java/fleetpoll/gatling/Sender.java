package fleetpoll.gatling;

import fleetpoll.record.Outcome;

/** Who sends an {@link Exchange} and is told of it, on its own event loop. */
interface Sender {

  /** The clock of the exchange's instants. */
  long nowNanos();

  /** Where the exchange is reported to Gatling, if it is measured. */
  StatsBatch stats();

  /** Whether the exchange at hand is part of the measurement. */
  boolean isMeasured();

  /**
   * The exchange in flight has ended.
   *
   * @param message what went wrong; null where nothing did
   */
  void ended(Exchange exchange, Outcome outcome, String message);
}
