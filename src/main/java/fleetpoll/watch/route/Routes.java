package fleetpoll.watch.route;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * This machine's routes, of Linux's main tables for IPv4 and IPv6.
 *
 * @param all in the system's order
 */
record Routes(List<Route> all) {

  /**
   * A way to some addresses.
   *
   * @param prefix how many leading bits of an address must be those of {@code to}
   * @param isDirect whether the addresses are reached without a gateway
   * @param link the network interface
   */
  record Route(byte[] to, int prefix, boolean isDirect, String link) {

    boolean covers(byte[] address) {
      int rest = to.length * Byte.SIZE - prefix;
      return address.length == to.length
          && new BigInteger(1, address)
              .shiftRight(rest)
              .equals(new BigInteger(1, to).shiftRight(rest));
    }

    boolean isOfOneAddress() {
      return prefix == to.length * Byte.SIZE;
    }
  }

  private static final HexFormat HEX = HexFormat.of();

  /** The routes in the files under {@code root}; none on systems without them. */
  static Routes under(Path root) {
    List<Route> routes = new ArrayList<>();
    for (String[] words : lines(root.resolve("proc/net/route"))) {
      if (words.length > 7 && words[1].length() == 8 && !words[0].equals("Iface")) {
        int prefix = Integer.bitCount((int) Long.parseLong(words[7], 16));
        routes.add(new Route(ofIpv4(words[1]), prefix, isZero(words[2]), words[0]));
      }
    }
    for (String[] words : lines(root.resolve("proc/net/ipv6_route"))) {
      if (words.length > 9) {
        int prefix = Integer.parseInt(words[1], 16);
        routes.add(new Route(HEX.parseHex(words[0]), prefix, isZero(words[4]), words[9]));
      }
    }
    return new Routes(List.copyOf(routes));
  }

  /** The kernel writes the four bytes as one number, in the machine's order. */
  private static byte[] ofIpv4(String number) {
    byte[] bytes = HEX.parseHex(number);
    return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
        ? bytes
        : new byte[] {bytes[3], bytes[2], bytes[1], bytes[0]};
  }

  private static boolean isZero(String hex) {
    return hex.chars().allMatch(digit -> digit == '0');
  }

  private static List<String[]> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(line -> line.trim().split("\\s+")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The route that a packet to this address takes. */
  Optional<Route> to(InetAddress address) {
    byte[] bytes = address.getAddress();
    return all.stream()
        .filter(route -> route.covers(bytes))
        .max(Comparator.comparingInt(Route::prefix));
  }
}
