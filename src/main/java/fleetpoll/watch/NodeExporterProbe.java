package fleetpoll.watch;

import fleetpoll.text.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** Reads the target's machine from a Prometheus node exporter. */
final class NodeExporterProbe implements TargetProbe {

  /** Short enough for an answer within the second of the sample. */
  private static final int TIMEOUT_MILLIS = 800;

  private static final int OK = 200;

  private final URI metrics;
  private final String shown;
  private final Consumer<Happening> happenings;
  private final SSLContext tls;
  private MachineReading before;
  private boolean lost;
  private volatile boolean found;
  private volatile String failure;

  /**
   * @param shown the address as it may be stored and shown
   */
  NodeExporterProbe(URI metrics, String shown, SSLContext tls, Consumer<Happening> happenings) {
    this.metrics = metrics;
    this.shown = shown;
    this.happenings = happenings;
    this.tls = tls;
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
        ? new Happening(atNanos, "metrics-lost", "%s: %s.".formatted(shown, failure))
        : new Happening(atNanos, "metrics-found", shown + " answers again.");
  }

  private Optional<MachineReading> read() {
    try {
      MachineReading reading = NodeExporter.read(fetch());
      found = true;
      return Optional.of(reading);
    } catch (ExecutionException e) {
      failure = reason(e.getCause());
    } catch (TimeoutException | IllegalArgumentException e) {
      failure = reason(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = "interrupted";
    }
    return Optional.empty();
  }

  /** The time-out of a step may come just before the one for everything. */
  private static String reason(Throwable e) {
    return e instanceof TimeoutException || e instanceof SocketTimeoutException
        ? "no complete answer within %s ms".formatted(TIMEOUT_MILLIS)
        : Reason.of(e);
  }

  /**
   * Fetches the metrics with one time-out for everything: the connection's own are for each of its
   * steps. The JDK's newer client refuses a host with an underscore in its name.
   */
  private String fetch() throws ExecutionException, TimeoutException, InterruptedException {
    AtomicReference<HttpURLConnection> opened = new AtomicReference<>();
    FutureTask<String> answer = new FutureTask<>(() -> body(opened));
    Thread reader = new Thread(answer, "node exporter");
    reader.setDaemon(true);
    reader.start();
    try {
      return answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      Optional.ofNullable(opened.get()).ifPresent(HttpURLConnection::disconnect);
      throw e;
    }
  }

  private String body(AtomicReference<HttpURLConnection> opened) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) metrics.toURL().openConnection();
    opened.set(connection);
    if (connection instanceof HttpsURLConnection secured) {
      secured.setSSLSocketFactory(tls.getSocketFactory());
    }
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setRequestProperty("Accept", "text/plain;version=0.0.4");
    if (connection.getResponseCode() != OK) {
      throw new IllegalArgumentException("status " + connection.getResponseCode());
    }
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String found() {
    return found ? "the whole machine, as %s reports it".formatted(shown) : null;
  }

  @Override
  public String advice() {
    return ("Give -Dserver.metrics the address of a Prometheus node exporter that can be reached"
            + " from here; %s cannot be read (%s).")
        .formatted(shown, failure);
  }

  @Override
  public boolean isWholeMachine() {
    return true;
  }
}
