package fleetpoll.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** Says what is wrong with bytes that are no answer. */
final class BadAnswer {

  private BadAnswer() {}

  static String text(Throwable cause, Limits limits) {
    if (cause instanceof TooLongHttpLineException) {
      return "the answer's status line is longer than " + limits.statusLine() + " bytes";
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return "the answer's header is longer than " + limits.header() + " bytes";
    }
    return "the answer is not HTTP: " + Verdict.text(cause);
  }
}
