package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.DeviceRow;
import fleetpoll.run.DeviceTimelineRow;
import fleetpoll.run.EndpointTotals;
import fleetpoll.run.ErrorRow;
import fleetpoll.run.Event;
import fleetpoll.run.Logins;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.TimelineRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a stored run says, added up in several ways that must agree. */
public record Ledger(RunFolder folder) {

  private static final Pattern GATLING_COUNT =
      Pattern.compile("> request count +\\| +([\\d,]+) \\| +([\\d,-]+) \\| +([\\d,-]+)");

  /** Every file of the folder tells the same, and planned = sent + missed, sent = ok + ko. */
  public Ledger balances() throws IOException {
    rowsAddUp();
    List<DeviceRow> devices = folder.devices();
    assertThat(sum(folder.timeline(), TimelineRow::planned))
        .isEqualTo(sum(devices, DeviceRow::planned));
    assertThat(sum(folder.timeline(), TimelineRow::ok)).isEqualTo(sum(devices, DeviceRow::ok));
    return this;
  }

  /** The files with rows of devices tell the same as the run's totals. */
  Ledger rowsAddUp() throws IOException {
    List<DeviceRow> devices = folder.devices();
    assertThat(devices).allMatch(row -> row.planned() == row.sent() + row.missed());
    assertThat(devices).allMatch(row -> row.sent() == row.ok() + row.ko());
    assertThat(folder.run().endpoints()).allMatch(EndpointTotals::balanced);
    long planned = sum(devices, DeviceRow::planned);
    long ok = sum(devices, DeviceRow::ok);
    long ko = sum(devices, DeviceRow::ko);
    assertThat(sum(folder.run().endpoints(), EndpointTotals::planned)).isEqualTo(planned);
    assertThat(sum(folder.run().endpoints(), EndpointTotals::ok)).isEqualTo(ok);
    assertThat(sum(folder.deviceTimeline(), DeviceTimelineRow::planned)).isEqualTo(planned);
    assertThat(sum(folder.deviceTimeline(), DeviceTimelineRow::ok)).isEqualTo(ok);
    assertThat(sum(folder.errors(), ErrorRow::count)).isEqualTo(ko);
    return this;
  }

  /** What happened, without the stalls that a busy machine may cause to any generator. */
  static List<Event> events(Run run) {
    return run.events().stream().filter(event -> !event.kind().equals("stall")).toList();
  }

  /** Gatling's own totals, as it printed them, are those of the devices and of their logins. */
  Ledger equalsGatling(String output) throws IOException {
    Matcher count = GATLING_COUNT.matcher(output);
    assertThat(count.find()).as("Gatling's totals in: %s", output).isTrue();
    List<DeviceRow> devices = folder.devices();
    assertThat(number(count.group(1)))
        .isEqualTo(sum(devices, DeviceRow::sent) + logins(Logins::sent));
    assertThat(number(count.group(2))).isEqualTo(sum(devices, DeviceRow::ok) + logins(Logins::ok));
    assertThat(number(count.group(3))).isEqualTo(sum(devices, DeviceRow::ko) + logins(Logins::ko));
    return this;
  }

  private long logins(ToLongFunction<Logins> count) throws IOException {
    Logins logins = folder.run().logins();
    return logins == null ? 0 : count.applyAsLong(logins);
  }

  /** Polls sent, by device. */
  Map<String, Long> requestsByDevice() throws IOException {
    return folder.devices().stream()
        .collect(Collectors.groupingBy(DeviceRow::device, Collectors.summingLong(DeviceRow::sent)));
  }

  /** Failures of a device by reason, over all endpoints. */
  Map<String, Long> koBy(String device) throws IOException {
    return folder.errors().stream()
        .filter(row -> row.device().equals(device))
        .collect(Collectors.groupingBy(ErrorRow::reason, Collectors.summingLong(ErrorRow::count)));
  }

  DeviceRow row(String device, String endpoint) throws IOException {
    return folder.devices().stream()
        .filter(row -> row.device().equals(device) && row.endpoint().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }

  private static long number(String text) {
    return text.equals("-") ? 0 : Long.parseLong(text.replace(",", ""));
  }

  private static <T> long sum(List<T> rows, ToLongFunction<T> count) {
    return rows.stream().mapToLong(count).sum();
  }
}
