package fleetpoll.watch;

import fleetpoll.text.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Reads the target's machine from a Prometheus node exporter. */
final class NodeExporterProbe implements TargetProbe {

  /** Short enough for an answer within the second of the sample. */
  private static final long TIMEOUT_MILLIS = 800;

  private static final int OK = 200;

  private final URI metrics;
  private final Consumer<Happening> happenings;
  private final HttpClient client;
  private MachineReading before;
  private boolean lost;
  private volatile boolean found;
  private volatile String failure;

  NodeExporterProbe(URI metrics, SSLContext tls, Consumer<Happening> happenings) {
    this.metrics = metrics;
    this.happenings = happenings;
    this.client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
    read();
  }

  @Override
  public Optional<Sample> sample(long atNanos) {
    Optional<MachineReading> now = read();
    if (now.isEmpty() != lost) {
      lost = now.isEmpty();
      happenings.accept(change(atNanos));
    }
    Optional<Sample> sample = now.map(reading -> reading.since(before, Source.TARGET, atNanos));
    before = now.orElse(before);
    return sample;
  }

  private Happening change(long atNanos) {
    return lost
        ? new Happening(atNanos, "metrics-lost", "%s: %s.".formatted(metrics, failure))
        : new Happening(atNanos, "metrics-found", metrics + " answers again.");
  }

  private Optional<MachineReading> read() {
    try {
      MachineReading reading = NodeExporter.read(fetch());
      found = true;
      return Optional.of(reading);
    } catch (ExecutionException e) {
      failure = reason(e.getCause());
    } catch (TimeoutException e) {
      failure = "no complete answer within %d ms".formatted(TIMEOUT_MILLIS);
    } catch (IllegalArgumentException e) {
      failure = reason(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = "interrupted";
    }
    return Optional.empty();
  }

  private static String reason(Throwable e) {
    return Reason.of(e);
  }

  /**
   * Fetches the metrics with one time-out for everything: the client's own covers only the answer's
   * header.
   */
  private String fetch() throws ExecutionException, TimeoutException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(metrics).header("Accept", "text/plain;version=0.0.4").build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      HttpResponse<String> response = answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw new IllegalArgumentException("status " + response.statusCode());
      }
      return response.body();
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public String found() {
    return found ? "the whole machine, as %s reports it".formatted(metrics) : null;
  }

  @Override
  public String advice() {
    return ("Give -Dserver.metrics the address of a Prometheus node exporter that can be reached"
            + " from here; %s cannot be read (%s).")
        .formatted(metrics, failure);
  }

  @Override
  public boolean isWholeMachine() {
    return true;
  }
}
