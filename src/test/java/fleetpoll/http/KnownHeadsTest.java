package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHeadsTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n";
  private static final int ROUNDS = 1_000;
  private static final int POLLS = 5; // on one connection, if it lasts
  private static final List<String> STATUSES = List.of("200 OK", "503 No", "204 None", "304 Same");
  private static final List<String> FIELDS =
      List.of(
          "Content-Length: 3\r\n",
          "Content-Length: 0\r\n",
          "content-length:  5 \r\n",
          "Content-Length: 3\r\nContent-Length: 3\r\n",
          "Content-Length: x\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Connection: close\r\n",
          "Content-Encoding: gzip\r\n",
          "X: y\r\n",
          "");
  private static final List<String> BODIES =
      List.of("abc", "", "abcde", "1\r\na\r\n0\r\n\r\n", "ab");

  private final KnownHeads heads = new KnownHeads();

  private boolean isKnown(String bytes) {
    return heads.find(bytes(bytes)) != null;
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
  }

  private Rig poll() {
    return new Rig(heads).get();
  }

  @Test
  void aHeadIsKnownOnceItHasCome() {
    assertThat(isKnown(HEAD)).isFalse();
    poll().answer(HEAD + "abc");

    assertThat(isKnown(HEAD)).isTrue();
    assertThat(isKnown(HEAD + "and its body")).isTrue();
    assertThat(heads.find(bytes(HEAD)).bodyBytes()).isEqualTo(3);
  }

  @Test
  void aKnownHeadIsNotDecodedAgain() {
    Rig rig = new Rig(heads);
    rig.get().answer(HEAD + "abc");
    rig.get().answer(HEAD + "abc");
    rig.get().answer("HTTP/1.1 200 Yes\r\nContent-Length: 3\r\n\r\nabc");

    assertThat(rig.results).extracting(Result::isOpen).containsExactly(true, true, true);
    assertThat(rig.headers.get(1)).isSameAs(rig.headers.get(0));
    assertThat(rig.headers.get(2)).isNotSameAs(rig.headers.get(0));
  }

  @Test
  void anotherByteAnywhereMakesAnotherHead() {
    poll().answer(HEAD + "abc");
    for (int i = 0; i < HEAD.length(); i++) {
      assertThat(isKnown(HEAD.substring(0, i))).isFalse();
      assertThat(
              isKnown(HEAD.substring(0, i) + (char) (HEAD.charAt(i) ^ 1) + HEAD.substring(i + 1)))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 100 Continue\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 1\r\n\r\n"
      })
  void aHeadWithoutPlainBodyOfKnownLengthIsNot(String head) {
    poll().answer(head);
    assertThat(isKnown(head)).isFalse();
  }

  @Test
  void aHeadInPiecesIsNot() {
    poll().answer(HEAD.substring(0, 20)).answer(HEAD.substring(20) + "abc");
    assertThat(isKnown(HEAD)).isFalse();
  }

  @Test
  void theOldestIsForgotten() {
    for (int i = 0; i < 10; i++) {
      poll().answer(numbered(i) + "abc");
    }
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      if (isKnown(numbered(i))) {
        known.add(i);
      }
    }
    assertThat(known).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
  }

  private static String numbered(int i) {
    return "HTTP/1.1 200 OK\r\nX: " + i + "\r\nContent-Length: 3\r\n\r\n";
  }

  /** Netty's decoder alone, on an event loop that knows nothing, is the judge. */
  @Test
  void whatIsKnownChangesNoResult() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Rig known = new Rig(heads);
      Rig unknown = new Rig();
      for (int poll = 0; poll < POLLS; poll++) {
        String answers = answer(random) + (random.nextInt(8) == 0 ? answer(random) : "");
        String method = random.nextInt(5) == 0 ? "HEAD" : "GET";
        List<byte[]> packets = packets(answers.getBytes(StandardCharsets.ISO_8859_1), random);

        assertThat(seen(known, method, packets))
            .as(method + ": " + answers)
            .isEqualTo(seen(unknown, method, packets));
      }
      List.of(known, unknown).forEach(Rig::serverCloses);
    }
  }

  private static String answer(Random random) {
    return "HTTP/1.1 "
        + one(STATUSES, random)
        + "\r\n"
        + one(FIELDS, random)
        + one(FIELDS, random)
        + "\r\n"
        + one(BODIES, random);
  }

  private static String one(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  private static List<byte[]> packets(byte[] bytes, Random random) {
    int cut = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
    return List.of(Arrays.copyOfRange(bytes, 0, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
  }

  private static String seen(Rig rig, String method, List<byte[]> packets) {
    rig.send(rig.request(method, "Accept-Encoding", "gzip"), Rig.ok());
    packets.forEach(rig::answer);
    if (rig.results.isEmpty()) {
      rig.serverCloses();
    }
    return rig.result() + ", open " + rig.openSockets() + ", surplus " + rig.surplus + rig.faults;
  }
}
