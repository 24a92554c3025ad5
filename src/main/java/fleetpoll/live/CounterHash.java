package fleetpoll.live;

import java.time.Duration;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.args.Rawable;
import redis.clients.jedis.args.RawableFactory;

/**
 * A hash of counters in Redis, and what was last written there. The feed compares thousands of them
 * every second, so key and names of fields are encoded once. Not safe for concurrent use.
 */
final class CounterHash {

  private static final Rawable OK = RawableFactory.from("ok");
  private static final Rawable KO = RawableFactory.from("ko");
  private static final Rawable COUNT = RawableFactory.from("count");
  private static final Rawable TIME_MS_SUM = RawableFactory.from("time_ms_sum");

  private static final long UNWRITTEN = -1;

  private final Rawable key;
  private long ok;
  private long ko;
  private long serviceSumMicros;

  CounterHash(String key) {
    this.key = RawableFactory.from(key);
    forget();
  }

  /** Forgets what was last written: Redis may hold anything. */
  void forget() {
    ok = UNWRITTEN;
    ko = UNWRITTEN;
    serviceSumMicros = UNWRITTEN;
  }

  /** The command that makes the hash expire after some time. */
  CommandArguments expiry(Duration after) {
    return new CommandArguments(Protocol.Command.EXPIRE).add(key).add(after.toSeconds());
  }

  /** Adds the command that writes the changed fields, if any have changed. */
  void addChange(long newOk, long newKo, long newServiceSumMicros, List<CommandArguments> changes) {
    boolean sameCounts = newOk == ok && newKo == ko;
    if (sameCounts && newServiceSumMicros == serviceSumMicros) {
      return;
    }
    CommandArguments change = new CommandArguments(Protocol.Command.HSET).add(key);
    if (newOk != ok) {
      change.add(OK).add(newOk);
    }
    if (newKo != ko) {
      change.add(KO).add(newKo);
    }
    if (!sameCounts) {
      change.add(COUNT).add(newOk + newKo);
    }
    if (newServiceSumMicros != serviceSumMicros) {
      change.add(TIME_MS_SUM).add(millis(newServiceSumMicros));
    }
    ok = newOk;
    ko = newKo;
    serviceSumMicros = newServiceSumMicros;
    changes.add(change);
  }

  /** Milliseconds with three decimals; the library's decimal numbers take several times as long. */
  private static String millis(long micros) {
    String fraction = Long.toString(1_000 + micros % 1_000).substring(1);
    return Long.toString(micros / 1_000).concat(".").concat(fraction);
  }
}
