package fleetpoll.report;

import fleetpoll.run.Check;
import fleetpoll.run.Check.Status;
import fleetpoll.run.Judgement;
import fleetpoll.run.Run;
import fleetpoll.run.RunFolder;
import fleetpoll.run.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: the verdict in the format of Ant's JUnit task, which continuous integration
 * servers read. Validity is one test case and each service level another. A level that could not be
 * judged counts as skipped, and so does one that was met in an invalid run, since it proves
 * nothing. The names contain the target and the run: servers put the cases of many files together.
 */
public final class JunitXml {

  /** Characters that XML 1.0, section 2.2, does not allow, not even escaped. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;
  private final Run run;

  private JunitXml(XMLStreamWriter xml, Run run) {
    this.xml = xml;
    this.run = run;
  }

  /** Writes the verdict of {@code run} into {@code folder}. */
  public static void write(RunFolder folder, Run run) throws IOException {
    new WholeFile(folder.path().resolve(RunFolder.JUNIT)).write(file -> write(run, file));
  }

  private static void write(Run run, OutputStream file) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(file, StandardCharsets.UTF_8.name());
      new JunitXml(xml, run).suite();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void suite() throws XMLStreamException {
    List<Check> levels = run.verdict().levels();
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute("name", "fleetpoll %s %s".formatted(run.writtenTarget(), run.id()));
    attribute("tests", Integer.toString(1 + levels.size()));
    attribute("failures", Long.toString((isInvalid() ? 1 : 0) + count(Status.FAIL)));
    attribute("errors", "0");
    attribute(
        "skipped", Long.toString(count(Status.WARN) + (isInvalid() ? count(Status.PASS) : 0)));
    attribute("time", seconds());
    attribute("timestamp", TIMESTAMP.format(run.start()));
    validity();
    for (Check level : levels) {
      level(level);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void validity() throws XMLStreamException {
    start("validity", "validity");
    if (isInvalid()) {
      failure("INVALID", run.verdict().reason(), sentences(Status.FAIL));
    }
    String warnings = sentences(Status.WARN);
    if (!warnings.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(valid(warnings));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void level(Check level) throws XMLStreamException {
    start("slo", level.key());
    if (level.status() == Status.FAIL) {
      failure("FAIL", level.sentence(), level.sentence());
    } else if (level.status() == Status.WARN) {
      skipped(level.sentence());
    } else if (isInvalid()) {
      skipped("The run is invalid.");
    }
    xml.writeEndElement();
  }

  private void skipped(String message) throws XMLStreamException {
    xml.writeEmptyElement("skipped");
    attribute("message", message);
  }

  private void start(String group, String name) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute("classname", "fleetpoll.%s %s".formatted(group, run.writtenTarget()));
    attribute("name", "%s %s".formatted(name, run.id()));
    attribute("time", "0");
  }

  private void failure(String type, String message, String text) throws XMLStreamException {
    xml.writeStartElement("failure");
    attribute("type", type);
    attribute("message", message);
    xml.writeCharacters(valid(text));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, valid(value));
  }

  private boolean isInvalid() {
    return run.verdict().judgement() == Judgement.INVALID;
  }

  private long count(Status status) {
    return run.verdict().levels().stream().filter(level -> level.status() == status).count();
  }

  private String sentences(Status status) {
    return run.verdict().validity().stream()
        .filter(rule -> rule.status() == status)
        .map(Check::sentence)
        .collect(Collectors.joining("\n"));
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.3f", WindowText.duration(run).toMillis() / 1e3);
  }

  private static String valid(String text) {
    return NOT_XML.matcher(text).replaceAll("\uFFFD");
  }
}
