package fleetpoll.shard;

import fleetpoll.run.Decimals;
import fleetpoll.run.RunFolder;
import fleetpoll.run.SampleRow;
import fleetpoll.run.TimelineRow;
import fleetpoll.run.whole.StoredFile;
import fleetpoll.watch.Source;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * Merges the files that have rows over time, on the time axis of the shard that started first.
 *
 * @param shards whose rows they are
 * @param to the folder of the merged run
 */
record TimeFiles(Shards shards, RunFolder to) {

  /**
   * {@code timeline.csv}: each endpoint of the whole fleet second by second. The shards did not
   * store a second's distribution, so its percentiles are those of the shard in which they are the
   * worst: the fleet's are not greater.
   */
  StoredFile timeline() throws IOException {
    long[] shift = DoubleStream.of(shards.shiftsS()).mapToLong(Math::round).toArray();
    try (OpenRows<TimelineRow> open =
        OpenRows.of(shards, RunFolder.TIMELINE, RunFolder::timelineFile)) {
      StoredFile stored =
          to.timelineFile()
              .write(
                  file -> {
                    for (Long at = next(open, shift); at != null; at = next(open, shift)) {
                      for (TimelineRow row : second(open, shift, at).values()) {
                        file.add(row);
                      }
                    }
                  });
      open.requireEnd();
      return stored;
    }
  }

  private static Long next(OpenRows<TimelineRow> open, long[] shift) throws IOException {
    Long next = null;
    for (int shard = 0; shard < open.size(); shard++) {
      TimelineRow row = open.peek(shard);
      if (row != null && (next == null || row.tS() + shift[shard] < next)) {
        next = row.tS() + shift[shard];
      }
    }
    return next;
  }

  private static Map<String, TimelineRow> second(OpenRows<TimelineRow> open, long[] shift, long at)
      throws IOException {
    Map<String, TimelineRow> byEndpoint = new LinkedHashMap<>();
    for (int shard = 0; shard < open.size(); shard++) {
      while (open.peek(shard) != null && open.peek(shard).tS() + shift[shard] == at) {
        TimelineRow row = open.take(shard);
        byEndpoint.merge(row.endpoint(), row.at(at), TimelineRow::plus);
      }
    }
    return byEndpoint;
  }

  /**
   * {@code samples.csv}: the generators and their machines get the number of their shard; the
   * server is in it once.
   *
   * @param server the place of the shard whose figures of the server are taken; empty if none has
   *     any
   */
  StoredFile samples(OptionalInt server) throws IOException {
    double[] shiftsS = shards.shiftsS();
    try (OpenRows<SampleRow> open =
        OpenRows.of(shards, RunFolder.SAMPLES, RunFolder::samplesFile)) {
      StoredFile stored =
          to.samplesFile()
              .write(
                  file -> {
                    for (int shard = next(open, shiftsS); shard >= 0; shard = next(open, shiftsS)) {
                      SampleRow row = open.take(shard);
                      boolean isOfServer = row.source().equals(Source.TARGET.toString());
                      if (!isOfServer || server.equals(OptionalInt.of(shard))) {
                        double atS = Decimals.thousandths(row.tS() + shiftsS[shard]);
                        file.add(row.of(atS, isOfServer ? row.source() : numbered(row, shard)));
                      }
                    }
                  });
      open.requireEnd();
      return stored;
    }
  }

  /** The place of the shard whose next row is the earliest; -1 if there is none. */
  private static int next(OpenRows<SampleRow> open, double[] shiftsS) throws IOException {
    int next = -1;
    double earliest = Double.POSITIVE_INFINITY;
    for (int shard = 0; shard < open.size(); shard++) {
      SampleRow row = open.peek(shard);
      double at = row == null ? earliest : row.tS() + shiftsS[shard];
      if (at < earliest) {
        earliest = at;
        next = shard;
      }
    }
    return next;
  }

  private String numbered(SampleRow row, int shard) {
    return "%s-%s".formatted(row.source(), shards.runs().get(shard).index() + 1);
  }
}
