package fleetpoll.watch.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine with a network card, Docker's bridge, a bridge to the outside and other links. */
class ContainerNetworksTest {

  private static final String ROUTES =
      """
      Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
      eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
      eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
      docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
      docker0\t0000630A\t020011AC\t0003\t0\t0\t0\t0000FFFF\t0\t0\t0
      br0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
      cali7\t0500F40A\t00000000\t0005\t0\t0\t0\tFFFFFFFF\t0\t0\t0
      wide7\t0000F50A\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
      wg0\t0500F60A\t00000000\t0005\t0\t0\t0\tFFFFFFFF\t0\t0\t0
      cni1\t0000F70A\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
      """;

  private static final String ROUTES_6 =
      """
      fd000000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001  docker0
      00000000000000000000000000000000 00 00000000000000000000000000000000 00 fd990000000000000000000000000001 00000400 00000003 00000000 00000003     eth0
      """;

  @TempDir Path root;

  @BeforeEach
  void machine() throws IOException {
    write("proc/net/route", ROUTES);
    write("proc/net/ipv6_route", ROUTES_6);
    link("eth0", 2, 2);
    folder("eth0/device");
    link("docker0", 3, 3);
    folder("docker0/bridge");
    folder("docker0/lower_veth1");
    link("veth1", 4, 2);
    link("br0", 5, 5);
    folder("br0/bridge");
    folder("br0/lower_bond0");
    link("bond0", 6, 6);
    folder("bond0/lower_eth1");
    link("eth1", 7, 7);
    folder("eth1/device");
    link("cali7", 8, 2);
    link("wide7", 9, 2);
    link("wg0", 10, 10);
    link("cni1", 11, 11);
    folder("cni1/bridge");
    folder("cni1/lower_vxlan1");
    link("vxlan1", 12, 12);
    write("sys/class/net/vxlan1/uevent", "DEVTYPE=vxlan\nINTERFACE=vxlan1\n");
  }

  private void link(String name, int index, int other) throws IOException {
    write("sys/class/net/" + name + "/ifindex", index + "\n");
    write("sys/class/net/" + name + "/iflink", other + "\n");
    write("sys/class/net/" + name + "/type", "1\n");
    write("sys/class/net/" + name + "/uevent", "INTERFACE=" + name + "\n");
  }

  private void folder(String name) throws IOException {
    Files.createDirectories(root.resolve("sys/class/net").resolve(name));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @ParameterizedTest
  @CsvSource({
    "172.17.0.5, a bridge of containers alone",
    "fd00::5, the same over IPv6",
    "10.244.0.5, a pair with one address behind it"
  })
  void containersOfThisMachine(String address, String why) throws IOException {
    assertThat(ContainerNetworks.under(root).contain(InetAddress.getByName(address)))
        .as(why)
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, the neighbours of a network card",
    "198.51.100.7, the default route",
    "192.168.1.7, a bridge that a card is part of",
    "10.99.0.7, behind a gateway",
    "10.245.0.7, one end of a pair or of a card's double",
    "10.246.0.5, a tunnel",
    "10.247.0.5, a bridge that a tunnel is part of",
    "fd99::7, the default route over IPv6"
  })
  void everythingElse(String address, String why) throws IOException {
    assertThat(ContainerNetworks.under(root).contain(InetAddress.getByName(address)))
        .as(why)
        .isFalse();
  }

  @Test
  void aSystemWithoutTheseFilesHasNoContainers() throws IOException {
    assertThat(
            ContainerNetworks.under(root.resolve("nowhere"))
                .contain(InetAddress.getByName("172.17.0.5")))
        .isFalse();
  }
}
