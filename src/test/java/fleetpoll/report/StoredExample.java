package fleetpoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import fleetpoll.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A stored run for tests of other packages. */
public final class StoredExample {

  private StoredExample() {}

  /** Stores a run of three devices in {@code folder}. */
  public static void in(Path folder) {
    RunExamples.threeDevices(new RunFolder(folder));
  }

  /** The same as the n-th of several runs, a minute after each other. */
  public static void in(Path folder, int number) throws IOException {
    in(folder);
    numbered(folder, number);
  }

  /** Makes a stored run the n-th of several, a minute after each other. */
  public static void numbered(Path folder, int number) throws IOException {
    String minute = String.format(Locale.ROOT, "2026-01-01T00:%02d:", number);
    rewrite(
        folder.resolve(RunFolder.RUN),
        json ->
            json.replaceFirst("(\"id\" : \"\\w+-)\\d+", "$1" + (20260101000000000L + number))
                .replace("2026-01-01T00:00:", minute));
  }

  /** The same as it is while another machine makes it, or was when that one was killed. */
  public static void unfinishedElsewhere(Path folder) throws IOException {
    in(folder);
    Files.deleteIfExists(folder.resolve(RunFolder.JUNIT));
    rewrite(
        folder.resolve(RunFolder.RUN),
        json ->
            json.replaceFirst("\"state\" : \"ended\"", "\"state\" : \"running\"")
                .replaceFirst(
                    "\"maker\" : null",
                    "\"maker\" : { \"pid\" : 7, \"started\" : null, \"host\" : \"gen-1\" }"));
  }

  /** The same with a missing file and the reason. */
  public static void ofSchemaTwo(Path folder, String missing) throws IOException {
    ofSchemaTwoIn(folder);
    rewrite(
        folder.resolve(RunFolder.RUN),
        json -> json.replace("\"missing\" : [ ]", "\"missing\" : [ \"" + missing + "\" ]"));
    assertThat(folder.resolve(RunFolder.RUN)).content().contains(missing);
  }

  /**
   * The same as it was stored before silences, the processor and the parameters' normal forms were
   * known, and all planned polls had a response.
   */
  public static void ofSchemaThreeIn(Path folder) throws IOException {
    in(folder);
    rewrite(
        folder.resolve(RunFolder.RUN),
        json ->
            json.replaceFirst("\"schemaVersion\" : \\d+", "\"schemaVersion\" : 3")
                .replaceFirst("(?s),\\s+\"files\" : \\[.*]", "")
                .replaceAll("\\s+\"(unanswered|stalled|silenceMaxMs|heldBackMaxMs)\" : [^,]*,", "")
                .replaceAll("\\s+\"silence\" : \\{[^}]*},", "")
                .replaceAll("\\s+\"(processors?|tlsHandshakes)\" : null,", "")
                .replaceAll("\\s+\"(deviceBinS|targetKnownPercent)\" : [^,]*,", "")
                .replaceAll(",\\s+\"normal\" : (null|\"(\\\\.|[^\"\\\\])*\")", "")
                .replaceAll(",\\s+\"stallMs(Total|Longest)\" : [^,}\n]*", ""));
    rewrite(folder.resolve(RunFolder.SAMPLES), csv -> csv.replaceAll("(?m)(,[^,\n]*){2}$", ""));
    rewrite(folder.resolve(RunFolder.DEVICES), csv -> csv.replaceAll("(?m)(,[^,\n]*){8}$", ""));
    rewrite(folder.resolve(RunFolder.TIMELINE), csv -> csv.replaceAll("(?m),[^,\n]*$", ""));
    assertThat(folder.resolve(RunFolder.RUN))
        .content()
        .doesNotContain("silence", "answered", "stall");
    assertThat(folder.resolve(RunFolder.DEVICES)).content().contains("warm_up_tls_mean_ms\n");
  }

  /** The same as it was stored before connections and bytes on the wire were known. */
  public static void withoutConnections(Path folder) throws IOException {
    ofSchemaThreeIn(folder);
    rewrite(
        folder.resolve(RunFolder.RUN),
        json ->
            json.replaceAll("\\s+\"wireBytes\" : \\d+,", "")
                .replaceAll("\\s+\"overtime\" : \\{[^}]*},", "")
                .replaceAll("\\s+\"(c|warmUpC)onnections\" : \\{[^}]*},", ""));
    rewrite(folder.resolve(RunFolder.DEVICES), csv -> csv.replaceAll("(?m)(,[^,\n]*){9}$", ""));
    assertThat(folder.resolve(RunFolder.RUN))
        .content()
        .doesNotContain("onnections", "wire", "processor", "normal");
    assertThat(folder.resolve(RunFolder.DEVICES)).content().contains("late_max_ms\n");
  }

  /** The same as runs of schema 2 were stored: also with the column {@code resent}. */
  public static void ofSchemaTwoIn(Path folder) throws IOException {
    withoutConnections(folder);
    rewrite(
        folder.resolve(RunFolder.RUN),
        json ->
            json.replaceFirst("\"schemaVersion\" : \\d+", "\"schemaVersion\" : 2")
                .replaceAll("(?m)^( *)\"bytes\" :", "$1\"resent\" : 0,\n$0"));
    rewrite(
        folder.resolve(RunFolder.DEVICES),
        csv ->
            csv.replaceFirst(",bytes,", ",resent,bytes,")
                .replaceAll(
                    "(?m)^((?:\"(?:[^\"]|\"\")*\"|[^,\"\n]*)(?:,[AB])(?:,\\d+){5}),", "$1,0,"));
  }

  private static void rewrite(Path file, UnaryOperator<String> change) throws IOException {
    Files.writeString(file, change.apply(Files.readString(file)));
  }
}
