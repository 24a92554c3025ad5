package fleetpoll.http;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a request sends, for tests outside of this package. */
public final class RequestText {

  private RequestText() {}

  /** The lower-case names of its headers that must not reach another origin. */
  public static Set<String> confined(Request request) {
    return request.head().confined();
  }

  /** Whether its body must not reach another origin. */
  public static boolean isBodyConfined(Request request) {
    return request.isBodyConfined();
  }

  /** Head and body. */
  public static String of(Request request) {
    return request.headBytes().toString(StandardCharsets.UTF_8)
        + request.body().toString(StandardCharsets.UTF_8);
  }
}
