package fleetpoll.study;

import fleetpoll.client.CellTask;
import fleetpoll.server.Counts;
import fleetpoll.settings.StudySettings;
import fleetpoll.trust.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Finds out what a server that somebody else runs can do, and how long it takes.
 *
 * @param draws whether it reports which delays it drew
 * @param counts whether it reports what it has received
 * @param nanos its {@link SequentialLatency}, which is the t of a server that draws no delays;
 *     empty if a request fails: it has no answer, or one with another status or length than the
 *     expected one
 */
record DelayProbe(boolean draws, boolean counts, OptionalLong nanos) {

  /**
   * Asks a server. If it fails, the cells will report that.
   *
   * @param url to which the index of a request is appended
   */
  static DelayProbe of(String url, StudySettings settings, LongSupplier nanoTime)
      throws InterruptedException {
    boolean counts = counts(URI.create(url), settings.trust());
    HttpClient client = client(settings);
    try {
      long begunNanos = nanoTime.getAsLong();
      HttpResponse<byte[]> first = send(client, url + 0, settings);
      if (first.headers().firstValue("X-Delay-Nanos").isPresent()) {
        return new DelayProbe(true, counts, OptionalLong.empty());
      }
      verify(first, settings);
      long nanos =
          SequentialLatency.nanos(
              i -> verify(send(client, url + i, settings), settings), nanoTime, begunNanos);
      return new DelayProbe(false, counts, OptionalLong.of(nanos));
    } catch (IOException e) {
      return new DelayProbe(false, counts, OptionalLong.empty());
    }
  }

  private static HttpClient client(StudySettings settings) {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .connectTimeout(settings.timeout())
        .proxy(HttpClient.Builder.NO_PROXY)
        .sslContext(settings.trust().context())
        .build();
  }

  private static HttpResponse<byte[]> send(HttpClient client, String url, StudySettings settings)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(settings.timeout())
            .header(CellTask.WARM_UP_HEADER, "1")
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  /** Judges an answer as the cells' clients do. */
  private static void verify(HttpResponse<byte[]> answer, StudySettings settings)
      throws IOException {
    if (answer.statusCode() != settings.status()) {
      throw new IOException("status " + answer.statusCode());
    }
    if (settings.lengthBytes().orElse(answer.body().length) != answer.body().length) {
      throw new IOException("length " + answer.body().length);
    }
  }

  private static boolean counts(URI url, Trust trust) {
    try {
      Counts.of(url, trust);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
