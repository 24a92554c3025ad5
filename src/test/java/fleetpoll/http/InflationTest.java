package fleetpoll.http;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import fleetpoll.settings.answer.Statuses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer's Content-Encoding is undone as it streams, and must be whole. */
class InflationTest {

  private static final String CANNOT = "the answer's Content-Encoding cannot be undone: ";

  private enum Encoding {
    GZIP("gzip"),
    ZLIB("deflate"),
    RAW_DEFLATE("deflate");

    private final String name;

    Encoding(String name) {
      this.name = name;
    }

    private byte[] of(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = around(bytes)) {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
      }
      return bytes.toByteArray();
    }

    private OutputStream around(OutputStream bytes) throws IOException {
      return switch (this) {
        case GZIP -> new GZIPOutputStream(bytes);
        case ZLIB -> new DeflaterOutputStream(bytes);
        case RAW_DEFLATE ->
            new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
      };
    }

    private byte[] answer(byte[] body) {
      String head =
          "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %s\r\n\r\n"
              .formatted(name, body.length);
      return join(head.getBytes(StandardCharsets.US_ASCII), body);
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Rig asking(String method) {
    Rig rig = new Rig();
    return rig.send(rig.request(method, "Accept-Encoding", "gzip, deflate"), Rig.ok());
  }

  private enum Asked {
    YES,
    NO
  }

  @ParameterizedTest
  @EnumSource
  void theEncodingIsUndoneIfItWasAskedFor(Asked asked) throws IOException {
    byte[] zipped = Encoding.GZIP.of("a".repeat(1000));
    byte[] bytes = Encoding.GZIP.answer(zipped);
    int expected = asked == Asked.YES ? 1000 : zipped.length;
    KnownHeads heads = new KnownHeads();
    new Rig(heads).get().answer(bytes);
    for (List<byte[]> packets : Packets.waysToSend(bytes)) {
      Rig rig = new Rig(heads);
      rig.send(
          asked == Asked.YES ? rig.request("GET", "Accept-Encoding", "gzip") : rig.request("GET"),
          new Expectation(Statuses.of(List.of(200)), OptionalLong.of(expected), Optional.empty()));
      packets.forEach(rig::answer);
      Result result = rig.result();
      assertThat(result.outcome()).isEqualTo(Outcome.OK);
      assertThat(result.bodyBytes()).isEqualTo(expected);
      assertThat(result.wireBytes()).isEqualTo(bytes.length);
      assertThat(result.isOpen()).isTrue();
    }
  }

  /** Its length says that the answer is whole. */
  @ParameterizedTest
  @EnumSource
  void aCompressedBodyThatEndsBeforeItsEndIsNoSuccess(Encoding encoding) throws IOException {
    byte[] whole = encoding.of("abc".repeat(9));
    for (int length = 1; length < whole.length; length++) {
      Rig rig = asking("GET").answer(encoding.answer(Arrays.copyOf(whole, length)));
      Result result = rig.result();
      assertThat(result.outcome()).as("cut at %s", length).isEqualTo(Outcome.OTHER);
      assertThat(result.message()).startsWith(CANNOT);
      assertThat(rig.openSockets()).isZero();
      assertThat(rig.faults).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWholeBodyIsReadToItsEnd(Encoding encoding) throws IOException {
    for (String text : List.of("", "a", "abc".repeat(9), "a".repeat(100_000), text())) {
      Result result = asking("GET").answer(encoding.answer(encoding.of(text))).result();
      assertThat(result.message()).isNull();
      assertThat(result.bodyBytes()).isEqualTo(text.length());
    }
  }

  @Test
  void gzipMayHaveSeveralMembers() throws IOException {
    byte[] two = join(Encoding.GZIP.of("abc"), Encoding.GZIP.of("defgh"));
    for (List<byte[]> packets : Packets.waysToSend(Encoding.GZIP.answer(two))) {
      Rig rig = asking("GET");
      packets.forEach(rig::answer);
      Result result = rig.result();
      assertThat(result.message()).isNull();
      assertThat(result.bodyBytes()).isEqualTo(8);
    }
    byte[] cut = Arrays.copyOf(two, two.length - 1);
    assertThat(asking("GET").answer(Encoding.GZIP.answer(cut)).result().message())
        .isEqualTo(CANNOT + "the compressed body ends before its end");
  }

  @Test
  void gzipMayHaveThousandsOfMembers() throws IOException {
    byte[] one = Encoding.GZIP.of("abc");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 10_000; i++) {
      all.write(one);
    }
    Result result = asking("GET").answer(Encoding.GZIP.answer(all.toByteArray())).result();
    assertThat(result.message()).isNull();
    assertThat(result.bodyBytes()).isEqualTo(30_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET, 200 OK, Content-Length: 0",
        "GET, 200 OK, Transfer-Encoding: chunked\r\n\r\n0",
        "GET, 204 No Content, X: y",
        "GET, 304 Not Modified, Content-Length: 9",
        "HEAD, 200 OK, Content-Length: 9",
        "HEAD, 200 OK, Transfer-Encoding: chunked"
      })
  void anAnswerWithoutABodyHasNoEncodingToUndo(String answer) {
    String[] parts = answer.split(", ");
    Result result =
        asking(parts[0])
            .answer(
                "HTTP/1.1 %s\r\nContent-Encoding: gzip\r\n%s\r\n\r\n".formatted(parts[1], parts[2]))
            .result();
    assertThat(String.valueOf(result.message())).doesNotContain(CANNOT);
    assertThat(result.isOpen()).isTrue();
  }

  /** Also if it is damaged where its decoder, when it is closed, decodes it again. */
  @Test
  void aDamagedBodySaysWhatIsWrongWithIt() throws IOException {
    byte[] whole = Encoding.GZIP.answer(Encoding.GZIP.of(text()));
    int body = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    // The header's fields from 4 to 9 say nothing about the data.
    for (int at = body + 10; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      for (int cut : new int[] {body, body + 10, (body + whole.length) / 2}) {
        Rig rig = asking("GET");
        rig.answer(Arrays.copyOf(damaged, cut));
        rig.answer(Arrays.copyOfRange(damaged, cut, damaged.length));
        Result result = rig.result();
        assertThat(result.outcome()).isEqualTo(Outcome.OTHER);
        assertThat(result.message()).as("%s, cut at %s", at, cut).startsWith(CANNOT);
        assertThat(rig.openSockets()).isZero();
        assertThat(rig.faults).isEmpty();
      }
    }
  }

  /** Nothing would tell that it is cut: it stays as it came, and no check may believe it. */
  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "snappy", "gzip, br", "unheard-of"})
  void aBodyWhoseEndNobodyKnowsIsNotDecoded(String encoding) {
    byte[] body = "a\rhello, in uncompressed blocks".getBytes(StandardCharsets.US_ASCII);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %s\r\n\r\n"
            .formatted(encoding, body.length);
    byte[] answer = join(head.getBytes(StandardCharsets.US_ASCII), body);

    Result unchecked = asking("GET").answer(answer).result();
    assertThat(unchecked.message()).isNull();
    assertThat(unchecked.bodyBytes()).isEqualTo(body.length);

    Rig checking = new Rig();
    checking.send(
        checking.request("GET", "Accept-Encoding", encoding),
        Rig.ok().with((bytes, charset, shown) -> null));
    Result checked = checking.answer(answer).result();
    assertThat(checked.outcome()).isEqualTo(Outcome.CONTENT);
    assertThat(checked.message())
        .isEqualTo("a body whose Content-Encoding is " + encoding + " is not decoded for a check");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "", "GZIP"})
  void aBodyThatIsReadableIsChecked(String encoding) throws IOException {
    byte[] body =
        encoding.equals("GZIP")
            ? Encoding.GZIP.of("abc")
            : "abc".getBytes(StandardCharsets.US_ASCII);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %s\r\n\r\n"
            .formatted(encoding, body.length);
    Rig rig = new Rig();
    rig.send(
        rig.request("GET", "Accept-Encoding", "gzip"),
        Rig.ok()
            .with(
                (bytes, charset, shown) ->
                    new String(bytes, charset).equals("abc") ? null : "another body"));

    rig.answer(join(head.getBytes(StandardCharsets.US_ASCII), body));

    assertThat(rig.result().message()).isNull();
  }

  private static String text() {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    random.ints(3000, 'a', 'q').forEach(letter -> text.append((char) letter));
    return text.toString();
  }
}
