package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.RunExamples;
import fleetpoll.report.SickFleet;
import fleetpoll.run.RunFolder;
import fleetpoll.run.VerdictExamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The device map in a real browser. */
class DeviceMapIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  @Test
  void aSickDeviceIsDarkAndAClickOpensIt() throws IOException {
    show(40);

    WebElement map = page.find("#map");
    assertThat(darkness(11)).isGreaterThan(2 * darkness(10));
    clickRow(map, 11, 40);

    assertThat(page.find("#detail-title").getText()).isEqualTo("device-0012");
    page.find("#detail-close").click();
  }

  @Test
  void hoveringSaysDeviceTimeAndValue() throws IOException {
    show(40);
    WebElement map = page.find("#map");

    hoverRow(map, 11, 40);

    assertThat(page.find("#map-tip").getText())
        .matches("device-0012, 30\\.\\d s to 3\\d\\.\\d s: slowest about [\\d.,]+ ms");
  }

  @Test
  void theKeyboardMovesFromCellToCellAndOpens() throws IOException {
    show(40);
    WebElement map = page.find("#map");

    map.sendKeys(Keys.ARROW_DOWN);
    assertThat(page.find("#map-tip").getText()).startsWith("device-0001, 0 s to 0.5 s");
    map.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
    assertThat(page.find("#map-tip").getText()).startsWith("device-0003, 0.5 s to 1.0");
    map.sendKeys(Keys.END, Keys.ARROW_UP);
    assertThat(page.find("#map-tip").getText()).startsWith("device-0002, 60");
    map.sendKeys(Keys.ENTER);

    assertThat(page.find("#detail-title").getText()).isEqualTo("device-0002");
    page.find("#detail-close").click();
    assertThat(page.focused()).isEqualTo(map);
  }

  @Test
  void theMeasureTheEndpointAndTheOrderCanBeChosen() throws IOException {
    show(40);
    WebElement map = page.find("#map");

    page.find("input[value=ko]").click();
    hoverRow(map, 11, 40);
    assertThat(page.find("#map-tip").getText()).matches(".*: \\d+ failed");
    assertThat(page.find("#map-unit").getText()).isEqualTo("polls failed, logarithmic");

    page.find("input[value=missed]").click();
    hoverRow(map, 0, 40);
    assertThat(page.find("#map-tip").getText()).endsWith(": 0 missed");

    page.find("input[value=silence]").click();
    hoverRow(map, 0, 40);
    assertThat(page.find("#map-tip").getText())
        .matches(".*: (not in its longest silence|in its longest silence, [\\d.]+ s)");
    assertThat(page.find("#map-endpoint").isEnabled()).isFalse();

    page.find("input[value=slowest]").click();
    page.find("#map-endpoint option:nth-child(3)").click();
    hoverRow(map, 0, 40);
    assertThat(page.find("#map-tip").getText()).matches(".*(no poll planned|about [\\d.]+ ms)");

    page.find("#map-endpoint option:nth-child(1)").click();
    page.find("#map-worst").click();
    map.sendKeys(Keys.ARROW_DOWN);
    assertThat(page.find("#map-tip").getText()).startsWith("device-0012,");
  }

  @Test
  void ofManyDevicesARowIsTheWorst() throws IOException {
    show(1_500);

    assertThat(page.find("#map-rows").getText()).isEqualTo("Each row is the worst of 3 devices");
    page.find("#map").sendKeys(Keys.ARROW_DOWN);
    page.find("#map").sendKeys(Keys.PAGE_DOWN.toString().repeat(7));
    page.find("#map").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertThat(page.find("#map-tip").getText()).startsWith("device-0429 (the worst of 3), ");
  }

  private void show(int devices) throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    SickFleet.write(folder, RunExamples.fleet(devices, 60), VerdictExamples.FAIL);
    page.show(folder);
    page.run("document.querySelector('#map').scrollIntoView({ block: 'center' })");
  }

  /** How far the first cells of a row are from white, 0 to 765. */
  private static double darkness(int row) {
    return page.number(
        "const map = document.querySelector('#map'), height = (map.height - 22) / 40;"
            + PageDriver.PIXELS
            + "const at = pixels(map, 60, (arguments[0] + 0.5) * height, 1, 1);"
            + "return 765 - at[0] - at[1] - at[2]",
        row);
  }

  private static void hoverRow(WebElement map, int row, int rows) {
    page.actions().moveToElement(map, 24, offset(map, row, rows)).perform();
  }

  private static void clickRow(WebElement map, int row, int rows) {
    page.actions().moveToElement(map, 24, offset(map, row, rows)).click().perform();
  }

  /** From the middle of the canvas, whose last 22 pixels are the axis, to the middle of a row. */
  private static int offset(WebElement map, int row, int rows) {
    double height = map.getSize().getHeight();
    return (int) Math.floor((row + 0.5) * (height - 22) / rows - height / 2);
  }
}
