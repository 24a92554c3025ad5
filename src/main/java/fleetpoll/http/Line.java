package fleetpoll.http;

import fleetpoll.http.tls.DeviceTls;
import fleetpoll.record.Opening;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * A device's way to its server: a wire, or an attempt to get one, or neither. What an earlier wire
 * still reports is not passed on.
 */
final class Line implements Wire.Owner, Attempt.Owner {

  /** A server may redirect to another host each time. */
  private static final int MOST_ORIGINS = 8;

  private final Loop loop;
  private final DeviceTls tls;
  private final InetAddress local;
  private final Connection connection;
  private final List<Addresses> recent = new ArrayList<>(1);
  private Addresses addresses;
  private Attempt attempt;
  private Wire wire;
  private boolean isAnswering;

  /**
   * @param device its index, for TLS
   * @param local the address to connect from; null: the system's choice
   */
  Line(Loop loop, int device, InetAddress local, Connection connection) {
    this.loop = loop;
    this.tls = loop.tls().map(all -> all.device(device)).orElse(null);
    this.local = local;
    this.connection = connection;
  }

  /** Tells the connection when a wire to the origin is ready: at once if one is open. */
  void reach(Origin origin) {
    if (wire != null && wire.isUsable() && wire.origin().equals(origin)) {
      connection.ready(wire);
      return;
    }
    close();
    addresses = of(origin);
    attempt = new Attempt(loop, tls, addresses, local, new Wire(origin, loop, this), this);
    attempt.start();
  }

  /** What it has learned about an origin, to which redirects may lead again. */
  private Addresses of(Origin origin) {
    Addresses known =
        recent.stream()
            .filter(each -> each.origin().equals(origin))
            .findFirst()
            .orElseGet(() -> new Addresses(origin));
    recent.remove(known);
    recent.add(known);
    if (recent.size() > MOST_ORIGINS) {
      recent.remove(0);
    }
    return known;
  }

  /** Whether it is telling of an answer: what came behind that has not been read yet. */
  boolean isAnswering() {
    return isAnswering && wire != null;
  }

  boolean isOpen() {
    return wire != null;
  }

  /** Whether a wire is being opened. */
  boolean isOpening() {
    return attempt != null;
  }

  /** What an attempt is at, for messages. */
  String doing() {
    return attempt.doing();
  }

  /** What an attempt has come to. */
  Opening opening() {
    return attempt == null ? Opening.NONE : attempt.opening();
  }

  /** The attempt took too long: the next one tries the next address. */
  void giveUp() {
    addresses.failed();
    close();
  }

  /** Closes the socket, whatever it is at. */
  void close() {
    if (attempt != null) {
      Attempt cancelled = attempt;
      attempt = null;
      cancelled.cancel();
    }
    if (wire != null) {
      Wire closed = wire;
      wire = null;
      closed.close();
    }
  }

  @Override
  public void opened(Wire opened) {
    connection.opened(attempt.opening());
    attempt = null;
    wire = opened;
    connection.ready(wire);
  }

  @Override
  public void failed(PollEnd verdict) {
    connection.fail(verdict);
  }

  @Override
  public void answered(Wire from, AwaitedAnswer answer, boolean isReusable) {
    if (from != wire) {
      return;
    }
    if (!isReusable) {
      close();
    }
    isAnswering = true;
    try {
      connection.answered(answer);
    } finally {
      isAnswering = false;
    }
  }

  @Override
  public void surplus(Wire from) {
    if (from == wire) {
      try {
        loop.incidents().surplus();
      } catch (Throwable thrown) {
        loop.fault(thrown);
      }
    }
  }

  @Override
  public void broke(Wire broken, Throwable failure) {
    if (broken == wire) {
      close();
      connection.broke(failure);
    } else if (attempt != null) {
      attempt.broke(broken, failure);
    }
  }
}
