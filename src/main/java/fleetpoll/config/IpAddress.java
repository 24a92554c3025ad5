package fleetpoll.config;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Reads an IPv4 or IPv6 address, and refuses names, which would have to be looked up. */
public final class IpAddress {

  /** Without an IPv6 address's brackets and zone. */
  private static final String FORM = "[0-9A-Fa-f:.]+";

  private IpAddress() {}

  /**
   * The address.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static InetAddress of(String text) {
    try {
      if (isAddress(text)) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      throw notAllowed();
    }
    throw notAllowed();
  }

  private static boolean isAddress(String text) {
    return text.matches(FORM)
        && (NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text));
  }

  private static IllegalArgumentException notAllowed() {
    return new IllegalArgumentException("must be an IP address, such as 127.0.0.2 or ::1");
  }
}
