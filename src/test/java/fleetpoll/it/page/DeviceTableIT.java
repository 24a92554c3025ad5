package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import fleetpoll.report.RunExamples;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The table of devices in a real browser. */
class DeviceTableIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  @Test
  void theWorstTenComeFirstAndAreSeen() throws IOException {
    page.show(RunExamples.fiftyDevices(path));

    assertThat(page.ids()).startsWith("device-0007", "device-0005", "device-0042").hasSize(50);
    assertThat(page.all("#device-rows tr.worst")).hasSize(10);
    page.find("#filter-text").sendKeys("device-004");
    assertThat(page.all("#device-rows tr.worst")).as("of ten devices, ten are no worst").isEmpty();
  }

  @Test
  void aPercentileOfFewPollsIsMarked() throws IOException {
    RunExamples.write(
        RunExamples.folder(path, "run"),
        RunExamples.fleet(1, 10),
        false,
        (d, e, k) -> Answer.ok(4_000));
    page.show(new RunFolder(path.resolve("run")));

    assertThat(page.all("#device-rows td.few")).as("p99 of 20 polls, and p50 of 2").hasSize(7);
    assertThat(page.all("#times + * td.few, table td.few[title]"))
        .extracting(cell -> cell.getAttribute("title"))
        .contains("of 20 polls; a p99 takes 1,000", "of 2 polls; a p50 takes 20");
  }

  @Test
  void aColumnSortsByClickAndByKeyboard() throws IOException {
    page.show(RunExamples.fiftyDevices(path));
    WebElement device = page.find("#device-head tr:last-child button");
    WebElement p99 = page.find("button[aria-label='A service p99']");

    device.click();
    assertThat(page.ids()).startsWith("device-0001", "device-0002", "device-0003");
    assertThat(page.all("#device-rows tr.worst")).isEmpty();
    device.sendKeys(Keys.ENTER);
    assertThat(page.ids()).startsWith("device-0050", "device-0049");
    assertThat(sorted(device)).isEqualTo("descending");

    p99.sendKeys(Keys.SPACE);
    assertThat(page.ids()).startsWith("device-0042");
    assertThat(sorted(p99)).isEqualTo("descending");
    assertThat(sorted(device)).isEqualTo("none");
    p99.click();
    assertThat(page.ids()).endsWith("device-0042");

    WebElement silence = page.find("#device-head tr:last-child th:nth-child(2) button");
    silence.click();
    assertThat(page.ids().subList(0, 2)).containsExactlyInAnyOrder("device-0005", "device-0007");
    assertThat(sorted(silence)).isEqualTo("descending");

    page.find("#worst-first").click();
    assertThat(page.ids()).startsWith("device-0007", "device-0005");
  }

  @Test
  void filtersLeaveWhatMatches() throws IOException {
    page.show(RunExamples.fiftyDevices(path));
    WebElement failing = page.find("#filter-failing");
    WebElement missed = page.find("#filter-missed");
    WebElement late = page.find("#filter-late");

    failing.click();
    assertThat(page.ids()).containsExactly("device-0007");
    assertThat(page.find("#shown").getText()).isEqualTo("1 of 50 devices");
    missed.click();
    assertThat(page.ids()).isEmpty();
    assertThat(page.find("#no-rows").getText()).isEqualTo("No device matches.");
    failing.click();
    assertThat(page.ids()).containsExactly("device-0005");
    missed.click();
    late.click();
    assertThat(page.ids()).containsExactly("device-0007", "device-0005", "device-0042");
    late.click();
    page.find("#filter-text").sendKeys("VICE-004");
    assertThat(page.ids()).hasSize(10).allMatch(id -> id.startsWith("device-004"));
  }

  @Test
  void theCsvHoldsTheDevicesShownInTheirOrder() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    List<String> ids = List.of("plain", "with \"quotes\", and a comma", "=1+1");
    RunExamples.write(
        folder,
        RunExamples.withIdentities(RunExamples.fleet(3, 10), ids),
        false,
        (d, e, k) -> Answer.ok(2_000L * (d + 1)));
    page.downloadTo(path);
    page.show(folder);

    page.run(
        "const make = URL.createObjectURL;"
            + "URL.createObjectURL = (blob) => make.call(URL, (window.saved = blob))");

    page.find("button[aria-label='A service p99']").click();
    page.find("#save-csv").click();

    List<String[]> rows = rows((String) page.await("saved.text()"));
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0))
        .startsWith("device", "endpoint", "planned")
        .contains("service_p99_ms", "wire_bytes", "connections", "warm_up_connect_mean_ms");
    assertThat(rows)
        .extracting(row -> row[0] + "/" + row[1])
        .containsExactly(
            "device/endpoint",
            "'=1+1/A",
            "'=1+1/B",
            ids.get(1) + "/A",
            ids.get(1) + "/B",
            "plain/A",
            "plain/B");
    assertThat(rows.get(1)[2]).isEqualTo("20");
  }

  private static List<String[]> rows(String csv) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv)) {
      return rows.readAll();
    }
  }

  private static String sorted(WebElement button) {
    return button.findElement(By.xpath("..")).getDomAttribute("aria-sort");
  }
}
