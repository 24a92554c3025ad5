package fleetpoll.judge;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Figure;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.Latency;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Run;
import fleetpoll.settings.ServiceLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorstDeviceTest {

  private static final DeviceCounts GOOD = new DeviceCounts("device-0001", 120, 120, 120, 0);
  private static final DeviceCounts FAILING = new DeviceCounts("device-0002", 120, 119, 118, 0);
  private static final DeviceCounts SLOW = new DeviceCounts("device-0003", 120, 80, 80, 0);
  private static final DeviceCounts SILENT = new DeviceCounts("device-0004", 120, 0, 0, 0);

  @Test
  void theWorstByItsOwnShareDecides() {
    Check success = success(99, GOOD, FAILING, SLOW);
    Check missed = missed(1, GOOD, FAILING, SLOW);

    assertThat(success.status()).isEqualTo(Status.PASS);
    assertThat(success.measured()).isEqualTo(100 * 118 / 119.0);
    assertThat(success.text())
        .isEqualTo("share of polls sent that succeeded at the worst device, device-0002");
    assertThat(success(99.5, GOOD, FAILING, SLOW).sentence())
        .isEqualTo(
            "device-0002 succeeded in 99.2 % of 119 polls, and slo.device.success asks for 99.5"
                + " %.");
    assertThat(missed.status()).isEqualTo(Status.FAIL);
    assertThat(missed.sentence())
        .isEqualTo(
            "device-0003 missed 33.3 % of 120 planned polls, and slo.device.missed allows 1 %.");
  }

  @Test
  void aDeviceThatSentNoneOfItsPollsHadNoSuccess() {
    Check success = success(0.1, GOOD, SILENT);

    assertThat(success.status()).isEqualTo(Status.FAIL);
    assertThat(success.measured()).isZero();
    assertThat(success.sentence())
        .isEqualTo(
            "device-0004 sent none of its 120 planned polls, and slo.device.success asks for 0.1"
                + " %.");
  }

  @Test
  void aDeviceWhosePollsTheGeneratorMissedAllIsNotJudgedByItsSuccess() {
    DeviceCounts lost = new DeviceCounts("device-0005", 1, 0, 0, 1);
    DeviceCounts busy = new DeviceCounts("device-0006", 2, 0, 0, 1);

    assertThat(success(99, GOOD, lost).status()).isEqualTo(Status.PASS);
    assertThat(success(99, GOOD, lost).measured()).isEqualTo(100);
    assertThat(success(99, lost).measured()).isNull();
    assertThat(success(99, GOOD, busy).status()).isEqualTo(Status.FAIL);
    assertThat(missed(50, GOOD, lost).measured()).isEqualTo(100);
  }

  @Test
  void withoutDevicesNothingIsMeasured() {
    assertThat(success(99).status()).isEqualTo(Status.FAIL);
    assertThat(success(99).sentence())
        .isEqualTo(
            "The share of polls sent that succeeded at the worst device was not measured,"
                + " and slo.device.success asks for 99 %.");
  }

  @Test
  void theLongestSilenceIsThatOfADevice() {
    assertThat(silence(5_000, 5_000.0).status()).isEqualTo(Status.PASS);
    assertThat(silence(5_000, 5_001.0).sentence())
        .isEqualTo("device-0001 went 5,001 ms without a success, and slo.silence allows 5,000 ms.");
    assertThat(silence(5_000, 5_001.0).text())
        .isEqualTo("longest time that a device went without a success, device-0001");
    assertThat(silence(5_000, null).status()).isEqualTo(Status.FAIL);
  }

  private static Check silence(double limit, Double ms) {
    return check("slo.silence", Figure.SILENCE, limit, ms);
  }

  private static Check success(double limit, DeviceCounts... devices) {
    return check("slo.device.success", Figure.SUCCESS, limit, devices);
  }

  private static Check missed(double limit, DeviceCounts... devices) {
    return check("slo.device.missed", Figure.MISSED, limit, devices);
  }

  private static Check check(String key, Figure figure, double limit, DeviceCounts... devices) {
    return check(key, figure, limit, null, devices);
  }

  private static Check check(
      String key, Figure figure, double limit, Double silenceMs, DeviceCounts... devices) {
    Latency none = new Latency(null, null, null, null, null, null, null, null);
    EndpointTotals a =
        new EndpointTotals(
            "A", 1, 1, 0, 1, 0, 0L, null, silenceMs, 0.0, 0, null, Map.of(), Map.of(), none, none,
            none, null, null, true);
    Run run = ResourceExamples.run(List.of(a), ResourceExamples.RESOURCES, Duration.ZERO);
    return new WorstDevice(new ServiceLevel(key, Optional.empty(), figure, limit, true))
        .check(new Evidence(run, 1, 1, none, List.of(devices)));
  }
}
