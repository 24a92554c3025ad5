package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Connections that are opened only to see whether they can be. */
class KnockTest {

  private final Rig rig = new Rig();

  @Test
  void aConnectionThatOpensIsClosedAtOnce() {
    assertThat(rig.knock(Rig.SERVER).once().join()).isEmpty();
    assertThat(rig.sockets).hasSize(1).noneMatch(socket -> socket.isOpen());
  }

  @Test
  void whoRefusesOneAddressIsTriedAtTheNext() throws Exception {
    InetAddress first = InetAddress.getByName("127.0.0.1");
    InetAddress second = InetAddress.getByName("127.0.0.2");
    rig.names = host -> new InetAddress[] {first, second};
    rig.connectsAtOnce = false;
    Knock knock = rig.knock(new Origin(false, "a.example", 80));

    CompletableFuture<Optional<Knock.Refusal>> refused = knock.once();
    rig.lookUps.remove().run();
    rig.tasks.remove().run();
    rig.connects.get(0).setFailure(new ConnectException());
    knock.once();

    assertThat(refused.join())
        .contains(new Knock.Refusal(Outcome.REFUSED, "connecting to 127.0.0.1:80"));
    assertThat(rig.addresses)
        .containsExactly(new InetSocketAddress(first, 80), new InetSocketAddress(second, 80));
  }

  @Test
  void whatTakesTooLongEndsWithWhatItWasAt() {
    rig.connectsAtOnce = false;
    Knock knock = rig.knock(Rig.SERVER);
    CompletableFuture<Optional<Knock.Refusal>> answer = knock.once();

    knock.giveUp();

    assertThat(answer.join())
        .contains(new Knock.Refusal(Outcome.TIMEOUT, "connecting to 127.0.0.1:8000"));
    assertThat(rig.sockets).noneMatch(socket -> socket.isOpen());
  }

  @Test
  void aFailureWithoutAReasonOfItsOwnIsToldInFull() {
    rig.connectsAtOnce = false;
    CompletableFuture<Optional<Knock.Refusal>> answer = rig.knock(Rig.SERVER).once();

    rig.connects.get(0).setFailure(new IllegalStateException("odd"));

    assertThat(answer.join())
        .contains(new Knock.Refusal(Outcome.OTHER, "connecting to 127.0.0.1:8000: odd"));
  }
}
