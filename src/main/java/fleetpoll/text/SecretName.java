package fleetpoll.text;

import java.util.regex.Pattern;

/** Knows the names of secrets by their sound: of headers, query parameters, options, variables. */
public final class SecretName {

  private static final String ANYWHERE =
      "(?i:authorization|cookie|key|token|secret|passw(or)?d|pwd|passphrase|credential|signature"
          + "|sess(ion)?[-_]?id)";

  private static final Pattern SUSPICIOUS =
      Pattern.compile(
          String.join(
              "|", ANYWHERE, word("auth"), word("session") + "$", "^(?i:x-).*" + word("session")));

  /** The shell's variables for folders, which are no passwords. */
  private static final Pattern FOLDER = Pattern.compile("(OLD)?PWD");

  private SecretName() {}

  /** Whether a value of this name is probably a secret. */
  public static boolean is(String name) {
    return SUSPICIOUS.matcher(name).find();
  }

  /** The same of a variable of the environment. */
  public static boolean isVariable(String name) {
    return is(name) && !FOLDER.matcher(name).matches();
  }

  /** That word as such or in camel case, not as a part of a longer one: auth, not author. */
  private static String word(String word) {
    return "(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:%s)(?![a-z]|(?<=[A-Z])[A-Z])".formatted(word);
  }
}
