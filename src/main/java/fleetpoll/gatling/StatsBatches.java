package fleetpoll.gatling;

import io.gatling.core.session.Session;
import io.gatling.core.stats.StatsEngine;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The batches of all event loops, each handed over every 50 ms. */
final class StatsBatches {

  private static final long FLUSH_MILLIS = 50;

  private final StatsEngine engine;
  private final Map<EventLoop, StatsBatch> batches = new ConcurrentHashMap<>();

  StatsBatches(StatsEngine engine) {
    this.engine = engine;
  }

  StatsBatch of(EventLoop eventLoop, Session session) {
    return batches.computeIfAbsent(eventLoop, each -> newBatch(each, session));
  }

  private StatsBatch newBatch(EventLoop eventLoop, Session session) {
    StatsBatch batch = new StatsBatch(engine);
    batch.rehearse(session);
    eventLoop.scheduleAtFixedRate(batch::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    return batch;
  }
}
