package fleetpoll.live;

import fleetpoll.config.RedisUrl;
import fleetpoll.figure.OneLine;
import fleetpoll.text.Reason;

/** Words why Redis did not take the counters, without any password. */
final class Failure {

  private static final int LONGEST = 200;

  private Failure() {}

  /** One line about the exception and its deepest cause, however odd the answer was. */
  static String text(Throwable failure, RedisUrl url) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String text = Reason.of(failure);
    String reason = Reason.of(deepest);
    String all = text.contains(reason) ? text : text + " " + reason;
    String line = OneLine.of(withoutPassword(all, url)).strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /** Removes the password: no library is known to quote it, but none may. */
  private static String withoutPassword(String text, RedisUrl url) {
    String user = url.uri().getUserInfo();
    String password = user == null ? "" : user.substring(user.indexOf(':') + 1);
    return password.isEmpty() ? text : text.replace(password, "...");
  }
}
