package fleetpoll.http;

import fleetpoll.record.Outcome;

/** Judges a complete answer: first whether it makes sense, then status, length and content. */
final class Judgement {

  private Judgement() {}

  static Verdict of(Answer answer, Expectation expectation, Limits limits) {
    if (answer.fault() != null) {
      return new Verdict(Outcome.OTHER, answer.fault());
    }
    if (answer.status() != expectation.status()) {
      return new Verdict(
          Outcome.status(answer.status()),
          "status.find.is(" + expectation.status() + "), but actually found " + answer.status());
    }
    long bytes = answer.bodyBytes();
    if (expectation.bytes().isPresent() && expectation.bytes().getAsLong() != bytes) {
      return new Verdict(
          Outcome.LENGTH,
          "bodyLength.find.is("
              + expectation.bytes().getAsLong()
              + "), but actually found "
              + bytes);
    }
    return expectation.content().isEmpty()
        ? Verdict.OK
        : content(answer, expectation.content().get(), limits);
  }

  private static Verdict content(Answer answer, Expectation.ContentCheck check, Limits limits) {
    String fault =
        answer.bodyBytes() > limits.keptBody()
            ? "a body of more than " + limits.keptBody() + " bytes is not kept for a check"
            : check.fault(answer.body());
    return fault == null ? Verdict.OK : new Verdict(Outcome.CONTENT, fault);
  }
}
