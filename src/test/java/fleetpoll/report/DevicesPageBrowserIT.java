package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.record.Outcome;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The devices' page in a real browser. */
class DevicesPageBrowserIT {

  /** Bounds of what stays usable, wide enough for a busy machine. */
  private static final long OPEN_MILLIS = 2_000;

  private static final long SORT_MILLIS = 300;

  @TempDir static Path shared;
  @TempDir Path path;

  private static ChromeDriver browser;

  @BeforeAll
  static void open() {
    browser = Browser.open(shared.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void theWorstComeFirst() throws IOException {
    show(fiftyDevices());

    assertThat(ids()).startsWith("device-0007", "device-0005", "device-0042").hasSize(50);
  }

  @Test
  void aColumnSortsByClickAndByKeyboard() throws IOException {
    show(fiftyDevices());
    WebElement device = browser.findElement(By.cssSelector("#device-head tr:last-child button"));
    WebElement p99 = browser.findElement(By.cssSelector("button[aria-label='A service p99']"));

    device.click();
    assertThat(ids()).startsWith("device-0001", "device-0002", "device-0003");
    device.sendKeys(Keys.ENTER);
    assertThat(ids()).startsWith("device-0050", "device-0049");
    assertThat(sorted(device)).isEqualTo("descending");

    p99.sendKeys(Keys.SPACE);
    assertThat(ids()).startsWith("device-0042");
    assertThat(sorted(p99)).isEqualTo("descending");
    assertThat(sorted(device)).isEqualTo("none");
    p99.click();
    assertThat(ids()).endsWith("device-0042");
  }

  @Test
  void filtersLeaveWhatMatches() throws IOException {
    show(fiftyDevices());
    WebElement failing = browser.findElement(By.id("filter-failing"));
    WebElement missed = browser.findElement(By.id("filter-missed"));
    WebElement text = browser.findElement(By.id("filter-text"));

    failing.click();
    assertThat(ids()).containsExactly("device-0007");
    assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("1 of 50 devices");
    missed.click();
    assertThat(ids()).isEmpty();
    assertThat(browser.findElement(By.id("no-rows")).getText()).isEqualTo("No device matches.");
    failing.click();
    assertThat(ids()).containsExactly("device-0005");
    missed.click();
    text.sendKeys("VICE-004");
    assertThat(ids()).hasSize(10).allMatch(id -> id.startsWith("device-004"));
  }

  @Test
  void aDeviceOpensWithItsNumbersAndErrors() throws IOException {
    show(fiftyDevices());
    WebElement first = browser.findElement(By.cssSelector("#device-rows button"));
    WebElement dialog = browser.findElement(By.id("detail"));

    first.sendKeys(Keys.ENTER);
    assertThat(dialog.isDisplayed()).isTrue();
    assertThat(dialog.getText()).contains("device-0007", "status 503", "not today", "50.00");
    browser.findElement(By.id("detail-close")).click();
    assertThat(dialog.isDisplayed()).isFalse();
    assertThat(browser.switchTo().activeElement()).isEqualTo(first);

    browser.findElement(By.cssSelector("#device-rows tr:nth-child(2) td")).click();
    assertThat(dialog.getText()).contains("device-0005", "No poll of this device failed.");
  }

  @Test
  void bothThemesAreReadable() throws IOException {
    show(fiftyDevices());

    scheme("dark");
    assertThat(luminance("color")).isGreaterThan(luminance("backgroundColor") + 120);
    scheme("light");
    assertThat(luminance("color")).isLessThan(luminance("backgroundColor") - 120);
  }

  @Test
  void hostileTextStaysTextAndNothingLeavesThePage() throws IOException {
    browser.manage().logs().get(LogType.BROWSER);
    browser.manage().logs().get(LogType.PERFORMANCE);
    RunFolder folder = RunExamples.folder(path, "run");
    RunExamples.threeDevices(folder);

    show(folder);
    browser.findElement(By.cssSelector("#device-rows button")).click();

    assertThat(browser.findElement(By.id("detail-title")).getText()).isEqualTo("<b>\"3\"</b>");
    assertThat(browser.findElement(By.id("detail")).getText()).contains("<img src=x onerror=");
    assertThat(browser.getTitle()).endsWith(" - devices");
    assertThat(browser.findElements(By.cssSelector("img, b:not(.events b), iframe"))).isEmpty();
    assertThat(requests()).isNotEmpty().allMatch(url -> url.startsWith("file:///"));
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  @Test
  void thePolicyStopsWhatIsNotThePages() throws IOException {
    show(fiftyDevices());

    browser.executeScript(
        "const s = document.createElement('script'); s.textContent = 'window.owned = 1';"
            + "document.body.append(s);");

    assertThat(browser.executeScript("return window.owned")).isNull();
    browser.manage().logs().get(LogType.BROWSER);
  }

  @Test
  void aNarrowPageDoesNotScrollSideways() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    RunExamples.write(
        folder,
        RunExamples.withIdentities(
            RunExamples.withEndpoints(RunExamples.fleet(1, 10), 5), List.of("x".repeat(128))),
        true,
        (d, e, k) -> Answer.ko(Outcome.OTHER, "y".repeat(200)));

    width(400);
    try {
      show(folder);
      assertThat(number("return innerWidth")).isEqualTo(400);
      assertThat(number("return document.documentElement.scrollWidth"))
          .isEqualTo(number("return document.documentElement.clientWidth"));
      browser.findElement(By.cssSelector("#device-rows button")).click();
      assertThat(number("return document.getElementById('detail').getBoundingClientRect().right"))
          .isLessThanOrEqualTo(400);
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  private RunFolder fiftyDevices() {
    RunFolder folder = RunExamples.folder(path, "run");
    RunExamples.write(folder, RunExamples.fleet(50, 10), false, DevicesPageBrowserIT::answer);
    return folder;
  }

  private static Answer answer(int device, int endpoint, long tick) {
    if (device == 6 && tick % 2 == 0) {
      return Answer.ko(Outcome.status(503), "not today");
    }
    if (device == 4 && tick == 3) {
      return null;
    }
    return Answer.ok(device == 41 ? 90_000 : 2_000 + 10 * device);
  }

  private static void show(RunFolder folder) throws IOException {
    browser.get(DevicesPage.url(DevicesPage.draw(folder)));
  }

  @SuppressWarnings("unchecked")
  private static List<String> ids() {
    return (List<String>)
        browser.executeScript(
            "return [...document.querySelectorAll('#device-rows button')].map(b => b.textContent)");
  }

  private static String sorted(WebElement button) {
    return button.findElement(By.xpath("..")).getDomAttribute("aria-sort");
  }

  private static double sortMillis(String button) {
    return number(
        "const b = document.querySelector(arguments[0]); const t = performance.now(); b.click();"
            + "document.body.getBoundingClientRect(); return performance.now() - t",
        button);
  }

  private static double number(String script, Object... arguments) {
    return ((Number) browser.executeScript(script, arguments)).doubleValue();
  }

  /** Sum of the body's red, green and blue, 0 to 765. */
  private static double luminance(String property) {
    return number(
        "return getComputedStyle(document.body)[arguments[0]].match(/\\d+/g).slice(0, 3)"
            + ".reduce((sum, each) => sum + Number(each), 0)",
        property);
  }

  private static void scheme(String value) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", value))));
  }

  private static void width(int pixels) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  private static List<String> requests() {
    return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(message -> message.replaceFirst(".*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }
}
