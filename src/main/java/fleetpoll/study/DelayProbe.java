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

/**
 * Finds out what a server that somebody else runs can do, and how long it takes.
 *
 * @param draws whether it reports which delays it drew
 * @param counts whether it reports what it has received
 * @param meanNanos mean latency of a few requests one after the other, which is the t of a server
 *     that draws no delays; empty if it does not answer
 */
record DelayProbe(boolean draws, boolean counts, OptionalLong meanNanos) {

  private static final int REQUESTS = 10;

  /**
   * Asks a server. If it does not answer, the cells will report that.
   *
   * @param url to which the index of a request is appended
   */
  static DelayProbe of(String url, StudySettings settings) throws InterruptedException {
    boolean counts = counts(URI.create(url), settings.trust());
    HttpClient client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .proxy(HttpClient.Builder.NO_PROXY)
            .sslContext(settings.trust().context())
            .build();
    HttpRequest.Builder request =
        HttpRequest.newBuilder().timeout(settings.timeout()).header(CellTask.WARM_UP_HEADER, "1");
    try {
      HttpResponse<Void> first = client.send(to(url, 0, request), BodyHandlers.discarding());
      if (first.headers().firstValue("X-Delay-Nanos").isPresent()) {
        return new DelayProbe(true, counts, OptionalLong.empty());
      }
      long startNanos = System.nanoTime();
      for (int i = 1; i <= REQUESTS; i++) {
        client.send(to(url, i, request), BodyHandlers.discarding());
      }
      long meanNanos = (System.nanoTime() - startNanos) / REQUESTS;
      return new DelayProbe(false, counts, OptionalLong.of(meanNanos));
    } catch (IOException e) {
      return new DelayProbe(false, counts, OptionalLong.empty());
    }
  }

  private static HttpRequest to(String url, int i, HttpRequest.Builder request) {
    return request.uri(URI.create(url + i)).build();
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
