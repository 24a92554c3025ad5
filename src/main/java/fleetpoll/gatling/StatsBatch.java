package fleetpoll.gatling;

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
