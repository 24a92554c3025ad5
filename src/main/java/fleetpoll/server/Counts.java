package fleetpoll.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fleetpoll.trust.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import javax.net.ssl.HttpsURLConnection;

/**
 * The answer to {@code GET /counts} of the embedded target. A request counts when its head has
 * arrived, whatever the answer is; /counts and /health never count.
 *
 * @param measured all requests except the warm-up
 * @param warmUp the requests that carried the header {@code X-Fleetpoll-Warm-Up}
 */
public record Counts(Tally measured, Tally warmUp) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_MILLIS = 10_000;

  /**
   * Asks an embedded target.
   *
   * @param target its root, such as {@link Target#uri()}
   * @throws IOException if it does not answer within 10 s, or answers something else
   */
  public static Counts of(URI target) throws IOException {
    return of(target, Trust.OF_THE_JVM);
  }

  /**
   * Asks a server that may be an embedded target.
   *
   * @param trust decides over the server's certificate if it speaks TLS
   * @throws IOException if it does not answer within 10 s, or answers something else
   */
  public static Counts of(URI target, Trust trust) throws IOException {
    URLConnection connection = target.resolve("/counts").toURL().openConnection();
    if (connection instanceof HttpsURLConnection secured) {
      secured.setSSLSocketFactory(trust.context().getSocketFactory());
    }
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try (InputStream body = connection.getInputStream()) {
      return JSON.readValue(body, Counts.class);
    }
  }

  byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of numbers are always JSON", e);
    }
  }
}
