package fleetpoll.gatling;

import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import java.util.ArrayList;
import java.util.List;
import scala.Option;

/**
 * Hands responses to Gatling's statistics in batches: every hand-over wakes the writers' threads.
 * Responses contain their own timestamps, so log and report stay the same. Belongs to one event
 * loop.
 */
final class StatsBatch {

  private static final String RESPONSE =
      "io.gatling.core.stats.writer.DataWriterMessage$LoadEvent$Response";

  private final StatsEngine engine;
  private final List<Entry> entries = new ArrayList<>();

  StatsBatch(StatsEngine engine) {
    this.engine = engine;
  }

  private record Entry(
      Session session,
      String request,
      long startMillis,
      long endMillis,
      Status status,
      Option<String> code,
      Option<String> message) {}

  void add(
      Session session,
      String request,
      long startMillis,
      long endMillis,
      Status status,
      Option<String> code,
      Option<String> message) {
    entries.add(new Entry(session, request, startMillis, endMillis, status, code, message));
  }

  /** Loads what the first hand-over needs, so that it does not hold up the first polls. */
  void rehearse(Session session) {
    add(session, "rehearsal", 0, 0, OK$.MODULE$, Option.apply("200"), Option.empty());
    Entry entry = entries.remove(entries.size() - 1);
    entry.session.groups();
    try {
      Class.forName(RESPONSE);
    } catch (ClassNotFoundException another) {
      // Another release of Gatling loads another class, with the first response.
      return;
    }
  }

  /** Hands over each response once, even if one of them breaks. */
  void flush() {
    List<Entry> handedOver = List.copyOf(entries);
    entries.clear();
    for (Entry entry : handedOver) {
      engine.logResponse(
          entry.session.scenario(),
          entry.session.groups(),
          entry.request,
          entry.startMillis,
          entry.endMillis,
          entry.status,
          entry.code,
          entry.message);
    }
  }
}
