package fleetpoll.app;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.IpAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalAddressesTest {

  @Test
  void onlyAddressesOfThisMachineWillDo() {
    // TEST-NET-1 of RFC 5737, which no machine has.
    assertThat(obstacles("127.0.0.2", "192.0.2.1", "127.0.0.3", "0.0.0.0", "224.0.0.1"))
        .containsExactly(
            "local-addresses: 192.0.2.1 is no address of this machine",
            "local-addresses: 0.0.0.0 is no address of this machine",
            "local-addresses: 224.0.0.1 is no address of this machine");
    assertThat(obstacles()).isEmpty();
  }

  private static List<String> obstacles(String... addresses) {
    return LocalAddresses.obstacles(Stream.of(addresses).map(IpAddress::of).toList());
  }
}
