package fleetpoll.process;

import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Gatling's Maven plugin starts this JVM: Gatling's arguments are in a file on the class path,
 * and the values of {@code -D} are escaped as in Java's source text.
 */
public final class MavenPlugin {

  private static final String ARGUMENTS = "META-INF/args.txt";
  private static final Pattern ESCAPED = Pattern.compile("\\\\(u[0-9a-f]{4}|[\"'\\\\tnbfr])");
  private static final int HEXADECIMAL = 16;

  private MavenPlugin() {}

  /** Gatling's arguments, one a line in UTF-8; empty if another program has started this JVM. */
  public static Optional<InputStream> arguments() {
    return Optional.ofNullable(ClassLoader.getSystemResourceAsStream(ARGUMENTS));
  }

  /** Whether the plugin has started this JVM, or one that it started has. */
  static boolean startedThis() {
    return ClassLoader.getSystemResource(ARGUMENTS) != null;
  }

  /**
   * Whether code runs in Maven's own JVM, where it cannot start another one with its class path.
   *
   * @param anyOfOurs a class of the project
   */
  public static boolean isThisJvm(Class<?> anyOfOurs) {
    return anyOfOurs.getClassLoader() != ClassLoader.getSystemClassLoader();
  }

  /** What the user wrote as the value of a {@code -D}. */
  static String unescaped(String value) {
    return ESCAPED
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
  }

  private static String character(String escape) {
    return escape.startsWith("u")
        ? Character.toString(Integer.parseInt(escape.substring(1), HEXADECIMAL))
        : ("\\" + escape).translateEscapes();
  }
}
