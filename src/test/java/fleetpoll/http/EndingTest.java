package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import java.net.InetAddress;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A poll can be ended in whatever phase it is; it leaves no socket, and the next one works. */
class EndingTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";

  private enum Phase {
    LOOKING_UP("looking up server", rig -> {}),
    CONNECTING("connecting to 127.0.0.1:80", Rig::lookUp),
    CONNECTED("waiting for the answer", rig -> connect(rig.lookUp())),
    WITHIN_THE_HEADER(
        "waiting for the answer", rig -> connect(rig.lookUp()).answer("HTTP/1.1 200 OK\r\nX")),
    WITHIN_THE_BODY(
        "waiting for the answer",
        rig -> connect(rig.lookUp()).answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"));

    private final String doing;
    private final Consumer<Rig> reach;

    Phase(String doing, Consumer<Rig> reach) {
      this.doing = doing;
      this.reach = reach;
    }
  }

  private static Rig connect(Rig rig) {
    rig.connects.get(rig.connects.size() - 1).setSuccess();
    return rig;
  }

  private static Rig at(Phase phase) {
    Rig rig = new Rig();
    rig.names = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    rig.connectsAtOnce = false;
    rig.send(rig.request(new Origin(false, "server", 80), "GET", "/"), Rig.ok());
    phase.reach.accept(rig);
    return rig;
  }

  private static void isOverAndTheNextWorks(Rig rig) {
    assertThat(rig.openSockets()).isZero();
    assertThat(rig.connection.isOpen()).isFalse();
    assertThat(rig.deadlines.nextNanos()).isEqualTo(Long.MAX_VALUE);
    rig.connectsAtOnce = true;
    rig.send(rig.request(new Origin(false, "server", 80), "GET", "/"), Rig.ok());
    while (!rig.lookUps.isEmpty()) {
      rig.lookUp();
    }
    rig.answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    assertThat(rig.openSockets()).isEqualTo(1);
    assertThat(rig.faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTimeoutEndsIt(Phase phase) {
    Rig rig = at(phase);
    rig.nowNanos += Rig.TIMEOUT_NANOS - 1;
    rig.deadlines.check(rig.nowNanos);
    assertThat(rig.results).isEmpty();
    rig.nowNanos++;
    rig.deadlines.check(rig.nowNanos);
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(result.message()).isEqualTo("no complete answer within 1 ms: " + phase.doing);
    assertThat(result.endNanos() - result.sentNanos()).isEqualTo(Rig.TIMEOUT_NANOS);
    isOverAndTheNextWorks(rig);
  }

  @ParameterizedTest
  @EnumSource
  void aDropEndsIt(Phase phase) {
    Rig rig = at(phase);
    rig.connection.drop();
    assertThat(rig.result().outcome()).isEqualTo(Outcome.DROPPED);
    isOverAndTheNextWorks(rig);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptionEndsIt(Phase phase) {
    Rig rig = at(phase);
    rig.connection.interrupt();
    assertThat(rig.result().outcome()).isEqualTo(Outcome.INTERRUPTED);
    isOverAndTheNextWorks(rig);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTED", "WITHIN_THE_HEADER", "WITHIN_THE_BODY"})
  void theServersCloseEndsIt(Phase phase) {
    Rig rig = at(phase);
    rig.serverCloses();
    assertThat(rig.result().outcome()).isEqualTo(Outcome.CLOSED);
    isOverAndTheNextWorks(rig);
  }
}
