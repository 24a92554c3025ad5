package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.report.DevicesPage;
import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A page in a real browser, and what tests do with it: one browser for all tests of a process, and
 * after each it must have had nothing to complain of.
 */
public final class PageDriver implements BeforeAllCallback, AfterEachCallback {

  /** A function of a script that reads a canvas without making the browser read it slowly. */
  static final String PIXELS =
      "const pixels = (canvas, ...of) => {"
          + "const copy = Object.assign(document.createElement('canvas'),"
          + "{ width: canvas.width, height: canvas.height });"
          + "const ctx = copy.getContext('2d', { willReadFrequently: true });"
          + "ctx.drawImage(canvas, 0, 0); return ctx.getImageData(...of).data; };";

  private static ChromeDriver browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  /** Starting it takes longer than most tests; it ends with this process. */
  private static synchronized void open() {
    if (browser == null) {
      browser = Browser.open();
      Runtime.getRuntime().addShutdownHook(new Thread(browser::quit, "end of the browser"));
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    scheme("light");
    assertThat(complaints()).isEmpty();
  }

  /** Draws the page of {@code folder} and opens it. */
  void show(RunFolder folder) throws IOException {
    get(DevicesPage.url(DevicesPage.draw(folder)));
  }

  public void get(String url) {
    browser.get("about:blank");
    complaints();
    browser.manage().logs().get(LogType.PERFORMANCE);
    browser.get(url);
  }

  public WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  public List<WebElement> all(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  WebElement focused() {
    return browser.switchTo().activeElement();
  }

  Actions actions() {
    return new Actions(browser);
  }

  public String title() {
    return browser.getTitle();
  }

  public Object run(String script, Object... arguments) {
    return browser.executeScript(script, arguments);
  }

  /** What a promise comes to. */
  Object await(String promise) {
    return browser.executeAsyncScript("const done = arguments[0]; " + promise + ".then(done)");
  }

  public double number(String script, Object... arguments) {
    return ((Number) run(script, arguments)).doubleValue();
  }

  public String text(String script, Object... arguments) {
    return (String) run(script, arguments);
  }

  /** Sum of the body's red, green and blue, 0 to 765. */
  double luminance(String property) {
    return number(
        "return getComputedStyle(document.body)[arguments[0]].match(/\\d+/g).slice(0, 3)"
            + ".reduce((sum, each) => sum + Number(each), 0)",
        property);
  }

  /** Titles of the charts in a place. */
  List<String> titles(String place) {
    return all(place + " .title").stream().map(WebElement::getText).toList();
  }

  /** Ids of the table's rows, in order. */
  @SuppressWarnings("unchecked")
  List<String> ids() {
    return (List<String>)
        run("return [...document.querySelectorAll('#device-rows button')].map(b => b.textContent)");
  }

  /** Light or dark, until the test is over. */
  public void scheme(String value) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", value))));
    awaitFrames();
  }

  /** The page has drawn what it had to draw again. */
  private void awaitFrames() {
    browser.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
  }

  /** As wide as this until the test is over. */
  public void width(int pixels) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  void downloadTo(Path folder) {
    browser.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
  }

  /** Base64 of a PDF. */
  String print() {
    return (String) browser.executeCdpCommand("Page.printToPDF", Map.of()).get("data");
  }

  /** Whatever the browser complained of since the page was asked for. */
  List<String> complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses that were asked for since the page was. */
  public List<String> requests() {
    return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(message -> message.replaceFirst(".*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }
}
