package fleetpoll.gatling;

import fleetpoll.fleet.RequestLog;
import fleetpoll.fleet.VirtualUser;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A virtual user of Gatling that plays a device until the device has left. */
record DeviceUser(Session session, StatsBatches batches, Action next) implements VirtualUser {

  /** Gatling numbers the virtual users of a run from 1. */
  static int device(long userId) {
    return Math.toIntExact(userId - 1);
  }

  @Override
  public int device() {
    return device(session.userId());
  }

  /** Whatever it has saved as, a token is a text. */
  @Override
  public Map<String, String> saved(List<String> names) {
    Map<String, String> saved = new HashMap<>();
    for (String name : names) {
      if (session.contains(name)) {
        saved.put(name, String.valueOf(session.attributes().apply(name)));
      }
    }
    return saved;
  }

  @Override
  public EventLoop eventLoop() {
    return session.eventLoop();
  }

  @Override
  public RequestLog log(EventLoop deviceLoop) {
    return new StatsLog(session, batches.of(deviceLoop, session));
  }

  /** Gatling's next action returns to its own event loop. */
  @Override
  public void goOn() {
    next.$bang(session);
  }
}
