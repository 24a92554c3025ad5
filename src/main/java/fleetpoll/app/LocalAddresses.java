package fleetpoll.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** Whether devices can connect from the addresses that the settings name. */
final class LocalAddresses {

  private LocalAddresses() {}

  /** A sentence about each that is not this machine's. */
  static List<String> obstacles(List<InetAddress> addresses) {
    return addresses.stream()
        .filter(address -> !isOwn(address))
        .map(
            address ->
                "local-addresses: %s is no address of this machine"
                    .formatted(address.getHostAddress()))
        .toList();
  }

  /** All of 127.0.0.0/8 is, though no network interface lists it: only binding tells. */
  private static boolean isOwn(InetAddress address) {
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
