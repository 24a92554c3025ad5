package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.figure.Unit;
import fleetpoll.report.RunExamples.Answer;
import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitXmlTest {

  private static final Check LATE =
      new Check("validity.lateness", "lateness", false, 50, 80.0, Unit.MILLIS, Status.FAIL);
  private static final Check UNKNOWN =
      new Check("validity.cpu", "CPU", false, 80, null, Unit.PERCENT, Status.WARN);
  private static final Check MET =
      new Check("slo.success", "success", true, 99, 99.5, Unit.PERCENT, Status.PASS);

  @TempDir Path path;

  @Test
  void aFailedRunHasItsFailedLevels() throws Exception {
    Element suite =
        write(new Verdict(Judgement.FAIL, "r", List.of(UNKNOWN), List.of(MET, slow("A"))));

    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(attributes(suite, "name", "tests", "failures", "errors", "skipped", "time"))
        .containsExactly(
            "fleetpoll http://127.0.0.1:8000 devicepollsimulation-20260101000000000",
            "3",
            "1",
            "0",
            "0",
            "10.000");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-01-01T00:00:00");
    List<Element> cases = children(suite, "testcase");
    assertThat(cases)
        .extracting(c -> c.getAttribute("classname") + " " + c.getAttribute("name"))
        .containsExactly(
            "fleetpoll.validity http://127.0.0.1:8000 validity devicepollsimulation-20260101000000000",
            "fleetpoll.slo http://127.0.0.1:8000 slo.success devicepollsimulation-20260101000000000",
            "fleetpoll.slo http://127.0.0.1:8000 slo.a.p99 devicepollsimulation-20260101000000000");
    assertThat(children(cases.get(0), "failure")).isEmpty();
    assertThat(children(cases.get(0), "system-out"))
        .extracting(Element::getTextContent)
        .containsExactly("The CPU was not measured, and validity.cpu allows 80 %.");
    assertThat(children(cases.get(1), "*")).isEmpty();
    assertThat(children(cases.get(2), "failure"))
        .extracting(failure -> failure.getAttribute("message"))
        .containsExactly("The p99 of A was 61 ms, and slo.a.p99 allows 50 ms.");
  }

  @Test
  void anInvalidRunFailsAndItsMetLevelsAreSkipped() throws Exception {
    Element suite =
        write(
            new Verdict(Judgement.INVALID, "It was late.", List.of(LATE), List.of(MET, slow("A"))));

    assertThat(attributes(suite, "tests", "failures", "skipped")).containsExactly("3", "2", "1");
    List<Element> cases = children(suite, "testcase");
    Element failure = children(cases.get(0), "failure").get(0);
    assertThat(attributes(failure, "type", "message")).containsExactly("INVALID", "It was late.");
    assertThat(failure.getTextContent())
        .isEqualTo("The lateness was 80 ms, and validity.lateness allows 50 ms.");
    assertThat(children(cases.get(1), "skipped")).hasSize(1);
    assertThat(children(cases.get(2), "failure")).hasSize(1);
  }

  @Test
  void aLevelThatWasNotJudgedIsSkippedWithItsReason() throws Exception {
    Element suite =
        write(
            new Verdict(
                Judgement.PASS,
                "r",
                List.of(),
                List.of(MET, slow("A").doubted("60 polls are too few."))));

    assertThat(attributes(suite, "tests", "failures", "skipped")).containsExactly("3", "0", "1");
    assertThat(children(suite, "skipped"))
        .extracting(skipped -> skipped.getAttribute("message"))
        .containsExactly("60 polls are too few.");
  }

  @Test
  void withoutLevelsThereIsValidityAlone() throws Exception {
    Element suite = write(new Verdict(Judgement.VALID, "r", List.of(), List.of()));

    assertThat(attributes(suite, "tests", "failures", "skipped")).containsExactly("1", "0", "0");
    assertThat(children(suite, "testcase")).hasSize(1);
    assertThat(children(suite, "failure")).isEmpty();
  }

  @Test
  void noTextBreaksTheFormat() throws Exception {
    String hostile = "<\"A\"> & ']]> \u0000\u001b[2J\ud800\uffff \ud83d\ude00\u2028";

    Element suite = write(new Verdict(Judgement.FAIL, "r", List.of(), List.of(slow(hostile))));

    Element failure = children(suite, "failure").get(0);
    assertThat(failure.getTextContent())
        .isEqualTo(failure.getAttribute("message"))
        .contains("<\"A\"> & ']]> \ufffd\ufffd[2J\ufffd\ufffd \ud83d\ude00\u2028 was 61 ms");
  }

  private static Check slow(String endpoint) {
    return new Check("slo.a.p99", "p99 of " + endpoint, false, 50, 61.0, Unit.MILLIS, Status.FAIL);
  }

  /** Writes a run of 10 s with this verdict and returns the parsed root. */
  private Element write(Verdict verdict) throws Exception {
    RunFolder folder = RunExamples.folder(path, "run");
    Run run =
        RunExamples.write(folder, RunExamples.fleet(1, 10), false, (d, e, k) -> Answer.ok(1_000));
    JunitXml.write(folder, run.withVerdict(verdict));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.path().resolve("junit.xml").toFile())
        .getDocumentElement();
  }

  private static List<String> attributes(Element element, String... names) {
    return List.of(names).stream().map(element::getAttribute).toList();
  }

  private static List<Element> children(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
