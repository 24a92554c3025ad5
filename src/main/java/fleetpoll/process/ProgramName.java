package fleetpoll.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of the program that a process runs, such as {@code nginx}; if an interpreter runs it,
 * the name of the script, module or jar: {@code gunicorn}, not {@code python3.11}. It contains
 * nothing else of the command line, which may contain secrets.
 */
public final class ProgramName {

  private static final Pattern WORD = Pattern.compile("[\\w.+@-]{1,60}");

  /** A title that the process has given itself: {@code gunicorn: master [app]}. */
  private static final Pattern TITLE = Pattern.compile("([\\w.+@-]{1,60}): .*", Pattern.DOTALL);

  private static final Pattern INTERPRETER =
      Pattern.compile(
          "(python|pypy|ruby|perl|php|java|node|nodejs|deno|bun|dotnet|sh|bash|dash)[\\d.]*");

  /** Options whose next word is a value, not the program. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-cp",
          "-classpath",
          "--class-path",
          "-p",
          "--module-path",
          "--add-modules",
          "--add-opens",
          "--add-exports",
          "--add-reads",
          "-W",
          "-X",
          "-r",
          "--require",
          "--import",
          "--loader");

  /** Options whose next word names the program. */
  private static final Set<String> BEFORE_NAME = Set.of("-m", "-jar", "--module");

  /** Options whose next word is the program itself. */
  private static final Set<String> BEFORE_CODE = Set.of("-c", "-e", "--eval");

  private ProgramName() {}

  /** The name of a live process's program; empty if the system does not tell. */
  public static Optional<String> of(long pid) {
    return candidates(pid).stream().findFirst();
  }

  /**
   * The names by which the program may be known, the most telling first: a program can run under
   * another name than its file's.
   */
  public static List<String> candidates(long pid) {
    Optional<ProcessHandle.Info> info = ProcessHandle.of(pid).map(ProcessHandle::info);
    Path proc = Path.of("/proc", Long.toString(pid));
    List<String> words = words(proc.resolve("cmdline"));
    if (words.isEmpty()) {
      words = info.map(ProgramName::words).orElse(List.of());
    }
    return candidates(info.flatMap(ProcessHandle.Info::command), words, read(proc.resolve("comm")));
  }

  static List<String> candidates(
      Optional<String> file, List<String> words, Optional<String> shortName) {
    Optional<String> program = file.map(ProgramName::baseName);
    Optional<String> first = words.stream().findFirst();
    Optional<String> title =
        first.map(TITLE::matcher).filter(Matcher::matches).map(found -> found.group(1));
    Optional<String> called = first.map(ProgramName::baseName);
    Optional<String> interpreted =
        Stream.of(program, called)
                .flatMap(Optional::stream)
                .anyMatch(name -> INTERPRETER.matcher(name).matches())
            ? interpreted(words)
            : Optional.empty();
    return Stream.of(title, interpreted, program, called, shortName.map(String::trim))
        .flatMap(Optional::stream)
        .filter(name -> WORD.matcher(name).matches())
        .distinct()
        .toList();
  }

  private static Optional<String> interpreted(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (BEFORE_CODE.contains(word)) {
        return Optional.empty();
      }
      if (BEFORE_NAME.contains(word)) {
        return words.stream().skip(i + 1L).findFirst().map(ProgramName::baseName);
      }
      if (!word.startsWith("-")) {
        return Optional.of(baseName(word));
      }
      i += WITH_VALUE.contains(word) ? 1 : 0;
    }
    return Optional.empty();
  }

  private static String baseName(String path) {
    String name = path.endsWith(" (deleted)") ? path.substring(0, path.lastIndexOf(' ')) : path;
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static List<String> words(ProcessHandle.Info info) {
    List<String> words = new ArrayList<>();
    info.command().ifPresent(words::add);
    info.arguments().ifPresent(arguments -> words.addAll(List.of(arguments)));
    return words;
  }

  private static List<String> words(Path commandLine) {
    return read(commandLine)
        .map(text -> List.of(text.replaceFirst("\0+$", "").split("\0")))
        .orElse(List.of());
  }

  private static Optional<String> read(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(text).filter(read -> !read.isBlank());
    } catch (IOException notShownOrGone) {
      return Optional.empty();
    }
  }
}
