package fleetpoll.config;

import fleetpoll.text.SecretName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides what of a text is secret, and hides it. Every text about a parameter comes here before it
 * is stored or shown. Secret are the value after a name that sounds like a secret, the user of a
 * URL, and what a variable of such a name put into a file. Placeholders are not: they stay.
 *
 * @param names further names of secrets, in lower case
 * @param values secrets wherever they occur
 */
public record Masks(Set<String> names, Set<String> values) {

  /** Those without further names and values. */
  public static final Masks STANDARD = new Masks(Set.of(), Set.of());

  private static final String HIDDEN = "***";
  private static final String LOGIN = "login.";
  private static final int SHORTEST_VALUE = 4;
  private static final int LONGEST_SEARCHED = 1_000_000;

  /** What precedes the {@code @} of a URL, also of one without a scheme. */
  private static final Pattern USER =
      Pattern.compile(
          "(?:(?<=//)[^/?#\\s\"']*@"
              + "|(?<=//)[^/@\\s\"']*:(?!\\d{1,5}(?:[/?#\\s\"',]|$))[^\\s\"']*@"
              + "|(?<![^\\s\"'=,(])[^\\s\"'/@:=,]+:[^\\s\"'/]*@)");

  // Possessive and unrolled: a group in a loop takes stack for each of its turns.
  private static final String JSON_STRING = "[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+";
  private static final String QUOTED =
      "\\\\\"[^\\\\]*+(?:\\\\(?!\")[^\\\\]*+)*+|\"" + JSON_STRING + "|'[^']*+";
  private static final String START = "(?<![\\w.$@-])(?<!//)";
  private static final String NAME = START + "(?<name>[\\w.$-]++)";
  private static final String END_QUOTE = "\\\\*+[\"']?+";
  private static final String SCHEMES = "(?:(?i:basic|bearer|digest|token|apikey)\\s++)";

  private static final List<Pattern> NAMED =
      List.of(
          Pattern.compile(
              "\"(?<name>[^\"\\\\]*+)\"\\s*+:\\s*+(?<value>\"%s|[^\\s\",{}\\[\\]]++)"
                  .formatted(JSON_STRING)),
          Pattern.compile(
              NAME
                  + END_QUOTE
                  + "\\s*+=\\s*+(?<value>"
                  + QUOTED
                  + "|%s?+[^\\s\"\\\\]++(?:\\\\(?!\")[^\\s\"\\\\]*+|;\\s*+[^\\s\"\\\\]++)*+)"
                      .formatted(SCHEMES)),
          Pattern.compile(
              NAME
                  + "(?:\\\\++\"|')?+"
                  + "\\s*+:\\s*+(?<value>"
                  + QUOTED
                  + "|[^\"\\\\\\s][^\"\\\\]*+(?:\\\\(?!\")[^\"\\\\]*+)*+)"),
          Pattern.compile(
              START
                  + "(?<name>-[\\w.$-]++)(?:"
                  + END_QUOTE
                  + "\\s*+,\\s*+|\\s++)(?!\\\\*[\"']?-)(?<value>"
                  + QUOTED
                  + "|[^\\s\"',]++)"));

  private static final Pattern ADJACENT =
      Pattern.compile(NAME + "\\s++(?<value>" + QUOTED + ")", Pattern.DOTALL);

  private static final Pattern IN_QUOTES = Pattern.compile("'[^']*'");
  private static final Pattern PARTS =
      Pattern.compile("(?s)(?<open>\\\\*+[\"']?+)(?<scheme>" + SCHEMES + "?+)(?<rest>.*+)");

  /**
   * @param names further names whose values are secret, whatever their case
   * @param variables taken from the environment, by name: the values of those whose names are
   *     secrets' are hidden wherever they occur, unless they are shorter than 4 characters
   */
  public static Masks of(Collection<String> names, Map<String, String> variables) {
    Set<String> further =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return new Masks(
        further,
        variables.entrySet().stream()
            .filter(variable -> isSecretVariable(variable.getKey(), further))
            .map(Map.Entry::getValue)
            .filter(value -> value.length() >= SHORTEST_VALUE)
            .collect(Collectors.toSet()));
  }

  /** Whether the value of this name, of a header for instance, is a secret. */
  public boolean isSecret(String name) {
    return SecretName.is(name)
        || names.contains(name.replaceFirst("^-+", "").toLowerCase(Locale.ROOT));
  }

  private static boolean isSecretVariable(String name, Set<String> names) {
    return SecretName.isVariable(name) || names.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A text without the secrets in it: a value, a word of a command, JSON or HOCON. */
  public String text(String text) {
    String shown = USER.matcher(withoutValues(text)).replaceAll(HIDDEN + "@");
    for (Pattern pattern : NAMED) {
      shown = without(pattern, shown);
    }
    return shown;
  }

  /**
   * A text without the secrets that are known, whatever the names in it sound like: what a program
   * says is told by what follows a name.
   */
  public String withoutValues(String text) {
    String shown = text;
    for (String value : values) {
      shown = shown.replace(value, HIDDEN);
    }
    return shown;
  }

  /**
   * The value of a key without what is secret.
   *
   * @param key such as {@code endpoints[0].headers.Authorization}: in an entry of a list and in a
   *     login, its last name counts
   */
  String value(String key, String text) {
    int entry = key.indexOf(']');
    String path = entry < 0 && !key.startsWith(LOGIN) ? "" : key.substring(entry + 1);
    String last = path.replaceFirst("^.*?\"(.*)\"$|^.*\\.", "$1");
    return isSecret(last) ? hidden(text) : text(text);
  }

  /** A message of the parser, in which quotes contain pieces of the file. */
  String quoting(String message) {
    return IN_QUOTES
        .matcher(message)
        .replaceAll(quoted -> Matcher.quoteReplacement(text(without(ADJACENT, quoted.group()))));
  }

  /**
   * A hash of a text's contents apart from its secrets. Texts that are too long to search, of more
   * than a million characters, are hashed with them.
   */
  public Contents contents(String text) {
    return Contents.of(text.length() > LONGEST_SEARCHED ? text : text(text));
  }

  /** Parameters as they may be stored and shown. */
  public List<Parameter> of(List<Parameter> parameters) {
    return parameters.stream().map(this::of).toList();
  }

  /**
   * The parameter as it may be stored and shown. Two that differ in nothing but secrets are alike:
   * a new token does not make it another load.
   */
  Parameter of(Parameter parameter) {
    String normal = parameter.normal() == null ? null : text(parameter.normal());
    return new Parameter(parameter.key(), text(parameter.value()), parameter.origin(), normal);
  }

  private String without(Pattern pattern, String text) {
    StringBuilder shown = new StringBuilder();
    Matcher found = pattern.matcher(text);
    int copied = 0;
    int from = 0;
    while (found.find(from)) {
      if (isSecret(found.group("name"))) {
        shown.append(text, copied, found.start("value")).append(hidden(found.group("value")));
        copied = found.end();
        from = copied;
      } else {
        from = found.start("value");
      }
    }
    return shown.append(text.substring(copied)).toString();
  }

  private static String hidden(String value) {
    Matcher parts = PARTS.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException("every text has these parts");
    }
    StringBuilder shown = new StringBuilder(parts.group("open") + parts.group("scheme"));
    String rest = parts.group("rest");
    int from = 0;
    for (Matcher placeholder = Placeholders.in(rest);
        placeholder.find();
        from = placeholder.end()) {
      shown.append(literal(rest.substring(from, placeholder.start()))).append(placeholder.group());
    }
    return shown.append(literal(rest.substring(from))).toString();
  }

  private static String literal(String text) {
    return text.isBlank() ? text : HIDDEN;
  }
}
