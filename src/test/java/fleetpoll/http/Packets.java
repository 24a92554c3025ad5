package fleetpoll.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ways in which bytes may arrive. */
final class Packets {

  private Packets() {}

  /** At once, byte by byte, and in two at every place. */
  static List<List<byte[]>> waysToSend(byte[] bytes) {
    List<List<byte[]>> ways = new ArrayList<>();
    ways.add(List.of(bytes));
    List<byte[]> single = new ArrayList<>();
    for (int i = 0; i < bytes.length; i++) {
      single.add(Arrays.copyOfRange(bytes, i, i + 1));
      ways.add(
          List.of(Arrays.copyOfRange(bytes, 0, i), Arrays.copyOfRange(bytes, i, bytes.length)));
    }
    if (!single.isEmpty()) {
      ways.add(single);
    }
    return ways;
  }
}
