package fleetpoll.shard;

import fleetpoll.run.Connections.Handshakes;
import fleetpoll.run.HistogramLog;
import fleetpoll.run.Logins;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adds up what belongs to no endpoint: logins and TLS handshakes.
 *
 * @param sums have all histograms
 */
record Shared(Shards shards, HistogramSums sums) {

  /** Null if no device logs in. */
  Logins logins() {
    List<Logins> parts =
        shards.runs().stream().map(shard -> shard.run().logins()).filter(Objects::nonNull).toList();
    if (parts.isEmpty()) {
      return null;
    }
    Times service = new Times();
    Map<String, Long> koBy = new TreeMap<>();
    for (Logins part : parts) {
      service.add(part.service(), part.ok());
      part.koBy().forEach((reason, count) -> koBy.merge(reason, count, Long::sum));
    }
    return new Logins(
        parts.stream().mapToLong(Logins::sent).sum(),
        parts.stream().mapToLong(Logins::ok).sum(),
        parts.stream().mapToLong(Logins::ko).sum(),
        koBy,
        service.of(sums.shared(HistogramLog.LOGIN)),
        failed(parts));
  }

  /** Those who failed the most in the fleet are among those of their shard. */
  private static List<Logins.Device> failed(List<Logins> parts) {
    return parts.stream()
        .flatMap(part -> part.failed().stream())
        .sorted(Comparator.comparingLong(Logins.Device::ko).reversed())
        .limit(Logins.MOST_FAILED)
        .toList();
  }

  /** Null if there were none. */
  Handshakes handshakes() {
    Times window = new Times();
    Times warmUp = new Times();
    long count = 0;
    long warmUpCount = 0;
    for (ShardRun shard : shards.runs()) {
      Handshakes part = shard.run().tlsHandshakes();
      if (part != null) {
        window.add(part.time(), part.count());
        warmUp.add(part.warmUpTime(), part.warmUpCount());
        count += part.count();
        warmUpCount += part.warmUpCount();
      }
    }
    return count + warmUpCount == 0
        ? null
        : new Handshakes(
            count,
            window.of(sums.shared(HistogramLog.TLS)),
            warmUpCount,
            warmUp.of(sums.shared(HistogramLog.WARM_UP_TLS)));
  }
}
