package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.EndpointTotals;
import fleetpoll.server.Behavior;
import fleetpoll.server.Counts;
import fleetpoll.server.Tally;
import fleetpoll.server.TargetServer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that jitter, back off, leave and come back, and live behind a link, all at once. */
class BehaviorIT {

  private static final Pattern TICKS = Pattern.compile("ticks +(\\d+), [\\d.]+ a device in the");
  private static final String SICK = "device-0001";

  @TempDir Path folder;

  @Test
  void theLedgerBalancesWhateverTheDevicesDoByThemselves() throws Exception {
    List<String> faults = List.of(SICK + "=error:1");
    try (TargetServer target = TargetServer.start(0, 1, Behavior.parse(faults));
        GatlingProcess process =
            GatlingProcess.start(
                folder,
                "target=" + target.uri(),
                "devices=5",
                "interval=200",
                "duration=4s",
                "warm-up=0s",
                "mix=2:1",
                "jitter=50ms",
                "retry.first=300ms",
                "retry.most=700ms",
                "duty.on=1s",
                "duty.off=600ms",
                "link.like=wifi",
                "link.latency=5ms")) {
      assertThat(process.exitCode()).as(process.output()).isZero();

      Ledger ledger = new Ledger(process.runFolder()).balances();
      Tally seen = Counts.of(target.uri()).measured();
      assertThat(ledger.requestsByDevice()).isEqualTo(seen.requestsByDevice());
      assertThat(ledger.koBy(SICK)).containsOnlyKeys("status 503");
      assertThat(seen.connectionsByDevice()).allSatisfy((d, n) -> assertThat(n).isBetween(2L, 3L));
      EndpointTotals a = ledger.folder().run().endpoints().get(0);
      assertThat(a.planned()).isEqualTo(plannedTicks(process.output())).isLessThan(5 * 20);
      assertThat(a.missedBy().get("back-off")).isPositive();
      DeviceRow sick = ledger.row(SICK, "A");
      assertThat(sick.missed()).isGreaterThan(2);
      assertThat(ledger.row("device-0002", "A").serviceP50Ms()).isGreaterThan(9);
      assertThat(process.output())
          .contains("jitter          each tick is up to 50 ms later")
          .contains("retry           after a failure a device stays away for 300 ms")
          .contains("duty            each device polls for 1 s and is then away for 600 ms")
          .contains("link            down 30 Mbit/s, up 15 Mbit/s, 5 ms each way");
    }
  }

  private static long plannedTicks(String output) {
    Matcher ticks = TICKS.matcher(output);
    assertThat(ticks.find()).as(output).isTrue();
    return Long.parseLong(ticks.group(1));
  }
}
