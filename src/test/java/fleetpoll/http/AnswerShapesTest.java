package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer means the same wherever it is cut into packets. */
class AnswerShapesTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private enum Shape {
    LENGTH(OK + "Content-Length: 3\r\n\r\nabc", "ok", 3, true),
    EMPTY(OK + "Content-Length: 0\r\n\r\n", "ok", 0, true),
    NO_REASON("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "ok", 0, true),
    BARE_LINE_FEEDS("HTTP/1.1 200 OK\nContent-Length: 3\n\nabc", "ok", 3, true),
    SAME_LENGTH_TWICE(OK + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "ok", 3, true),
    CHUNKED(
        OK + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 1\r\n\r\n",
        "ok",
        5,
        true),
    CHUNKED_WITH_LENGTH(
        OK + "Transfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n1\r\na\r\n0\r\n\r\n",
        "ok",
        1,
        false),
    UNTIL_CLOSE(OK + "\r\nabc", "ok", 3, false, true),
    CONNECTION_CLOSE(OK + "Connection: close\r\nContent-Length: 3\r\n\r\nabc", "ok", 3, false),
    OLD("HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nabc", "ok", 3, false),
    OLD_UNTIL_CLOSE("HTTP/1.0 200 OK\r\n\r\nabc", "ok", 3, false, true),
    OLD_KEEP_ALIVE(
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 3\r\n\r\nabc", "ok", 3, true),
    EARLY_HINTS(
        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
            + OK
            + "Content-Length: 3\r\n\r\nabc",
        "ok",
        3,
        true),
    SWITCHING("HTTP/1.1 101 Go\r\nUpgrade: websocket\r\n\r\n", "status 101", 0, false),
    NO_CONTENT("HTTP/1.1 204 No Content\r\n\r\n", "status 204", 0, true),
    NOT_MODIFIED("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", "status 304", 0, true),
    ERROR("HTTP/1.1 503 No\r\nContent-Length: 2\r\n\r\nno", "status 503", 2, true),
    CUT(OK + "Content-Length: 9\r\n\r\nabc", "closed", 3, false, true),
    CUT_CHUNK(OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nabc", "closed", 3, false, true),
    CUT_CHUNKS(OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "closed", 3, false, true),
    CUT_HEADER(OK + "Content-Le", "closed", 0, false, true),
    CUT_STATUS_LINE("HTTP/1.", "closed", 0, false, true),
    NOTHING("", "closed", 0, false, true),
    NO_HTTP("SSH-2.0-OpenSSH_9.2\r\n", "other", 0, false),
    NO_STATUS("HTTP/1.1 OK\r\n\r\n", "other", 0, false),
    BAD_LENGTH(OK + "Content-Length: x\r\n\r\n", "other", 0, false),
    TWO_LENGTHS(OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", "other", 0, false),
    BAD_CHUNK(OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", "other", 0, false),
    OLD_CHUNKED("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "other", 0, false),
    LONG_LINE("HTTP/1.1 200 " + "x".repeat(70) + "\r\n\r\n", "other", 0, false),
    LONG_HEADER(OK + "X: " + "x".repeat(130) + "\r\n\r\n", "other", 0, false);

    private final String bytes;
    private final String outcome;
    private final int body;
    private final boolean staysOpen;
    private final boolean serverCloses;

    Shape(String bytes, String outcome, int body, boolean staysOpen) {
      this(bytes, outcome, body, staysOpen, false);
    }

    Shape(String bytes, String outcome, int body, boolean staysOpen, boolean serverCloses) {
      this.bytes = bytes;
      this.outcome = outcome;
      this.body = body;
      this.staysOpen = staysOpen;
      this.serverCloses = serverCloses;
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerMeansTheSameHoweverItArrives(Shape shape) {
    assertMeaning(shape, KnownHeads::new);
  }

  /** It comes whole first, so its head is known from then on if it is one of those. */
  @ParameterizedTest
  @EnumSource
  void anAnswerMeansTheSameIfItsHeadHasComeBefore(Shape shape) {
    KnownHeads heads = new KnownHeads();
    assertMeaning(shape, () -> heads);
  }

  private static void assertMeaning(Shape shape, Supplier<KnownHeads> heads) {
    byte[] bytes = shape.bytes.getBytes(StandardCharsets.ISO_8859_1);
    for (List<byte[]> packets : Packets.waysToSend(bytes)) {
      Rig rig = new Rig(heads.get()).get();
      packets.forEach(rig::answer);
      if (shape.serverCloses) {
        assertThat(rig.results).as("before the close").isEmpty();
        rig.serverCloses();
      }
      Result result = rig.result();
      String way = packets.size() + " packets, first " + packets.get(0).length;
      assertThat(result.outcome().text()).as(way).isEqualTo(shape.outcome);
      assertThat(result.isOpen()).as(way).isEqualTo(shape.staysOpen);
      assertThat(rig.openSockets()).as(way).isEqualTo(shape.staysOpen ? 1 : 0);
      assertThat(rig.surplus).as(way).isZero();
      if (!result.outcome().equals(Outcome.OTHER)) {
        assertThat(result.bodyBytes()).as(way).isEqualTo(shape.body);
        assertThat(result.wireBytes()).as(way).isEqualTo(bytes.length);
      }
      assertThat(rig.faults).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LENGTH", "EMPTY", "CHUNKED", "EARLY_HINTS", "NO_CONTENT", "NOT_MODIFIED"})
  void aConnectionCarriesTheNextAnswer(Shape shape) {
    Rig rig = new Rig().get().answer(shape.bytes);
    rig.result();
    rig.get().answer(OK + "Content-Length: 3\r\n\r\nabc");
    assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
    assertThat(rig.sockets).hasSize(1);
  }

  /** What follows an answer that nobody asked for. */
  private enum Surplus {
    LINE_END("\r\n"),
    BYTES("xy"),
    SECOND_ANSWER(OK + "Content-Length: 0\r\n\r\n");

    private final String bytes;

    Surplus(String bytes) {
      this.bytes = bytes;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFollowsAnAnswerClosesTheConnectionAndTheAnswerStands(Surplus surplus) {
    byte[] bytes = (OK + "Content-Length: 3\r\n\r\nabc" + surplus.bytes).getBytes();
    KnownHeads heads = new KnownHeads();
    for (List<byte[]> packets : Packets.waysToSend(bytes)) {
      Rig rig = new Rig(heads).get();
      packets.forEach(rig::answer);
      assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
      assertThat(rig.surplus).isEqualTo(1);
      assertThat(rig.openSockets()).isZero();
      rig.get().answer(OK + "Content-Length: 3\r\n\r\nabc");
      assertThat(rig.result().outcome()).isEqualTo(Outcome.OK);
      assertThat(rig.sockets).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHeadHasNoBody(HeadAnswer answer) {
    KnownHeads heads = new KnownHeads();
    new Rig(heads).get().answer(answer.bytes + "a GET's body");
    for (List<byte[]> packets : Packets.waysToSend(answer.bytes.getBytes())) {
      Rig rig = new Rig(heads);
      rig.send(rig.request("HEAD"), Rig.ok());
      packets.forEach(rig::answer);
      Result result = rig.result();
      assertThat(result.outcome()).isEqualTo(Outcome.OK);
      assertThat(result.bodyBytes()).isZero();
      assertThat(result.isOpen()).isTrue();
    }
  }

  private enum HeadAnswer {
    LENGTH(OK + "Content-Length: 9\r\n\r\n"),
    CHUNKED(OK + "Transfer-Encoding: chunked\r\n\r\n"),
    NEITHER(OK + "\r\n"),
    AFTER_HINTS("HTTP/1.1 103 Hints\r\n\r\n" + OK + "Content-Length: 9\r\n\r\n");

    private final String bytes;

    HeadAnswer(String bytes) {
      this.bytes = bytes;
    }
  }
}
