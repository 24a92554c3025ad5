package fleetpoll.http;

import fleetpoll.record.Opening;

/** One poll in flight, from its sending to its one result, redirects included. */
final class PollInFlight {

  private static final String HELD_BACK =
      "its redirect leads to another host, port or scheme, which must not get this request's body";

  /** Neighbours in {@link Deadlines}. */
  PollInFlight earlier;

  PollInFlight later;

  private final Connection connection;
  private final Expectation expectation;
  private final PollListener listener;
  private long sentNanos;
  private final long timeoutNanos;
  private long deadlineNanos;
  private Request request;
  private AwaitedAnswer answer;
  private Opening opening = Opening.NONE;
  private long hopNanos;
  private int redirects;
  private boolean isHeldBack;
  private long bodyBytesBefore;
  private long wireBytesBefore;

  /**
   * @param expectation null if only a connection is to be opened
   */
  PollInFlight(
      Connection connection,
      Request request,
      Expectation expectation,
      PollListener listener,
      long sentNanos,
      long timeoutNanos) {
    this.connection = connection;
    this.request = request;
    this.expectation = expectation;
    this.listener = listener;
    this.sentNanos = sentNanos;
    this.hopNanos = sentNanos;
    this.timeoutNanos = timeoutNanos;
    this.deadlineNanos = sentNanos + timeoutNanos;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  long sentNanos() {
    return sentNanos;
  }

  /** Its first request, or that of its next hop, has had to wait until now. */
  void sendsNow(long nowNanos) {
    hopNanos = nowNanos;
    if (redirects == 0) {
      sentNanos = nowNanos;
    }
  }

  void postpone(long nanos) {
    deadlineNanos += nanos;
  }

  void expire() {
    connection.expire(this);
  }

  Request request() {
    return request;
  }

  Expectation expectation() {
    return expectation;
  }

  PollListener listener() {
    return listener;
  }

  /** The answer being awaited; null before a request is on its way. */
  AwaitedAnswer answer() {
    return answer;
  }

  /** Of the answer being awaited; 0 before its header is whole. */
  int status() {
    return answer == null ? 0 : answer.status();
  }

  int redirects() {
    return redirects;
  }

  long timeoutNanos() {
    return timeoutNanos;
  }

  void await(AwaitedAnswer awaited) {
    answer = awaited;
  }

  void opened(Opening another) {
    opening = opening.plus(another);
  }

  /** The answer sends it on. */
  void follow(Request next, long nowNanos) {
    bodyBytesBefore += answer.bodyBytes();
    wireBytesBefore += answer.wireBytes();
    listener.redirected(answer.status(), hopNanos, answer.endNanos());
    redirects++;
    hopNanos = nowNanos;
    request = next;
    answer = null;
  }

  /** The answer would send its body where that must not go. */
  void holdBack() {
    isHeldBack = true;
  }

  /** How it ends by its answer, which is complete; the listener hears of a success. */
  PollEnd judge(AnswerLimits limits) {
    PollEnd verdict = AnswerRules.of(answer, expectation, limits, listener);
    if (verdict == PollEnd.OK) {
      listener.succeeded(answer.status(), answer.headers());
    }
    return isHeldBack ? verdict.because(HELD_BACK) : verdict;
  }

  Result result(PollEnd verdict, long endNanos, boolean isOpen) {
    return new Result(
        verdict.outcome(),
        verdict.message(),
        status(),
        bodyBytesBefore + (answer == null ? 0 : answer.bodyBytes()),
        wireBytesBefore + (answer == null ? 0 : answer.wireBytes()),
        sentNanos,
        endNanos,
        opening,
        redirects,
        isOpen);
  }
}
