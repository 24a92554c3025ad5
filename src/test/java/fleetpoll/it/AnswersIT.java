package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.abort;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.RunFolder;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.TargetServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which answers are a success: by their content, and as long as nothing has changed. */
class AnswersIT {

  private static final Path NGINX = Path.of("user-files/targets/nginx/nginx.conf");

  @TempDir Path folder;

  private String profile(String hocon) throws Exception {
    return "profile=" + Files.writeString(folder.resolve("p.conf"), hocon);
  }

  /** The commonest API: 200, whatever happened; the code in the body says what did. */
  @Test
  void anErrorInTheBodyOfAnAnswer200IsAFailure() throws Exception {
    try (HostileServer server = HostileServer.start(AnswersIT::answer200);
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "target=" + server.uri(),
                profile(
                    "endpoints = [{ name = State, path = /state, check { json { \"$.code\" = 0 } }"
                        + " }], mix = none"),
                "devices=3",
                "interval=100",
                "duration=1s",
                "warm-up=0s")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      RunFolder run =
          new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output()).folder();
      assertThat(run.run().endpoints().get(0).koBy()).containsOnlyKeys("content");
      assertThat(run.devices())
          .allMatch(row -> row.ok() == (row.device().equals("device-0002") ? 0 : row.sent()));
      assertThat(run.errors())
          .extracting(ErrorRow::device, ErrorRow::reason, ErrorRow::message)
          .containsExactly(tuple("device-0002", "content", "$.code is 50001, not 0"));
      assertThat(Files.readString(run.devicesPage())).contains("$.code is 50001, not 0");
      assertThat(gatling.output()).contains("content", "$.code is 50001, not 0");
    }
  }

  private static byte[] answer200(HostileServer.Asked asked) {
    String body = "{\"code\": " + (asked.device().equals("device-0002") ? 50001 : 0) + "}";
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void nginxSendsAFileOnceToEachDevice() throws Exception {
    Path log = folder.resolve("access.log");
    Path conf =
        Files.writeString(
            folder.resolve("nginx.conf"),
            Files.readString(NGINX)
                .replace(
                    "access_log off;",
                    "log_format it '$http_x_device $http_x_fleetpoll_warm_up $status';\n"
                        + "  access_log "
                        + log
                        + " it;"));
    Files.copy(NGINX.resolveSibling("start"), folder.resolve("start"));
    try (GatlingProcess gatling =
        GatlingProcess.start(
            folder,
            "target=nginx",
            profile(
                """
                targets.nginx { folder = "%s", command = [sh, "%s/start", "#{port}", "%s"] }
                mix = none
                endpoints = [
                  { name = Config, path = /hello, query { page = "1" }, bytes = 100, conditional = true }
                ]
                """
                    .formatted(conf.getParent(), folder, folder)),
            "devices=4",
            "interval=100",
            "duration=2s",
            "warm-up=0s",
            "slo.success=100%")) {
      int exitCode = gatling.exitCode();
      if (gatling.output().contains("is not installed") && !"true".equals(System.getenv("CI"))) {
        abort(gatling.toString());
      }
      assertThat(exitCode).as(gatling.toString()).isZero();

      RunFolder run =
          new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output()).folder();
      Map<String, List<String>> statuses =
          Files.readAllLines(log).stream()
              .map(line -> line.split(" "))
              .collect(
                  Collectors.groupingBy(
                      fields -> fields[0],
                      Collectors.mapping(fields -> fields[2], Collectors.toList())));
      statuses.remove("-");
      assertThat(run.devices())
          .hasSize(4)
          .allSatisfy(
              row -> {
                List<String> expected =
                    new ArrayList<>(Collections.nCopies(Math.toIntExact(row.sent()), "304"));
                expected.set(0, "200");
                assertThat(statuses.get(row.device())).isEqualTo(expected);
              })
          .allMatch(row -> row.ok() == row.sent() && row.sent() > 1)
          .extracting(DeviceRow::bytes)
          .containsOnly(100L);
    }
  }

  /** The profile as it is, but not so long. */
  @Test
  void configPollPollsTheEmbeddedTarget() throws Exception {
    try (TargetServer target = TargetServer.start(0, 1, Behavior.PLAIN);
        GatlingProcess gatling =
            GatlingProcess.start(
                folder,
                "target=" + target.uri(),
                "profile=config-poll",
                "devices=5",
                "interval=100",
                "duration=2s",
                "warm-up=200ms",
                "slo.success=100%")) {
      assertThat(gatling.exitCode()).as(gatling.toString()).isZero();

      RunFolder run =
          new Ledger(gatling.runFolder()).balances().equalsGatling(gatling.output()).folder();
      Map<String, EndpointTotals> totals =
          run.run().endpoints().stream()
              .collect(Collectors.toMap(EndpointTotals::name, Function.identity()));
      assertThat(totals.get("Config").planned()).isEqualTo(5 * 20L);
      assertThat(totals.get("State").planned()).isEqualTo(5 * 2L);
      assertThat(Counts.of(target.uri()).measured().faultsByKind())
          .containsEntry("not-modified", totals.get("Config").sent() - 5);
      assertThat(totals.get("Config").bytes()).isEqualTo(5L * "{\"interval\": 30}".length());
    }
  }
}
