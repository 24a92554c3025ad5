package fleetpoll.watch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** Lists this machine's listening TCP sockets, over IPv4 and IPv6. */
record LocalListeners(InternetProtocolStats network) implements Supplier<List<Listener>> {

  @Override
  public List<Listener> get() {
    return network.getConnections().stream()
        .filter(connection -> connection.getState() == TcpState.LISTEN)
        .flatMap(LocalListeners::listener)
        .toList();
  }

  private static Stream<Listener> listener(IPConnection connection) {
    try {
      InetAddress address = InetAddress.getByAddress(connection.getLocalAddress());
      return Stream.of(
          new Listener(address, connection.getLocalPort(), connection.getowningProcessId()));
    } catch (UnknownHostException noAddress) {
      return Stream.empty();
    }
  }
}
