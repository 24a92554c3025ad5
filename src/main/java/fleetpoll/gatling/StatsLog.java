package fleetpoll.gatling;

import fleetpoll.fleet.RequestLog;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.core.session.Session;
import scala.Option;

/** Reports a device's requests to Gatling's statistics as those of its virtual user. */
record StatsLog(Session session, StatsBatch batch) implements RequestLog {

  @Override
  public void ended(
      String name, long startMillis, long endMillis, boolean ok, int status, String message) {
    batch.add(
        session,
        name,
        startMillis,
        endMillis,
        ok ? OK$.MODULE$ : KO$.MODULE$,
        status == 0 ? Option.empty() : Option.apply(Integer.toString(status)),
        Option.apply(message));
  }

  @Override
  public void flush() {
    batch.flush();
  }
}
