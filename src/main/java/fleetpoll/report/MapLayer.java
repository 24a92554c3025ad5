package fleetpoll.report;

import fleetpoll.report.DeviceTimes.Bin;
import fleetpoll.run.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Packs one endpoint of the device map. */
final class MapLayer {

  private MapLayer() {}

  static MapData.Layer of(int devices, List<Bin> bins) {
    float most = 0;
    float least = Float.POSITIVE_INFINITY;
    for (Bin bin : bins) {
      for (float ms : bin.slowestMs) {
        most = Math.max(most, ms);
        least = ms > 0 ? Math.min(least, ms) : least;
      }
    }
    Map<List<Integer>, Integer> plans = new LinkedHashMap<>();
    int[] planOf = IntStream.range(0, devices).map(d -> planOf(plans, bins, d)).toArray();
    return new MapData.Layer(
        Decimals.thousandths(Math.min(least, most)),
        Decimals.thousandths(most),
        levels(devices, bins, least, most),
        pairs(devices, bins, bin -> bin.ko),
        pairs(devices, bins, bin -> bin.missed),
        plans.keySet().stream()
            .map(plan -> plan.stream().mapToInt(Integer::intValue).toArray())
            .toList(),
        planOf);
  }

  private static byte[] levels(int devices, List<Bin> bins, float least, float most) {
    byte[] levels = new byte[devices * bins.size()];
    double range = Math.log(most / least);
    for (int device = 0; device < devices; device++) {
      for (int bin = 0; bin < bins.size(); bin++) {
        float ms = bins.get(bin).slowestMs[device];
        double share = range > 0 ? Math.log(ms / least) / range : 0;
        levels[device * bins.size() + bin] =
            ms > 0 ? (byte) (1 + Math.round((MapData.LEVELS - 1) * share)) : 0;
      }
    }
    return levels;
  }

  private static int[] pairs(int devices, List<Bin> bins, Function<Bin, int[]> counts) {
    IntStream.Builder pairs = IntStream.builder();
    int gap = 0;
    for (int device = 0; device < devices; device++) {
      for (Bin bin : bins) {
        int count = counts.apply(bin)[device];
        if (count > 0) {
          pairs.add(gap).add(count);
        }
        gap = count > 0 ? 0 : gap + 1;
      }
    }
    return pairs.build().toArray();
  }

  private static int planOf(Map<List<Integer>, Integer> plans, List<Bin> bins, int device) {
    List<Integer> plan = new ArrayList<>(bins.size());
    bins.forEach(bin -> plan.add(bin.planned[device]));
    return plans.computeIfAbsent(plan, ignored -> plans.size());
  }
}
