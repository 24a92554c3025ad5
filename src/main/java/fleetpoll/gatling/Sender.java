package fleetpoll.gatling;

import fleetpoll.record.Outcome;

/** Sends an {@link Exchange} and receives its end, on its own event loop. */
interface Sender {

  /** The current instant on the clock of the exchange. */
  long nowNanos();

  /** The batch that reports the exchange to Gatling, if it is measured. */
  StatsBatch stats();

  /** Whether the exchange in flight is part of the measurement. */
  boolean isMeasured();

  /**
   * Called when the exchange in flight has ended.
   *
   * @param message what went wrong; null if nothing did
   */
  void ended(Exchange exchange, Outcome outcome, String message);
}
