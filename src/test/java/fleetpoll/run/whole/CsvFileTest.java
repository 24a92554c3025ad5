package fleetpoll.run.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.ErrorRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

  @TempDir Path folder;

  @Test
  void textThatLooksLikeAFormulaIsStoredSafelyAndReadAsItWas() throws IOException {
    Path path = folder.resolve("errors.csv");
    CsvFile<ErrorRow> file = new CsvFile<>(path, ErrorRow.class);
    List<ErrorRow> rows =
        List.of(
            new ErrorRow("=1+1", "A", "status 500", 2, -0.5, 1, "@SUM(1,2)"),
            new ErrorRow("'=1", "A", "closed", 1, 0, 0, null));

    file.write(rows.stream());

    assertThat(Files.readAllLines(path))
        .containsExactly(
            "device,endpoint,reason,count,first_s,last_s,message",
            "\"'=1+1\",A,\"status 500\",2,-0.5,1.0,\"'@SUM(1,2)\"",
            "\"''=1\",A,closed,1,0.0,0.0,");
    assertThat(file.read()).isEqualTo(rows);
  }
}
