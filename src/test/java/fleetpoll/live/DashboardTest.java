package fleetpoll.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard only asks for series that a run exposes. */
class DashboardTest {

  private static final Path DASHBOARD = Path.of("src/main/deploy/grafana/fleetpoll.json");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^(fleetpoll_\\w+)(?:\\{(.*)})? ");
  private static final Pattern METRIC = Pattern.compile("fleetpoll_\\w+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=~?\"");
  private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");
  private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

  @Test
  void everyMetricAndLabelOfItsQueriesIsExposed() throws Exception {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
    Set<String> metrics = new TreeSet<>();
    Set<String> labels = new TreeSet<>();
    for (JsonNode target : dashboard.findValues("targets")) {
      for (JsonNode query : target) {
        String expression = query.path("expr").asText();
        metrics.addAll(all(METRIC, expression));
        labels.addAll(all(LABEL, expression));
        all(GROUPING, expression).forEach(names -> labels.addAll(Set.of(names.split(", "))));
        labels.addAll(all(LEGEND, query.path("legendFormat").asText()));
      }
    }

    String exposed = scrape();
    assertThat(metrics).hasSizeGreaterThan(6).isSubsetOf(all(SAMPLE, exposed));
    assertThat(labels).hasSizeGreaterThan(4).isSubsetOf(all(LABEL, exposed));
  }

  @Test
  void itsPanelsReadTheDatasourceThatIsChosen() throws Exception {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());

    assertThat(dashboard.path("templating").path("list").path(0).path("type").asText())
        .isEqualTo("datasource");
    assertThat(dashboard.path("panels")).isNotEmpty();
    assertThat(dashboard.path("panels"))
        .allSatisfy(
            panel ->
                assertThat(panel.path("datasource").path("uid").asText())
                    .isEqualTo("${datasource}"));
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(m -> group(m.group(), pattern))
        .collect(Collectors.toSet());
  }

  private static String group(String found, Pattern pattern) {
    Matcher matcher = pattern.matcher(found);
    return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : found;
  }

  private static String scrape() throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (MetricsServer server = MetricsServer.listen(port)) {
      server.serve(PolledRun.metrics(false));
      URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
