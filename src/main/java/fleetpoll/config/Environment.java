package fleetpoll.config;

import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that files may take values from: <code>${NAME}</code>, and <code>${?NAME}</code>
 * for one that need not be there. A parameter of that name comes first.
 */
public final class Environment implements ConfigResolver {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\??[A-Za-z_][\\w.-]*}");
  private static final Pattern OPTIONAL_REFERENCE = Pattern.compile("\\$\\{\\?[A-Za-z_][\\w.-]*}");

  private static final String ORIGIN = "the environment's ";
  private static final Pattern PARTS =
      Pattern.compile("(?<=^merge of )" + ORIGIN + "[\\w.-]+,|," + ORIGIN + "[\\w.-]+");

  private final Map<String, String> variables;
  private final Map<String, String> used = new TreeMap<>();

  /**
   * @param variables by name
   */
  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** That of this process. */
  public static Environment ofThisProcess() {
    return new Environment(System.getenv());
  }

  /** The variables that files have taken. */
  public Map<String, String> used() {
    return used;
  }

  /** The value of a variable; empty if there is none of this name. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** How a message calls a variable as the place where a value comes from. */
  public static String origin(String name) {
    return ORIGIN + name;
  }

  ConfigResolveOptions options() {
    return ConfigResolveOptions.noSystem().appendResolver(this);
  }

  @Override
  public ConfigValue lookup(String name) {
    String value = variables.get(name);
    if (value == null) {
      return null;
    }
    used.put(name, value);
    return ConfigValueFactory.fromAnyRef(value, origin(name));
  }

  /**
   * The parser's name of an origin: for a text of which only a part is a variable's, the rest of
   * it.
   */
  static String withoutVariables(String origin) {
    String rest = PARTS.matcher(origin).replaceAll("");
    return rest.equals(origin) ? origin : rest.replaceFirst("^merge of ", "");
  }

  @Override
  public ConfigResolver withFallback(ConfigResolver fallback) {
    return this;
  }

  /**
   * What is wrong with a text that looks as if it took a variable, but only contains its name.
   *
   * @param isPlain whether it is of the command line, where only the form that a shell cannot fill
   *     is surely meant for us
   */
  static Optional<String> unfilled(String text, boolean isPlain) {
    Matcher reference = (isPlain ? OPTIONAL_REFERENCE : REFERENCE).matcher(text);
    return reference.find()
        ? Optional.of(
            "contains %s, which only a file fills, and only outside of quotes: \"Bearer \"%s"
                .formatted(reference.group(), reference.group()))
        : Optional.empty();
  }
}
