package fleetpoll.report;

import fleetpoll.run.Decimals;
import fleetpoll.run.DeviceTimelineRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Collects the rows of {@code device-timeline.csv}, one by one, for the device map. */
final class DeviceTimes {

  /** Many more than a run writes: a run has not written a file with more. */
  private static final int MOST_BINS = 10_000;

  /** So many widths from one start to the next: no bin is missing between. */
  private static final double LESS_THAN_TWO = 1.5;

  private final Map<String, Integer> devices = new HashMap<>();
  private final List<String> endpoints;
  private final Double binS;
  private final NavigableMap<Double, List<Bin>> byStart = new TreeMap<>();
  private String foreign;

  /** One endpoint of all devices in one bin of time. */
  static final class Bin {
    final float[] slowestMs;
    final int[] planned;
    final int[] ko;
    final int[] missed;

    Bin(int devices) {
      slowestMs = new float[devices];
      planned = new int[devices];
      ko = new int[devices];
      missed = new int[devices];
    }
  }

  /**
   * @param binS width of the bins; null if an earlier Fleetpoll did not store it, and the rows must
   *     tell it
   */
  DeviceTimes(List<String> devices, List<String> endpoints, Double binS) {
    this.binS = binS;
    devices.forEach(id -> this.devices.put(id, this.devices.size()));
    this.endpoints = endpoints;
  }

  /** Adds a row. Ignores rows of devices that the run does not have: the page cannot show them. */
  void add(DeviceTimelineRow row) {
    Integer device = devices.get(row.device());
    int endpoint = endpoints.indexOf(row.endpoint());
    if (endpoint < 0) {
      foreign = row.endpoint();
    } else if (device != null) {
      Bin bin = byStart.computeIfAbsent(row.tS(), start -> bins()).get(endpoint);
      bin.slowestMs[device] = row.serviceMaxMs() == null ? 0 : row.serviceMaxMs().floatValue();
      bin.planned[device] = Math.toIntExact(row.planned());
      bin.ko[device] = Math.toIntExact(row.ko());
      bin.missed[device] = Math.toIntExact(row.missed());
    }
  }

  private List<Bin> bins() {
    return endpoints.stream().map(endpoint -> new Bin(devices.size())).toList();
  }

  /**
   * The map of all rows added.
   *
   * @throws IOException if a row named an endpoint that the run does not have, or no bin; its
   *     message does not name the file
   */
  MapData data() throws IOException {
    if (foreign != null) {
      throw new IOException("it names endpoint " + foreign + ", and run.json does not");
    }
    double widthS = binS == null ? likelyWidthS() : binS;
    if (!(widthS > 0)
        || !byStart.isEmpty()
            && (byStart.firstKey() < 0 || byStart.lastKey() / widthS > MOST_BINS)) {
      throw new IOException("its bins are no bins");
    }
    List<List<Bin>> bins = new ArrayList<>();
    byStart.forEach(
        (start, some) -> {
          while (bins.size() < Math.round(start / widthS)) {
            bins.add(bins());
          }
          bins.add(some);
        });
    List<MapData.Layer> layers = new ArrayList<>();
    for (int e = 0; e < endpoints.size(); e++) {
      int endpoint = e;
      layers.add(MapLayer.of(devices.size(), bins.stream().map(b -> b.get(endpoint)).toList()));
    }
    return new MapData(bins.size(), Decimals.thousandths(widthS), layers);
  }

  /**
   * The bins' width, if each has a row: the mean of the distances between bins that follow each
   * other, which none of them is exactly, because starts are stored to the millisecond; then made
   * exact by the last start. A single bin has the width 1.
   */
  private double likelyWidthS() {
    if (byStart.isEmpty() || byStart.lastKey() == 0) {
      return 1;
    }
    double least = distances().min().orElseThrow();
    double mean = distances().filter(each -> each < LESS_THAN_TWO * least).average().orElseThrow();
    return byStart.lastKey() / Math.round(byStart.lastKey() / mean);
  }

  /** Between each start and the one before, the first being 0. */
  private DoubleStream distances() {
    double[] starts =
        DoubleStream.concat(
                DoubleStream.of(0),
                byStart.keySet().stream().mapToDouble(start -> start).filter(start -> start > 0))
            .toArray();
    return IntStream.range(1, starts.length).mapToDouble(i -> starts[i] - starts[i - 1]);
  }
}
