package fleetpoll.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Unit;
import fleetpoll.report.RunExamples;
import fleetpoll.report.RunExamples.Circumstances;
import fleetpoll.run.Check;
import fleetpoll.run.Event;
import fleetpoll.run.Judgement;
import fleetpoll.run.ResourceExamples;
import fleetpoll.run.Resources;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Usage;
import fleetpoll.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What a hostile server or identity says, in a real browser. */
class HostileTextIT {

  @RegisterExtension static final PageDriver page = new PageDriver();

  @TempDir Path path;

  private static final String HOSTILE = RunExamples.HOSTILE;

  @Test
  void hostileTextStaysTextAndNothingLeavesThePage() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    RunExamples.threeDevices(folder, hostile());

    page.show(folder);
    page.find("#device-rows button").click();
    page.find("#detail-close").click();
    page.find("#map").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
    assertThat(page.find("#map-tip").getText()).startsWith("<b>\"3\"</b>, ");
    page.find("#map").sendKeys(Keys.ENTER);

    assertThat(page.find("#detail-title").getText()).isEqualTo("<b>\"3\"</b>");
    assertThat(page.find("#detail").getText()).contains("<img src=x onerror=");
    assertThat(page.find("header").getText()).contains("<img src=x onerror=");
    assertThat(page.find("#verdict").findElement(By.xpath("..")).getText()).contains("<img src=x");
    assertThat(page.title()).endsWith(" - devices");
    assertThat(page.all("img, iframe, object, embed, link, script[src]")).isEmpty();
    assertThat(page.all("b:not(.events b):not(#map-nothing)")).isEmpty();
    assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:///"));
  }

  @Test
  void thePolicyStopsWhatIsNotThePages() throws IOException {
    RunFolder folder = RunExamples.folder(path, "run");
    RunExamples.threeDevices(folder);
    page.show(folder);

    page.run(
        "const s = document.createElement('script'); s.textContent = 'window.owned = 1';"
            + "document.body.append(s); document.body.insertAdjacentHTML('beforeend',"
            + "'<p id=styled style=\"color: red\">x</p>');");

    assertThat(page.run("return window.owned")).isNull();
    assertThat(page.text("return document.getElementById('styled').style.color")).isEmpty();
    assertThat(page.complaints()).hasSize(2).allMatch(text -> text.contains("Content Security"));
  }

  private static Circumstances hostile() {
    Check check = new Check(HOSTILE, HOSTILE, true, 1, null, Unit.COUNT, Check.Status.FAIL);
    return new Circumstances(
        false,
        List.of(new Event(3, HOSTILE, HOSTILE)),
        ResourceExamples.samples(10),
        new Resources(HOSTILE, HOSTILE, true, Usage.UNKNOWN, null, null, null, null, null),
        new Verdict(Judgement.INVALID, HOSTILE, List.of(check), List.of(check)));
  }
}
