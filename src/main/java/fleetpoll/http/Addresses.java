package fleetpoll.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A device's own view of where an origin is: the addresses of its last look-up and which of them is
 * its turn. It stays with one that works; after all have failed, it looks the name up again.
 */
final class Addresses {

  private final Origin origin;
  private InetAddress[] known = {};
  private int turn;

  Addresses(Origin origin) {
    this.origin = origin;
  }

  Origin origin() {
    return origin;
  }

  /** The address to try; null if a look-up must come first. */
  InetAddress current() {
    if (turn == known.length && isLiteral()) {
      learn(new InetAddress[] {literal()});
    }
    return turn < known.length ? known[turn] : null;
  }

  void learn(InetAddress[] addresses) {
    known = addresses.clone();
    turn = 0;
  }

  /** The address at hand does not lead to the origin: the next one has its turn. */
  void failed() {
    turn = Math.min(turn + 1, known.length);
  }

  private boolean isLiteral() {
    return NetUtil.isValidIpV4Address(origin.nextHost())
        || NetUtil.isValidIpV6Address(origin.nextHost());
  }

  private InetAddress literal() {
    try {
      return InetAddress.getByName(origin.nextHost());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          origin.nextHost() + " is an address of no interface here", e);
    }
  }
}
