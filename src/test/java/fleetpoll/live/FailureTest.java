package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.config.RedisUrl;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static final RedisUrl URL = new RedisUrl(URI.create("redis://me:s3cret@host"));

  @Test
  void theDeepestCauseIsToldInOneLine() {
    Exception refused = new IOException("Connection refused");
    Exception failure = new IllegalStateException("Failed to connect.", new IOException(refused));

    assertThat(Failure.text(failure, URL)).isEqualTo("Failed to connect. Connection refused");
  }

  @Test
  void whateverAHostileServerAnswers() {
    Exception odd = new IllegalStateException("ERR\r\n\u001b[31m me s3cret " + "x".repeat(1_000));

    assertThat(Failure.text(odd, URL))
        .startsWith("ERR [31m me ... xxx")
        .hasSize(203)
        .doesNotContain("s3cret");
    assertThat(Failure.text(new NullPointerException(), URL)).isEqualTo("null pointer");
  }
}
