package fleetpoll.watch;

import fleetpoll.text.Authority;
import fleetpoll.watch.route.ContainerNetworks;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The address on which a target listens.
 *
 * @param addresses of its host, in the resolver's order; empty if it has none
 */
record TargetAddress(List<InetAddress> addresses, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** The address of an http or https URL, by the resolver. */
  static TargetAddress of(URI url) {
    int standard = url.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
    Authority whom = Authority.of(url).orElseThrow();
    return new TargetAddress(addresses(whom.host()), whom.portOr(standard));
  }

  private static List<InetAddress> addresses(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  /** Whether it is this machine. */
  boolean isLocal() {
    return addresses.stream().anyMatch(TargetAddress::isLocal);
  }

  /** Whether it is one of a container of this machine. */
  boolean isOfContainer() {
    ContainerNetworks networks = ContainerNetworks.ofThisMachine();
    return addresses.stream().anyMatch(networks::contain);
  }

  private static boolean isLocal(InetAddress address) {
    try {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }
}
