package fleetpoll.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.parser.ConfigDocumentFactory;
import fleetpoll.text.Utf8;

/**
 * A configuration file under the name that its user knows.
 *
 * @param shownAs such as {@code conf/my.conf}
 * @param content HOCON in UTF-8
 */
record ConfigFile(String shownAs, byte[] content) {

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

  /** The parser's message, without its guess about a comma and the file's name. */
  static String messageOf(ConfigException e) {
    String message = e.getMessage();
    if (e.origin() != null) {
      message = message.replace(e.origin().description() + ": ", "");
    }
    int guess = message.indexOf(" (if you");
    return guess < 0 ? message : message.substring(0, guess);
  }
}
