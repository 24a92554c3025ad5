package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> get(int port, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
            .header("Accept", accept)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5",
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited"
            + ";q=0.8,text/plain;version=0.0.4;q=0.5"
      })
  void whateverFormatPrometheusAsksForIsAnswered(String accept) throws Exception {
    int port = freePort();
    try (MetricsServer server = MetricsServer.listen(port)) {
      assertThat(get(port, accept).statusCode()).isEqualTo(200);

      server.serve(PolledRun.metrics(true));

      assertThat(get(port, accept).statusCode()).isEqualTo(200);
      assertThat(get(port, accept).body())
          .contains("fleetpoll_polls_total", "fleetpoll_service_seconds", PolledRun.NAME);
    }
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(port, accept));
  }

  @Test
  void aPortThatIsTakenIsRefused() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> MetricsServer.listen(taken.getLocalPort()))
          .withMessageContaining("Address already in use");
    }
  }
}
