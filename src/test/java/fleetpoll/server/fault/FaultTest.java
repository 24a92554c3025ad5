package fleetpoll.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.settings.Share;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  @Test
  void readsARate() {
    assertThat(Fault.parse("device-0007=error:1/2"))
        .isEqualTo(new Fault("device-0007", FaultKind.ERROR, new Share(1, 2), Duration.ZERO, 0));
  }

  @Test
  void readsALatency() {
    assertThat(Fault.parse("*=latency:1.5s"))
        .isEqualTo(
            new Fault("*", FaultKind.LATENCY, Share.EVERY_TICK, Duration.ofMillis(1_500), 0));
  }

  @Test
  void hitsEveryRequestWithoutARate() {
    assertThat(Fault.parse("a=stall").rate()).isEqualTo(Share.EVERY_TICK);
  }

  @Test
  void lastEqualsSignEndsTheDevice() {
    assertThat(Fault.parse("a=b:c=close:1").devices()).isEqualTo("a=b:c");
  }

  @ParameterizedTest
  @CsvSource({
    "device-1=error:1/2",
    "*=latency:250ms",
    "a=reset:1",
    "a=close:1/10",
    "a=cut:2/3",
    "a=stall:0.25",
    "a=garbage:1/3",
    "a=short:1",
    "*=rate:800"
  })
  void printsWhatItReads(String text) {
    Fault fault = Fault.parse(text);
    assertThat(Fault.parse(fault.toString())).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "error:1",
        "=error:1",
        "a=",
        "a=explode:1",
        "a=ERROR:1",
        "a=error:2",
        "a=error:0",
        "a=error:x",
        "a=latency",
        "a=latency:",
        "a=latency:1/2",
        "a=latency:-1ms",
        "a=latency:2h",
        "a=latency:NaN s",
        "a=latency:1e300 s",
        "a=stall:1:1",
        "a=rate",
        "a=rate:0",
        "a=rate:1/2",
        "a=rate:0.5",
        "a=rate:100001"
      })
  void refusesWithAllThatIsAllowed(String text) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("fault \"" + text + "\": ")
        .hasMessageContaining("<devices>=<kind>[:<argument>]")
        .hasMessageContainingAll(
            "error", "latency", "reset", "close", "cut", "stall", "garbage", "rate");
  }

  @ParameterizedTest
  @CsvSource({"1, '0 1 2 3 4 5 6'", "1/2, '1 3 5'", "1/3, '2 5'", "2/3, '1 2 4 5'", "0.1, ''"})
  void hitsTheRateEvenly(String rate, String hit) {
    Fault fault = Fault.parse("a=error:" + rate);
    List<String> hits =
        IntStream.range(0, 7).filter(fault::hits).mapToObj(Integer::toString).toList();
    assertThat(String.join(" ", hits)).isEqualTo(hit);
  }

  @Test
  void hitsAnAwkwardRateExactly() {
    Fault fault = Fault.parse("a=error:333333/1000000");
    assertThat(IntStream.range(0, 1_000_000).filter(fault::hits).count()).isEqualTo(333_333);
  }

  @Test
  void planAddsLatenciesAndLetsTheFirstOtherFaultWin() {
    List<Fault> faults =
        List.of(
            Fault.parse("a=latency:5ms"),
            Fault.parse("*=error:1/2"),
            Fault.parse("a=reset:1"),
            Fault.parse("b=stall:1"),
            Fault.parse("*=latency:2ms"));
    FaultPlan plan = new Faults(faults).of("a");
    assertThat(plan.latencyNanos()).isEqualTo(7_000_000);
    assertThat(plan.hit(0)).contains(FaultKind.RESET);
    assertThat(plan.hit(1)).contains(FaultKind.ERROR);
    assertThat(new Faults(faults).of("c").hit(0)).isEmpty();
  }
}
