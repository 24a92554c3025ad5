package fleetpoll.http;

import fleetpoll.figure.Numbers;
import fleetpoll.record.Outcome;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Judges a complete answer: first whether it makes sense, then status, length and content; 304 has
 * only a status.
 */
final class AnswerRules {

  private static final Pattern LAST_COMMA = Pattern.compile(",(?=[^,]*$)");

  private AnswerRules() {}

  /**
   * @param listener decides what a message shows of the body
   */
  static PollEnd of(
      AwaitedAnswer answer, Expectation expectation, AnswerLimits limits, PollListener listener) {
    if (answer.fault() != null) {
      return new PollEnd(Outcome.OTHER, answer.fault());
    }
    if (!expectation.statuses().contains(answer.status())) {
      return answer.refusal() == null
          ? new PollEnd(Outcome.status(answer.status()), unexpected(answer, expectation))
          : new PollEnd(Outcome.TLS, answer.refusal());
    }
    if (answer.status() == HttpResponseStatus.NOT_MODIFIED.code()) {
      return PollEnd.OK;
    }
    long bytes = answer.bodyBytes();
    if (expectation.bytes().isPresent() && expectation.bytes().getAsLong() != bytes) {
      return new PollEnd(
          Outcome.LENGTH,
          "a body of "
              + Numbers.counted(bytes, "byte")
              + ", not "
              + Numbers.count(expectation.bytes().getAsLong()));
    }
    return expectation.content().isEmpty()
        ? PollEnd.OK
        : content(answer, expectation.content().get(), limits, listener);
  }

  private static String unexpected(AwaitedAnswer answer, Expectation expectation) {
    String expected = LAST_COMMA.matcher(expectation.statuses().toString()).replaceFirst(" or");
    String found = "status " + answer.status() + ", not " + expected;
    return answer.origin().isForwarded() ? found + ", by " + answer.origin().proxy() : found;
  }

  private static PollEnd content(
      AwaitedAnswer answer,
      Expectation.ContentCheck check,
      AnswerLimits limits,
      PollListener listener) {
    String fault =
        unreadable(answer, limits)
            .orElseGet(() -> check.fault(answer.body(), answer.charset(), listener::shown));
    return fault == null ? PollEnd.OK : new PollEnd(Outcome.CONTENT, fault);
  }

  /** Why a check cannot read the body. */
  private static Optional<String> unreadable(AwaitedAnswer answer, AnswerLimits limits) {
    return answer.bodyBytes() > limits.keptBody()
        ? Optional.of("a body of more than " + limits.keptBody() + " bytes is not kept for a check")
        : answer
            .unreadableEncoding()
            .map(
                name -> "a body whose Content-Encoding is " + name + " is not decoded for a check");
  }
}
