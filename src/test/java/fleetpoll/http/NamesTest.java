package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a device finds its server. */
class NamesTest {

  private static final Origin NAMED = new Origin(false, "server", 80);
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final Rig rig = new Rig();

  private Rig get(Origin origin) {
    return rig.send(rig.request(origin, "GET", "/"), Rig.ok());
  }

  private static InetAddress[] addresses(int... last) {
    InetAddress[] addresses = new InetAddress[last.length];
    for (int i = 0; i < last.length; i++) {
      try {
        addresses[i] = InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last[i]});
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return addresses;
  }

  private void refuse() {
    rig.connects.get(rig.connects.size() - 1).setFailure(new ConnectException());
    assertThat(rig.result().outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void anAddressNeedsNoLookUp() {
    get(Rig.SERVER);
    assertThat(rig.lookUps).isEmpty();
    get6();
    assertThat(rig.lookUps).isEmpty();
  }

  private void get6() {
    rig.connection.drop();
    get(new Origin(false, "::1", 80));
    assertThat(rig.address()).isEqualTo("0:0:0:0:0:0:0:1");
  }

  @Test
  void theTimeOfALookUpIsMeasured() {
    rig.names = host -> addresses(1);
    get(NAMED);
    rig.nowNanos += 70;
    rig.lookUp().answer(OK);
    assertThat(rig.result().opening()).isEqualTo(new Opening(1, 70, 0, 0, 0));
  }

  @Test
  void aNameThatNobodyKnowsIsDns() {
    rig.names =
        host -> {
          throw sneaky(new UnknownHostException(host));
        };
    get(NAMED);
    rig.lookUp();
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.DNS);
    assertThat(result.message()).isEqualTo("looking up server: no such host: server");
    assertThat(rig.sockets).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void aDeadAddressCostsOneAttempt() {
    rig.names = host -> addresses(1, 2);
    rig.connectsAtOnce = false;
    get(NAMED);
    rig.lookUp();
    refuse();
    get(NAMED);
    assertThat(rig.address()).isEqualTo("10.0.0.2");
    rig.connects.get(1).setSuccess();
    rig.answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    rig.serverCloses();
    get(NAMED);
    assertThat(rig.address()).as("it stays with one that works").isEqualTo("10.0.0.2");
    assertThat(rig.lookUps).isEmpty();
  }

  /** Each poll is redirected from one origin to the other. */
  @Test
  void aDeadAddressCostsOneAttemptForEachOrigin() {
    rig.names = host -> addresses(1, 2);
    rig.connectsAtOnce = false;
    Origin other = new Origin(false, "other", 80);
    for (Origin origin : List.of(NAMED, other)) {
      get(origin);
      rig.lookUp();
      refuse();
    }
    for (Origin origin : List.of(NAMED, other, NAMED)) {
      get(origin);
      assertThat(rig.address()).isEqualTo("10.0.0.2");
      rig.connects.get(rig.connects.size() - 1).setSuccess();
      rig.answer(OK);
      assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    }
    assertThat(rig.lookUps).isEmpty();
  }

  @Test
  void whatIsKnownOfOriginsHasABound() {
    rig.names = host -> addresses(1);
    for (int i = 0; i < 9; i++) {
      get(new Origin(false, "server-" + i, 80));
      rig.lookUp();
      rig.answer(OK);
      rig.result();
    }
    get(new Origin(false, "server-1", 80));
    assertThat(rig.lookUps).isEmpty();
    rig.answer(OK);
    rig.result();
    get(new Origin(false, "server-0", 80));
    assertThat(rig.lookUps).hasSize(1);
  }

  @Test
  void anAddressThatSwallowsSynsCostsOneTimeOut() {
    rig.names = host -> addresses(1, 2);
    rig.connectsAtOnce = false;
    get(NAMED);
    rig.lookUp();
    rig.deadlines.check(rig.nowNanos + Rig.TIMEOUT_NANOS);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.TIMEOUT);
    get(NAMED);
    assertThat(rig.address()).isEqualTo("10.0.0.2");
    assertThat(rig.openSockets()).isEqualTo(1);
  }

  @Test
  void afterAllAddressesHaveFailedTheNameIsLookedUpAgain() {
    rig.names = host -> addresses(1);
    rig.connectsAtOnce = false;
    get(NAMED);
    rig.lookUp();
    refuse();
    rig.names = host -> addresses(3);
    get(NAMED);
    rig.lookUp();
    assertThat(rig.address()).isEqualTo("10.0.0.3");
  }

  @Test
  void aLookUpThatNobodyWaitsForIsSkipped() {
    rig.names =
        host -> {
          throw new AssertionError("looked up");
        };
    get(NAMED);
    rig.connection.drop();
    assertThat(rig.result().outcome()).isEqualTo(Outcome.DROPPED);
    rig.lookUp();
    assertThat(rig.results).isEmpty();
    assertThat(rig.sockets).isEmpty();
  }

  @Test
  void aLateLookUpServesTheNextPoll() {
    rig.names =
        host -> {
          // The poll's time is over while the resolver still thinks.
          rig.deadlines.check(rig.nowNanos + Rig.TIMEOUT_NANOS);
          return addresses(1);
        };
    get(NAMED);
    rig.lookUp();
    assertThat(rig.result().outcome()).isEqualTo(Outcome.TIMEOUT);
    get(NAMED);
    assertThat(rig.address()).isEqualTo("10.0.0.1");
  }

  @Test
  void noMoreThanSoManyLookUpsAtATime() throws InterruptedException {
    int count = 50;
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(count);
    LookUps lookUps =
        LookUps.by(
            host -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.yield();
              running.decrementAndGet();
              done.countDown();
              return addresses(1);
            },
            2);
    for (int i = 0; i < count; i++) {
      lookUps.start("server", new Unmoved());
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  private static final class Unmoved implements LookUps.Asker {

    @Override
    public boolean isWaiting() {
      return true;
    }

    @Override
    public void found(InetAddress[] addresses) {}

    @Override
    public void failed(Throwable failure) {}
  }
}
