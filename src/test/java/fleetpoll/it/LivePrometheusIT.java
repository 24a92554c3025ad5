package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that Prometheus scrapes. */
class LivePrometheusIT {

  private static final String FAULTS =
      "embedded.faults=device-0007=error:1/2,device-0008=latency:400ms";
  private static final String[] SMALL = {
    "devices=20", "duration=4s", "interval=250", "warm-up=1s", FAULTS
  };
  private static final long STEP_NANOS = 50_000_000;

  @TempDir Path folder;

  @Test
  void theLastScrapeIsTheRecord() throws Exception {
    Metrics.assumeParser();
    int port = FreePort.find();
    try (GatlingProcess gatling = start("live.port=" + port, "live.devices=true")) {
      Metrics last = Metrics.parse(lastScrape(gatling, port));

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      RunFolder run = gatling.runFolder();
      new Ledger(run).balances();
      for (EndpointTotals total : run.run().endpoints()) {
        assertTotals(last, total);
      }
      for (DeviceRow row : run.devices()) {
        assertDevice(last, row);
      }
      // Whether the slow device's B is among them depends on which of its ticks it can take.
      assertThat(last.sum("fleetpoll_service_seconds_bucket", "le", "0.25"))
          .isLessThan(last.sum("fleetpoll_service_seconds_count"));
      assertThat(last.sum("fleetpoll_devices")).isEqualTo(20);
      assertThat(last.sum("fleetpoll_missed_polls_total")).isPositive();
      assertThat(last.sum("fleetpoll_poll_failures_total", "reason", "status 503")).isPositive();
      assertThat(last.values("fleetpoll_run_info", "run"))
          .containsExactly(run.path().getFileName().toString());
      assertThat(Metrics.scrape(port)).isEmpty();
    }
  }

  /** From before the first request on, which is when the plan is printed, to the end. */
  private static String lastScrape(GatlingProcess gatling, int port) throws Exception {
    String last = "";
    double polls = 0;
    while (gatling.isAlive()) {
      last = Metrics.scrape(port).orElse(last);
      double now = sumOf(last, "fleetpoll_polls_total\\{.*outcome=\"ok\".*}");
      assertThat(now).isGreaterThanOrEqualTo(polls);
      assertThat(sumOf(last, "fleetpoll_service_seconds_count\\{.*}")).isEqualTo(now);
      polls = now;
      LockSupport.parkNanos(STEP_NANOS);
    }
    return last;
  }

  /** Of every scrape, and so without another process. */
  private static double sumOf(String scrape, String series) {
    return Pattern.compile("(?m)^" + series + " (\\S+)$")
        .matcher(scrape)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  private static void assertTotals(Metrics last, EndpointTotals total) {
    String name = total.name();
    assertThat(last.sum("fleetpoll_planned_polls", "endpoint", name)).isEqualTo(total.planned());
    assertThat(last.sum("fleetpoll_polls_total", "endpoint", name, "outcome", "ok"))
        .isEqualTo(total.ok());
    assertThat(last.sum("fleetpoll_polls_total", "endpoint", name, "outcome", "ko"))
        .isEqualTo(total.ko());
    assertThat(last.sum("fleetpoll_missed_polls_total", "endpoint", name))
        .isEqualTo(total.missed());
    total
        .koBy()
        .forEach(
            (reason, count) ->
                assertThat(
                        last.sum(
                            "fleetpoll_poll_failures_total", "endpoint", name, "reason", reason))
                    .isEqualTo((double) count));
    total
        .missedBy()
        .forEach(
            (cause, count) ->
                assertThat(
                        last.sum("fleetpoll_missed_polls_total", "endpoint", name, "cause", cause))
                    .isEqualTo((double) count));
    assertThat(last.sum("fleetpoll_service_seconds_count", "endpoint", name)).isEqualTo(total.ok());
    assertThat(last.sum("fleetpoll_service_seconds_bucket", "endpoint", name, "le", "30.0"))
        .isEqualTo(total.ok());
    assertThat(last.sum("fleetpoll_service_seconds_bucket", "endpoint", name, "le", "0.25"))
        .isPositive();
    assertThat(last.sum("fleetpoll_service_seconds_sum", "endpoint", name))
        .isCloseTo(
            last.sum("fleetpoll_device_service_seconds_total", "endpoint", name), within(1e-6));
  }

  private static void assertDevice(Metrics last, DeviceRow row) {
    String[] device = {"endpoint", row.endpoint(), "device", row.device()};
    String[] ok = {"endpoint", row.endpoint(), "device", row.device(), "outcome", "ok"};
    String[] ko = {"endpoint", row.endpoint(), "device", row.device(), "outcome", "ko"};
    assertThat(last.sum("fleetpoll_device_polls_total", ok)).isEqualTo(row.ok());
    assertThat(last.sum("fleetpoll_device_polls_total", ko)).isEqualTo(row.ko());
    assertThat(last.sum("fleetpoll_device_missed_polls_total", device)).isEqualTo(row.missed());
    double meanMillis = row.serviceMeanMs() == null ? 0 : row.serviceMeanMs();
    assertThat(last.sum("fleetpoll_device_service_seconds_total", device))
        .isCloseTo(row.ok() * meanMillis / 1_000, within(1e-6 * (row.ok() + 1)));
  }

  @Test
  void aPortThatIsTakenIsSaidBeforeAnythingStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        GatlingProcess gatling = start("live.port=" + taken.getLocalPort())) {
      assertThat(gatling.exitCode()).isEqualTo(64);
      assertThat(gatling.output())
          .contains(
              "Fleetpoll cannot start:\n  live.port: 127.0.0.1:"
                  + taken.getLocalPort()
                  + " cannot be listened on: Address already in use")
          .doesNotContain("\tat ");
      assertThat(gatling.findRunFolder()).isEmpty();
    }
  }

  @Test
  void unlessAskedToNobodyListensAndNothingRuns() throws Exception {
    try (GatlingProcess gatling = start()) {
      gatling.awaitPolls();

      assertThat(listeners(gatling.pid())).isEmpty();
      assertThat(threads(gatling.pid()))
          .isNotEmpty()
          .noneMatch(name -> name.startsWith("live") || name.startsWith("prometheus"))
          .doesNotContain("HTTP-Dispatcher");
    }
  }

  @Test
  void theRunsOfAComparisonAreReadInTurn() throws Exception {
    Metrics.assumeParser();
    int port = FreePort.find();
    Set<String> runs = new LinkedHashSet<>();
    try (GatlingProcess gatling =
        start("live.port=" + port, "duration=2s", "compare.rounds=2", "compare.cool-down=0s")) {
      while (gatling.isAlive()) {
        Optional<String> text = Metrics.scrape(port).filter(t -> t.contains("fleetpoll_run_info"));
        if (text.isPresent()) {
          runs.addAll(Metrics.parse(text.get()).values("fleetpoll_run_info", "run"));
        }
        LockSupport.parkNanos(STEP_NANOS);
      }

      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      try (Stream<Path> folders = Files.list(gatling.results())) {
        assertThat(folders.map(each -> each.getFileName().toString()))
            .filteredOn(name -> name.startsWith("devicepoll"))
            .hasSize(2)
            .containsExactlyInAnyOrderElementsOf(runs);
      }
    }
  }

  private static List<String> threads(long pid) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
      return tasks.map(task -> read(task.resolve("comm")).strip()).toList();
    }
  }

  /** The sockets of a process that take connections, as the kernel lists them. */
  private static List<String> listeners(long pid) throws IOException {
    Set<String> inodes;
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      inodes =
          files
              .map(LivePrometheusIT::link)
              .filter(name -> name.startsWith("socket:["))
              .map(name -> name.substring(8, name.length() - 1))
              .collect(Collectors.toSet());
    }
    Pattern columns = Pattern.compile("\\s+");
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> read(Path.of("/proc/" + pid + "/net/" + table)).lines())
        .map(line -> columns.split(line.strip()))
        .filter(line -> line[3].equals("0A") && inodes.contains(line[9]))
        .map(line -> line[1])
        .toList();
  }

  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException endedMeanwhile) {
      return "";
    }
  }

  private GatlingProcess start(String... properties) throws IOException {
    return GatlingProcess.start(
        folder, Stream.concat(Stream.of(SMALL), Stream.of(properties)).toArray(String[]::new));
  }
}
