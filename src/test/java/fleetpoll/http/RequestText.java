package fleetpoll.http;

import java.nio.charset.StandardCharsets;

/** What a request sends, for tests outside of this package. */
public final class RequestText {

  private RequestText() {}

  /** Head and body. */
  public static String of(Request request) {
    return request.headBytes().toString(StandardCharsets.UTF_8)
        + request.body().toString(StandardCharsets.UTF_8);
  }
}
