package fleetpoll.study;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.client.CellResult;
import fleetpoll.client.Leash;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientOutputTest {

  private final List<String> calls = new ArrayList<>();

  private ClientOutput read(String output) {
    ClientOutput read =
        new ClientOutput(
            new BufferedReader(new StringReader(output)), () -> calls.add("load is over"));
    read.run();
    return read;
  }

  @Test
  void theResultOfAPythonClient() throws Exception {
    ClientOutput output =
        read(
            """
            DeprecationWarning: whatever
            fleetpoll cell: result {"firstSentEpochMicros": 5, "wallNanos": 7, "ok": 2, "koBy": \
            {"timeout": 1}, "okLatencyNanos": 9, "firstError": "late", "userSeconds": 0.25, \
            "sysSeconds": 0.5, "peakRssBytes": 1024}
            """);

    assertThat(output.result().get())
        .contains(new CellResult(5, 7, 2, Map.of("timeout", 1L), 9, "late", 0.25, 0.5, 1024L));
    assertThat(calls).isEmpty();
  }

  @Test
  void theEndOfTheLoadIsHeardAtOnce() {
    read(Leash.LOAD_IS_OVER + "\nReports generated\n");

    assertThat(calls).containsExactly("load is over");
  }

  @Test
  void withoutAResultTheLastLineTells() throws Exception {
    ClientOutput output =
        read("start\nCaused by: no memory\n\tat x.Y.z(Y.java:1)\n\t... 2 more\n\n");

    assertThat(output.result().get()).isEmpty();
    assertThat(output.lastLine()).isEqualTo("Caused by: no memory");
  }

  @Test
  void whatIsNoResultIsNone() throws Exception {
    ClientOutput output = read(Leash.RESULT + "{\"ok\": \"many\"}\n");

    assertThat(output.result().get()).isEmpty();
    assertThat(output.lastLine()).startsWith("its result cannot be read: ");
  }
}
