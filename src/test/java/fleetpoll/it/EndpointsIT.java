package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.Check;
import fleetpoll.run.DeviceRow;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.TimelineRow;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device with several schedules is data: every file and the page follow the endpoints' names. */
class EndpointsIT {

  private static final String FIVE =
      """
      mix = none
      endpoints = [
        { name = Status, path = /hello, query { page = "1" }, bytes = 100 }
        { name = Report, method = POST, path = /report, status = 204, every = 2 }
        { name = Firmware, path = /hello, query { page = "200" }, bytes = 204800, every = 8 }
        { name = Clock, path = /health, share = 1/4 }
        { name = Moved, path = /moved, status = 302, share = 3/8 }
      ]
      """;

  @TempDir Path folder;

  @Test
  void oneEndpoint() throws Exception {
    RunFolder run =
        run(
            "endpoints = [{ name = Only, path = /hello, query { page = \"1\" } }]",
            "slo.only.p99=10s",
            Map.of("Only", "/hello?page=1"));

    assertThat(planned(run)).containsExactly(320L);
    assertFollows(run, List.of("Only"), "slo.only.p99");
  }

  @Test
  void fiveEndpoints() throws Exception {
    RunFolder run =
        run(
            FIVE,
            "slo.firmware.p99=10s",
            Map.of(
                "Status", "/hello?page=1",
                "Report", "/report",
                "Firmware", "/hello?page=200",
                "Moved", "/moved"));

    assertThat(planned(run)).containsExactly(320L, 160L, 40L, 80L, 120L);
    assertFollows(
        run, List.of("Status", "Report", "Firmware", "Clock", "Moved"), "slo.firmware.p99");
  }

  /**
   * 20 devices for 4 s; the ledger is exact and the target counts the same.
   *
   * @param paths by endpoint, as the target counts them
   */
  private RunFolder run(String hocon, String level, Map<String, String> paths) throws Exception {
    Path profile = Files.writeString(folder.resolve("fleet-under-test.conf"), hocon);
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "target=" + target.uri(),
                "profile=" + profile,
                "devices=20",
                "interval=250",
                "duration=4s",
                "warm-up=1s",
                level)) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();
      RunFolder run = gatling.runFolder();
      new Ledger(run).balances().equalsGatling(gatling.output());
      Map<String, Long> received = Counts.of(target.uri()).measured().requestsByPath();
      assertThat(received).hasSameSizeAs(paths);
      assertThat(run.run().endpoints())
          .filteredOn(endpoint -> paths.containsKey(endpoint.name()))
          .allSatisfy(e -> assertThat(received).containsEntry(paths.get(e.name()), e.sent()));
      return run;
    }
  }

  private static Stream<Long> planned(RunFolder run) throws Exception {
    return run.run().endpoints().stream().map(EndpointTotals::planned);
  }

  private static void assertFollows(RunFolder folder, List<String> names, String level)
      throws Exception {
    Run run = folder.run();
    assertThat(run.verdict().levels()).extracting(Check::key).containsExactly(level);
    assertThat(folder.devices().stream().limit(names.size()).map(DeviceRow::endpoint))
        .containsExactlyElementsOf(names);
    assertThat(folder.devices()).hasSize(20 * names.size());
    assertThat(endpoints(folder)).isEqualTo(Set.copyOf(names));
    String page = Files.readString(folder.devicesPage());
    assertThat(names)
        .allSatisfy(name -> assertThat(page).contains("<th scope=\"row\">" + name + "</th>"));
  }

  private static Set<String> endpoints(RunFolder folder) throws Exception {
    return folder.timeline().stream().map(TimelineRow::endpoint).collect(Collectors.toSet());
  }
}
