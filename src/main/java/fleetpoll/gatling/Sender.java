package fleetpoll.gatling;

import fleetpoll.record.Outcome;
import io.gatling.core.session.Session;

/** Who sends an {@link Exchange} and is told of it, on its own event loop. */
interface Sender {

  /** The clock of the exchange's instants. */
  long nowNanos();

  /** Where the exchange is reported to Gatling, if it is measured. */
  StatsBatch stats();

  /** Whether the exchange at hand is part of the measurement. */
  boolean isMeasured();

  /** The exchange in flight goes on with another request. */
  void follow(Exchange followUp);

  /**
   * The exchange in flight has ended.
   *
   * @param answered the session that Gatling's checks have left
   * @param message what went wrong; null where nothing did
   */
  void ended(Exchange exchange, Session answered, Outcome outcome, String message);
}
