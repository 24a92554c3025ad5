package fleetpoll.fleet;

import fleetpoll.http.Result;
import fleetpoll.run.shard.ServerClock;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Date;
import java.util.function.LongSupplier;

/**
 * Tells the {@code Date} of answers, with the instants between which each was made. What a cache
 * has kept for a while, as its {@code Age} says, tells nothing. Belongs to one event loop, on which
 * the end of a poll follows its success at once.
 */
final class AnswerDates {

  private final ServerClock clock;
  private final LongSupplier now;
  private Date date;

  /**
   * @param clock hears of them; null: nobody does
   * @param now tells the fleet's time in nanoseconds; not asked if nobody hears of them
   */
  AnswerDates(ServerClock clock, LongSupplier now) {
    this.clock = clock;
    this.now = now;
  }

  /** A poll has succeeded; its end comes next. */
  void succeeded(HttpHeaders headers) {
    if (clock == null || !clock.isOpen(now.getAsLong()) || headers.contains(HttpHeaderNames.AGE)) {
      return;
    }
    String text = headers.get(HttpHeaderNames.DATE);
    date = text == null ? null : DateFormatter.parseHttpDate(text);
  }

  /** A poll has ended. */
  void ended(Result result) {
    if (date != null) {
      clock.answered(date.getTime() / 1_000, result.sentNanos(), result.endNanos());
      date = null;
    }
  }
}
