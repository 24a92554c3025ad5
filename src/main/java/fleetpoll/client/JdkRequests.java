package fleetpoll.client;

import fleetpoll.record.Outcome;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends a task's requests by the JDK's HTTP client; each blocks the thread that sends it. */
final class JdkRequests {

  static {
    // Without these the client silently resends a request whose connection was closed.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  private final CellTask task;
  private final CellRecorder recorder;
  private final HttpClient client;

  JdkRequests(CellTask task, CellRecorder recorder) {
    this.task = task;
    this.recorder = recorder;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(task.timeout())
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY);
    // Without TLS, nobody pays for reading certificates.
    client =
        (task.url().startsWith("https:") ? builder.sslContext(task.trust().context()) : builder)
            .build();
  }

  /** Sends the warm-up and records nothing; the first request will tell what is wrong. */
  void warmUp() {
    // If files run out, these classes can no longer be loaded.
    IOException failure = new IOException("warm-up");
    JdkFailures.outcome(failure);
    Reason.of(failure);
    try {
      client.send(
          request(task.warmUpUrl()).header(CellTask.WARM_UP_HEADER, "1").build(),
          BodyHandlers.discarding());
    } catch (IOException unreachable) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends request {@code i} and records how it ended. */
  void send(long i) {
    HttpRequest request = request(task.url() + i).build();
    long sentNanos = System.nanoTime();
    Outcome outcome;
    String message = null;
    try {
      outcome = outcomeOf(client.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException | RuntimeException e) {
      outcome = JdkFailures.outcome(e);
      message = Reason.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome = Outcome.INTERRUPTED;
    }
    recorder.record(sentNanos, System.nanoTime(), outcome, message);
  }

  private HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .header(CellTask.CELL_HEADER, task.cell())
        .timeout(task.timeout());
  }

  private Outcome outcomeOf(HttpResponse<byte[]> response) {
    if (response.statusCode() != task.status()) {
      return Outcome.status(response.statusCode());
    }
    boolean isExpectedLength =
        task.lengthBytes().isEmpty() || task.lengthBytes().getAsLong() == response.body().length;
    return isExpectedLength ? Outcome.OK : Outcome.LENGTH;
  }
}
