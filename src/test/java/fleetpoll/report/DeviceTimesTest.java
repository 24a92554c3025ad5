package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.run.DeviceTimelineRow;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTimesTest {

  private DeviceTimes times = new DeviceTimes(List.of("d1", "d2"), List.of("A", "B"), null);

  @Test
  void aCellHoldsTheSlowestOnALogarithmicScaleAndItsCounts() throws IOException {
    add("d1", "A", 0, 10, 0, 0, 1.0);
    add("d1", "A", 5, 10, 2, 1, 10.0);
    add("d2", "A", 0, 10, 0, 0, 100.0);
    add("d2", "A", 5, 10, 10, 0, null);

    MapData data = times.data();

    assertThat(data.bins()).isEqualTo(2);
    assertThat(data.binS()).isEqualTo(5);
    MapData.Layer a = data.layers().get(0);
    assertThat(a.leastMs()).isEqualTo(1);
    assertThat(a.mostMs()).isEqualTo(100);
    assertThat(a.slowest()).containsExactly(1, 128, 255, 0);
    assertThat(a.ko()).as("gap, count").containsExactly(1, 2, 1, 10);
    assertThat(a.missed()).containsExactly(1, 1);
    assertThat(data.layers().get(1).slowest()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void plansThatAreTheSameAreHeldOnce() throws IOException {
    add("d1", "A", 0, 10, 0, 0, 1.0);
    add("d2", "A", 0, 10, 0, 0, 1.0);
    add("d2", "B", 0, 1, 0, 0, 1.0);

    MapData data = times.data();

    assertThat(data.layers().get(0).plans()).containsExactly(new int[] {10});
    assertThat(data.layers().get(0).planOf()).containsExactly(0, 0);
    assertThat(data.layers().get(1).plans()).containsExactly(new int[] {0}, new int[] {1});
  }

  @Test
  void binsInWhichNobodyPolledAreThereAndStartsAreRounded() throws IOException {
    for (int bin : new int[] {0, 1, 2, 5, 119}) {
      add("d1", "A", Math.round(bin * 510.8333) / 1_000.0, 1, 0, 0, 1.0 + bin);
    }

    MapData data = times.data();

    assertThat(data.bins()).isEqualTo(120);
    assertThat(data.binS()).isEqualTo(0.511);
    assertThat(data.layers().get(0).slowest()[5]).isNotZero();
    assertThat(data.layers().get(0).slowest()[119]).isEqualTo((byte) 255);
    assertThat(data.layers().get(0).plans().get(0)[4]).isZero();
  }

  /** Devices poll once a minute: no two bins that follow each other have a row. */
  @Test
  void binsAreAsWideAsTheRunSays() throws IOException {
    times = new DeviceTimes(List.of("d1", "d2"), List.of("A", "B"), 5.0);
    for (int minute = 0; minute < 10; minute++) {
      add("d1", "A", 60 * minute, 1, 0, 0, 1.0);
    }

    assertThat(times.data().bins()).isEqualTo(109);
    assertThat(times.data().binS()).isEqualTo(5);
    assertThat(times.data().layers().get(0).slowest()[12]).isNotZero();
  }

  @Test
  void aSingleBinIsAsWideAsTheRunSays() throws IOException {
    times = new DeviceTimes(List.of("d1"), List.of("A"), 3_600.0);
    add("d1", "A", 0, 1, 0, 0, 1.0);

    assertThat(times.data().bins()).isEqualTo(1);
    assertThat(times.data().binS()).isEqualTo(3_600);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, 1e-9})
  void aWidthThatIsNoneIsRefused(double binS) {
    times = new DeviceTimes(List.of("d1"), List.of("A"), binS);
    add("d1", "A", 5, 1, 0, 0, 1.0);

    assertThatThrownBy(times::data).hasMessageContaining("its bins are no bins");
  }

  @ParameterizedTest
  @ValueSource(doubles = {83.749167, 75.415, 58.749, 510.8333})
  void roundedStartsMakeNoFurtherBin(double widthMs) throws IOException {
    for (int bin = 0; bin < 120; bin++) {
      add("d1", "A", Math.round(bin * widthMs) / 1_000.0, 1, 0, 0, 1.0 + bin);
    }

    assertThat(times.data().bins()).isEqualTo(120);
  }

  @Test
  void rowsOfUnknownDevicesAreLeftOutAndUnknownEndpointsAreSaid() throws IOException {
    add("elsewhere", "A", 0, 1, 0, 0, 1.0);
    assertThat(times.data().bins()).isZero();

    add("d1", "C", 0, 1, 0, 0, 1.0);
    assertThatThrownBy(times::data)
        .isInstanceOf(IOException.class)
        .hasMessage("it names endpoint C, and run.json does not");
  }

  @Test
  void startsThatAreNoBinsAreNotFilledUp() {
    add("d1", "A", 0, 1, 0, 0, 1.0);
    add("d1", "A", 0.001, 1, 0, 0, 1.0);
    add("d1", "A", 1e9, 1, 0, 0, 1.0);

    assertThatThrownBy(times::data)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its bins are no bins");
  }

  private void add(
      String device, String endpoint, double t, long planned, long ko, long missed, Double ms) {
    long sent = planned - missed;
    times.add(new DeviceTimelineRow(device, endpoint, t, planned, sent, missed, sent - ko, ko, ms));
  }
}
