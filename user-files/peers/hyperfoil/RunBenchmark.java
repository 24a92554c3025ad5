import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalBenchmarkData;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.core.parser.BenchmarkParser;
import io.hyperfoil.http.statistics.HttpStats;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs a Hyperfoil benchmark in this JVM, without controller and agents, and prints a line for each
 * metric. Hyperfoil's Maven plugin does the same, but inside Maven, whose CPU would be counted too.
 */
final class RunBenchmark {

  private RunBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path yaml = Path.of(args[0]);
    Map<String, StatisticsSnapshot> metrics = new TreeMap<>();
    try (InputStream text = Files.newInputStream(yaml)) {
      Benchmark benchmark =
          BenchmarkParser.instance().buildBenchmark(text, new LocalBenchmarkData(yaml), Map.of());
      new LocalSimulationRunner(
              benchmark,
              (phase, stepId, metric, snapshot, ignored) ->
                  metrics.computeIfAbsent(metric, key -> new StatisticsSnapshot()).add(snapshot),
              null,
              null)
          .run();
    }
    metrics.forEach(RunBenchmark::print);
    System.exit(0);
  }

  private static void print(String metric, StatisticsSnapshot found) {
    HttpStats http = HttpStats.get(found);
    System.out.printf(
        "%s: requests=%d responses=%d 2xx=%d errors=%d cached=%d p50=%.3fms p99=%.3fms%n",
        metric,
        found.requestCount,
        found.responseCount,
        http.status_2xx,
        found.errors(),
        http.cacheHits,
        found.histogram.getValueAtPercentile(50) / 1e6,
        found.histogram.getValueAtPercentile(99) / 1e6);
  }
}
