package fleetpoll.live;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A hash of counters in Redis, and what was last written there. Thousands of them are looked at
 * every second: key and names of fields are encoded once. Not safe for concurrent use.
 */
final class CounterHash {

  private static final byte[] OK = bytes("ok");
  private static final byte[] KO = bytes("ko");
  private static final byte[] COUNT = bytes("count");
  private static final byte[] TIME_MS_SUM = bytes("time_ms_sum");

  private static final long UNWRITTEN = -1;
  private static final int MICRO_DIGITS = 3;

  private final byte[] key;
  private long ok;
  private long ko;
  private long serviceSumMicros;

  CounterHash(String key) {
    this.key = bytes(key);
    forget();
  }

  byte[] key() {
    return key;
  }

  /** Nothing is known of what Redis holds. */
  void forget() {
    ok = UNWRITTEN;
    ko = UNWRITTEN;
    serviceSumMicros = UNWRITTEN;
  }

  /** The key with the fields that are no longer what was last written; empty where all are. */
  List<byte[]> changes(long newOk, long newKo, long newServiceSumMicros) {
    if (newOk == ok && newKo == ko && newServiceSumMicros == serviceSumMicros) {
      return List.of();
    }
    List<byte[]> changes = new ArrayList<>(9);
    changes.add(key);
    if (newOk != ok) {
      add(changes, OK, Long.toString(newOk));
    }
    if (newKo != ko) {
      add(changes, KO, Long.toString(newKo));
    }
    if (newOk != ok || newKo != ko) {
      add(changes, COUNT, Long.toString(newOk + newKo));
    }
    if (newServiceSumMicros != serviceSumMicros) {
      BigDecimal millis = BigDecimal.valueOf(newServiceSumMicros, MICRO_DIGITS);
      add(changes, TIME_MS_SUM, millis.toPlainString());
    }
    ok = newOk;
    ko = newKo;
    serviceSumMicros = newServiceSumMicros;
    return changes;
  }

  private static void add(List<byte[]> changes, byte[] field, String value) {
    changes.add(field);
    changes.add(bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
