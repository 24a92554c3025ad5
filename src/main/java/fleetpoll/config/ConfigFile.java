package fleetpoll.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.parser.ConfigDocumentFactory;
import fleetpoll.text.Utf8;
import java.util.regex.Pattern;

/**
 * A configuration file under the name that its user knows.
 *
 * @param shownAs such as {@code conf/my.conf}
 * @param content HOCON in UTF-8
 */
record ConfigFile(String shownAs, byte[] content) {

  private static final Pattern GUESS = Pattern.compile(" \\((?:if you|you can).*", Pattern.DOTALL);

  private static final Pattern UNRESOLVED =
      Pattern.compile("Could not resolve substitution to a value: \\$\\{([^}]*)}");

  /**
   * @throws ConfigException if this is no HOCON; its origin is the file and, if known, the line
   * @throws IllegalArgumentException if this is no UTF-8
   */
  Config parse() {
    return ConfigFactory.parseString(text(), options());
  }

  /** Whether the file writes a value under this path, even if another one replaces it. */
  boolean writes(String path) {
    return ConfigDocumentFactory.parseString(text(), options()).hasPath(path);
  }

  private String text() {
    return Utf8.decode(content);
  }

  private ConfigParseOptions options() {
    return ConfigParseOptions.defaults()
        .setSyntax(ConfigSyntax.CONF)
        .setOriginDescription(shownAs)
        .setIncluder(new NoIncludes(shownAs));
  }

  /**
   * The parser's message, without its advice about commas and quotes and the file's name; ours
   * about what a file takes and nobody gives.
   */
  static String messageOf(ConfigException e) {
    String message = e.getMessage();
    if (e.origin() != null) {
      message = message.replace(e.origin().description() + ": ", "");
    }
    return UNRESOLVED
        .matcher(GUESS.matcher(message).replaceFirst(""))
        .replaceFirst(
            "\\${$1} is neither a variable of the environment nor a parameter; \\${?$1} may be"
                + " missing");
  }
}
