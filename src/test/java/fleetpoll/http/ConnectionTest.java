package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fleetpoll.record.Opening;
import fleetpoll.record.Outcome;
import fleetpoll.settings.answer.Statuses;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.unix.Errors.NativeIoException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A device's polls from sending to result, whatever happens in between. */
class ConnectionTest {

  static {
    // The native exceptions' texts come from the library.
    Epoll.ensureAvailability();
  }

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc";
  private static final int ECONNRESET = 104;
  private static final int EPIPE = 32;

  @Test
  void aPollThatFindsNoConnectionOpensOneAndTheNextUsesIt() {
    Rig rig = new Rig();
    rig.connectsAtOnce = false;
    rig.get();
    rig.nowNanos += 30;
    rig.connects.get(0).setSuccess();
    assertThat(rig.sent()).startsWith("GET /a/b HTTP/1.1\r\n");
    rig.nowNanos += 70;
    rig.answer(OK);
    assertThat(rig.result())
        .isEqualTo(
            new Result(Outcome.OK, null, 200, 3, OK.length(), 1_000, 1_100, opened(30), 0, true));
    rig.nowNanos = 2_000;
    rig.get();
    assertThat(rig.sent()).startsWith("GET /a/b HTTP/1.1\r\n");
    rig.answer(OK);
    assertThat(rig.result().opening()).isEqualTo(Opening.NONE);
    assertThat(rig.sockets).hasSize(1);
  }

  @Test
  void aConnectionIsOpenedWithoutSendingAndThePollUsesIt() {
    Rig rig = new Rig();
    rig.connectsAtOnce = false;
    rig.connect();
    rig.nowNanos += 30;
    rig.connects.get(0).setSuccess();
    assertThat(rig.sent()).isEmpty();
    assertThat(rig.result())
        .isEqualTo(new Result(Outcome.OK, null, 0, 0, 0, 1_000, 1_030, opened(30), 0, true));

    rig.connect();
    assertThat(rig.results).as("heard later, never from within").isEmpty();
    rig.loop();
    assertThat(rig.result().opening()).isEqualTo(Opening.NONE);

    rig.get();
    assertThat(rig.sent()).startsWith("GET /a/b HTTP/1.1\r\n");
    rig.answer(OK);
    assertThat(rig.result().opening()).isEqualTo(Opening.NONE);
    assertThat(rig.sockets).hasSize(1);
  }

  @Test
  void aConnectionThatCannotBeOpenedFailsLikeAPoll() {
    Rig rig = new Rig();
    rig.connectsAtOnce = false;
    rig.connect();
    rig.connects.get(0).setFailure(new ConnectException("no"));
    assertThat(rig.result().outcome()).isEqualTo(Outcome.REFUSED);

    rig.connect();
    rig.nowNanos += Rig.TIMEOUT_NANOS;
    rig.deadlines.check(rig.nowNanos);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.TIMEOUT);
  }

  @Test
  void aServerThatClosesBeforeAnOpenConnectionIsReportedIsHeard() {
    Rig rig = new Rig();
    rig.connect();
    rig.loop();
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);

    rig.connect();
    rig.serverCloses();
    rig.loop();

    assertThat(rig.result().outcome()).isEqualTo(Outcome.CLOSED);
    assertThat(rig.faults).isEmpty();
  }

  private static Opening opened(long connectNanos) {
    return new Opening(1, 0, connectNanos, 0, 0);
  }

  @Test
  void onePollAtATime() {
    Rig rig = new Rig().get();
    assertThatThrownBy(rig::get).isInstanceOf(IllegalStateException.class);
    rig.answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void aConnectionThatTheServerClosesBetweenPollsIsReplaced() {
    Rig rig = new Rig().get().answer(OK);
    rig.result();
    rig.serverCloses();
    assertThat(rig.connection.isOpen()).isFalse();
    rig.get().answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    assertThat(rig.sockets).hasSize(2);
  }

  @Test
  void whatWasSentIsNeverSentAgain() {
    Rig rig = new Rig().get().answer(OK);
    rig.result();
    rig.get();
    rig.sent();
    rig.serverCloses();
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.CLOSED);
    assertThat(result.message()).isEqualTo("the server closed the connection before the answer");
    assertThat(result.isOpen()).isFalse();
    rig.loop();
    assertThat(rig.sockets).hasSize(1);
    assertThat(rig.connection.isBusy()).isFalse();
  }

  @Test
  void aReset() {
    Rig rig = new Rig().get().answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
    rig.socket().pipeline().fireExceptionCaught(new NativeIoException("x", -ECONNRESET, false));
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.RESET);
    assertThat(result.message()).startsWith("within the answer's body: ");
    assertThat(result.bodyBytes()).isEqualTo(3);
    assertThat(rig.openSockets()).isZero();
  }

  @Test
  void aResetOfAnIdleConnectionHarmsNoPoll() {
    Rig rig = new Rig().get().answer(OK);
    rig.result();
    rig.socket().pipeline().fireExceptionCaught(new NativeIoException("x", -ECONNRESET, false));
    assertThat(rig.openSockets()).isZero();
    rig.get().answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void aRefusedConnection() {
    Rig rig = new Rig();
    rig.connectsAtOnce = false;
    rig.get();
    rig.connects.get(0).setFailure(new ConnectException("nein"));
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.message()).isEqualTo("connecting to 127.0.0.1:8000: nein");
    assertThat(rig.openSockets()).isZero();
  }

  @Test
  void aFailureWithinSendIsHeardAfterIt() {
    Rig rig = new Rig();
    rig.hasSockets = false;
    rig.get();
    assertThat(rig.results).isEmpty();
    assertThat(rig.connection.isBusy()).isTrue();
    rig.loop();
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.OTHER);
    assertThat(result.message()).isEqualTo("connecting to 127.0.0.1:8000: none");
    rig.hasSockets = true;
    rig.get().answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void anAnswerWithAnotherStatusLengthOrContentFails() {
    Rig rig = new Rig();
    rig.send(
        rig.request("GET"),
        new Expectation(Statuses.of(List.of(204)), OptionalLong.empty(), Optional.empty()));
    Result status = rig.answer(OK).result();
    assertThat(status.outcome()).isEqualTo(Outcome.status(200));
    assertThat(status.message()).isEqualTo("status 200, not 204");
    rig.send(
        rig.request("GET"),
        new Expectation(Statuses.of(List.of(200)), OptionalLong.of(4), Optional.empty()));
    Result length = rig.answer(OK).result();
    assertThat(length.outcome()).isEqualTo(Outcome.LENGTH);
    assertThat(length.message()).isEqualTo("a body of 3 bytes, not 4");
    rig.send(rig.request("GET"), content((body, charset, shown) -> "not " + new String(body)));
    Result content = rig.answer(OK).result();
    assertThat(content.outcome()).isEqualTo(Outcome.CONTENT);
    assertThat(content.message()).isEqualTo("not abc");
    assertThat(rig.sockets).hasSize(1);
  }

  @Test
  void itsListenerDecidesWhatACheckShows() {
    Rig rig = new Rig();
    rig.connection.send(
        rig.request("GET"),
        content((body, charset, shown) -> "not " + shown.apply(new String(body, charset))),
        Rig.TIMEOUT_NANOS,
        new PollListener() {
          @Override
          public void ended(Result result) {
            rig.results.add(result);
          }

          @Override
          public String shown(String text) {
            return text.replace("b", "***");
          }
        });

    assertThat(rig.answer(OK).result().message()).isEqualTo("not a***c");
  }

  private static Expectation content(Expectation.ContentCheck check) {
    return new Expectation(Statuses.of(List.of(200)), OptionalLong.empty(), Optional.of(check));
  }

  @Test
  void anyOfSeveralStatusesIsASuccess() {
    Rig rig = new Rig();
    Expectation either =
        new Expectation(Statuses.of(List.of(204, 200)), OptionalLong.empty(), Optional.empty());
    rig.send(rig.request("GET"), either);
    assertThat(rig.answer(OK).result().outcome()).isEqualTo(Outcome.OK);
    rig.send(rig.request("GET"), either);
    Result neither = rig.answer("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n").result();
    assertThat(neither.outcome()).isEqualTo(Outcome.status(404));
    assertThat(neither.message()).isEqualTo("status 404, not 200 or 204");
  }

  @Test
  void notModifiedHasNeitherLengthNorContent() {
    Rig rig = new Rig();
    Expectation whole =
        new Expectation(
            Statuses.of(List.of(200)),
            OptionalLong.of(3),
            Optional.of((body, charset, shown) -> "never read"));
    rig.send(rig.request("GET"), whole.orNotModified());
    Result unchanged = rig.answer("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n").result();
    assertThat(unchanged.outcome()).isEqualTo(Outcome.OK);
    assertThat(unchanged.bodyBytes()).isZero();
    assertThat(unchanged.isOpen()).isTrue();
    rig.send(rig.request("GET"), whole);
    assertThat(rig.answer("HTTP/1.1 304 Not Modified\r\n\r\n").result().outcome())
        .isEqualTo(Outcome.status(304));
  }

  @Test
  void aCheckKnowsTheBodysCharset() {
    Rig rig = new Rig();
    List<String> texts = new ArrayList<>();
    Expectation check =
        content(
            (body, charset, shown) -> {
              texts.add(new String(body, charset));
              return null;
            });
    String latin = "Content-Type: text/plain; charset=ISO-8859-1\r\n";
    for (String type : List.of("", latin, "Content-Type: a/b; charset=no-such\r\n")) {
      rig.send(rig.request("GET"), check);
      rig.answer("HTTP/1.1 200 OK\r\n" + type + "Content-Length: 2\r\n\r\n\u00c3\u00bc");
      assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    }
    assertThat(texts).containsExactly("\u00fc", "\u00c3\u00bc", "\u00fc");
  }

  @Test
  void aBodyThatIsTooLongToBeKeptCannotBeChecked() {
    Rig rig = new Rig();
    rig.send(rig.request("GET"), content((body, charset, shown) -> null));
    rig.answer("HTTP/1.1 200 OK\r\nContent-Length: 51\r\n\r\n" + "x".repeat(51));
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.CONTENT);
    assertThat(result.message()).isEqualTo("a body of more than 50 bytes is not kept for a check");
    assertThat(result.isOpen()).isTrue();
  }

  @Test
  void aCheckThatThrowsFailsItsPollAndNoOther() {
    Rig rig = new Rig();
    rig.send(
        rig.request("GET"),
        content(
            (body, charset, shown) -> {
              throw new IllegalStateException("oops");
            }));
    Result result = rig.answer(OK).result();
    assertThat(result.outcome()).isEqualTo(Outcome.OTHER);
    assertThat(result.message()).isEqualTo("the generator itself failed: oops");
    assertThat(result.isOpen()).isFalse();
    assertThat(rig.faults).hasSize(1);
    rig.get().answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void aListenerThatThrowsCostsItsConnectionAndNoMore() {
    Rig rig = new Rig();
    rig.connection.send(
        rig.request("GET"),
        Rig.ok(),
        Rig.TIMEOUT_NANOS,
        result -> {
          throw new AssertionError("oops");
        });
    rig.answer(OK);
    assertThat(rig.faults).singleElement().isInstanceOf(AssertionError.class);
    assertThat(rig.openSockets()).isZero();
    rig.get().answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void theNextPollMayBeSentWhereTheLastIsHeardOf() {
    Rig rig = new Rig();
    rig.connection.send(rig.request("GET"), Rig.ok(), Rig.TIMEOUT_NANOS, result -> rig.get());
    rig.answer(OK).answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    assertThat(rig.sockets).hasSize(1);
  }

  /** A server need not say that it closes. */
  @Test
  void theNextPollDoesNotTakeAConnectionWhoseEndCameWithTheAnswer() {
    Rig rig = new Rig();
    rig.connection.send(rig.request("GET"), Rig.ok(), Rig.TIMEOUT_NANOS, result -> rig.get());
    rig.answerAndClose(OK).answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    assertThat(rig.sockets).hasSize(2);
  }

  @Test
  void aPollThatWaitsForItsTurnIsSentThenAndOnlyIfItIsStillWanted() {
    Rig rig = new Rig();
    rig.connection.send(
        rig.request("GET"),
        Rig.ok(),
        Rig.TIMEOUT_NANOS,
        result -> {
          rig.get();
          rig.nowNanos += 7;
        });
    rig.answer(OK);
    rig.answer(OK);
    assertThat(rig.result().sentNanos()).isEqualTo(1_007);

    rig.connection.send(
        rig.request("GET"),
        Rig.ok(),
        Rig.TIMEOUT_NANOS,
        result -> {
          rig.get();
          rig.connection.interrupt();
        });
    rig.sent();
    rig.answer(OK);
    assertThat(rig.result().outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(rig.sent()).isEmpty();
    assertThat(rig.openSockets()).isZero();
  }

  @Test
  void anAnswerThatNobodyAwaitsClosesTheConnection() {
    Rig rig = new Rig();
    rig.get().answer(OK);
    rig.result();
    rig.answer("HTTP/1.1 408 Time-out\r\n\r\n");
    assertThat(rig.surplus).isEqualTo(1);
    assertThat(rig.openSockets()).isZero();
  }

  @Test
  void aRequestThatAsksToCloseIsTheConnectionsLast() {
    Rig rig = new Rig();
    rig.send(rig.request("GET", "connection", "close"), Rig.ok()).answer(OK);
    assertThat(rig.result().isOpen()).isFalse();
    assertThat(rig.openSockets()).isZero();
  }

  @Test
  void theMessageSaysWhatIsWrongWithAnAnswer() {
    assertThat(messageOf("HTTP/1.1 200 " + "x".repeat(70)))
        .isEqualTo("the answer's status line is longer than 60 bytes");
    assertThat(messageOf("HTTP/1.1 200 OK\r\nX: " + "x".repeat(130)))
        .isEqualTo("the answer's header is longer than 120 bytes");
    assertThat(messageOf("SSH-2.0-OpenSSH\r\n")).startsWith("the answer is not HTTP: ");
  }

  private static String messageOf(String answer) {
    return new Rig().get().answer(answer).result().message();
  }

  @Test
  void anAnswerBeforeTheRequestIsOutEndsTheConnection() {
    Rig rig = new Rig();
    rig.holdsWrites = true;
    rig.get().answer(OK);
    Result result = rig.result();
    assertThat(result.outcome()).isEqualTo(Outcome.OK);
    assertThat(result.isOpen()).isFalse();
    assertThat(rig.openSockets()).isZero();
  }

  @Test
  void aRequestThatCannotBeSentFails() {
    Rig rig = new Rig();
    rig.holdsWrites = true;
    rig.get();
    rig.writes.get(0).setFailure(new NativeIoException("x", -EPIPE, false));
    assertThat(rig.result().outcome()).isEqualTo(Outcome.CLOSED);
    assertThat(rig.openSockets()).isZero();
  }
}
