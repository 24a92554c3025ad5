package fleetpoll.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scrape found, as Prometheus' own client for Python reads it.
 *
 * @param samples in the order of the text
 */
record Metrics(List<Sample> samples) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String LIBRARY = "prometheus_client.parser";
  private static final String PARSER =
      """
      import json, sys
      from prometheus_client.parser import text_string_to_metric_families
      json.dump([{"name": s.name, "labels": s.labels, "value": str(s.value)}
                 for family in text_string_to_metric_families(sys.stdin.read())
                 for s in family.samples], sys.stdout)
      """;

  /** A line of the text. */
  record Sample(String name, Map<String, String> labels, double value) {}

  /** Skips the test where the parser is missing. */
  static void assumeParser() {
    assumeTrue(
        Python.with(LIBRARY).isPresent(),
        "prometheus_client is missing: apt-get install --no-install-recommends"
            + " python3-prometheus-client");
  }

  /** The text of a scrape; empty where nobody listens. */
  static Optional<String> scrape(int port) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
              .timeout(TIMEOUT)
              .build();
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return Optional.of(answer.body());
    } catch (IOException nobodyListens) {
      return Optional.empty();
    }
  }

  static Metrics parse(String text) throws IOException {
    Process python = new ProcessBuilder(Python.with(LIBRARY).orElseThrow(), "-c", PARSER).start();
    try (OutputStream in = python.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return new Metrics(
        new ObjectMapper()
            .readValue(python.getInputStream(), new TypeReference<List<Sample>>() {}));
  }

  /** The sum of the samples of a name that have these labels, {@code label, value, ...}. */
  double sum(String name, String... labels) {
    return samples.stream()
        .filter(sample -> sample.name.equals(name) && has(sample, labels))
        .mapToDouble(Sample::value)
        .sum();
  }

  private static boolean has(Sample sample, String... labels) {
    for (int i = 0; i < labels.length; i += 2) {
      if (!labels[i + 1].equals(sample.labels.get(labels[i]))) {
        return false;
      }
    }
    return true;
  }

  /** A label's values, where it is there. */
  List<String> values(String name, String label) {
    return samples.stream()
        .filter(sample -> sample.name.equals(name))
        .map(sample -> sample.labels.get(label))
        .toList();
  }
}
