package fleetpoll.gatling;

import fleetpoll.fleet.RequestLog;
import fleetpoll.fleet.VirtualUser;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.netty.channel.EventLoop;

/** A virtual user of Gatling that plays a device until the device has left. */
record DeviceUser(Session session, StatsBatches batches, Action next) implements VirtualUser {

  /** Gatling numbers the virtual users of a run from 1. */
  @Override
  public int device() {
    return Math.toIntExact(session.userId() - 1);
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
