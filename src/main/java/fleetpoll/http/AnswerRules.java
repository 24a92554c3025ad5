package fleetpoll.http;

import fleetpoll.record.Outcome;

/** Judges a complete answer: first whether it makes sense, then status, length and content. */
final class AnswerRules {

  private AnswerRules() {}

  static PollEnd of(AwaitedAnswer answer, Expectation expectation, AnswerLimits limits) {
    if (answer.fault() != null) {
      return new PollEnd(Outcome.OTHER, answer.fault());
    }
    if (answer.status() != expectation.status()) {
      return new PollEnd(
          Outcome.status(answer.status()),
          "status.find.is(" + expectation.status() + "), but actually found " + answer.status());
    }
    long bytes = answer.bodyBytes();
    if (expectation.bytes().isPresent() && expectation.bytes().getAsLong() != bytes) {
      return new PollEnd(
          Outcome.LENGTH,
          "bodyLength.find.is("
              + expectation.bytes().getAsLong()
              + "), but actually found "
              + bytes);
    }
    return expectation.content().isEmpty()
        ? PollEnd.OK
        : content(answer, expectation.content().get(), limits);
  }

  private static PollEnd content(
      AwaitedAnswer answer, Expectation.ContentCheck check, AnswerLimits limits) {
    String fault =
        answer.bodyBytes() > limits.keptBody()
            ? "a body of more than " + limits.keptBody() + " bytes is not kept for a check"
            : check.fault(answer.body());
    return fault == null ? PollEnd.OK : new PollEnd(Outcome.CONTENT, fault);
  }
}
