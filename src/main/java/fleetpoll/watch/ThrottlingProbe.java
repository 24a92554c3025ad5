package fleetpoll.watch;

import fleetpoll.figure.Numbers;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Reports when a CPU quota stops the generator. It gathers what happens within a few seconds into
 * one happening, so that a generator that is throttled all the time does not fill the record. Has
 * no sample of its own.
 */
final class ThrottlingProbe implements Probe {

  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long CALM_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final double cores;
  private final LongSupplier throttledNanos;
  private final Consumer<Happening> happenings;
  private Reading before;
  private Spell spell;

  /**
   * @param cores the quota
   * @param throttledNanos for how long it has stopped the generator so far
   */
  ThrottlingProbe(double cores, LongSupplier throttledNanos, Consumer<Happening> happenings) {
    this.cores = cores;
    this.throttledNanos = throttledNanos;
    this.happenings = happenings;
  }

  private record Reading(long atNanos, long throttledNanos) {

    /** The kernel adds up over processors; no more than all the time has passed. */
    long throttledSince(Reading then) {
      return Math.min(atNanos - then.atNanos, throttledNanos - then.throttledNanos);
    }
  }

  private record Spell(long fromNanos, long untilNanos, long throttledNanos) {

    Spell and(long untilNanos, long moreNanos) {
      return new Spell(fromNanos, untilNanos, throttledNanos + moreNanos);
    }
  }

  @Override
  public Source source() {
    return Source.GENERATOR;
  }

  @Override
  public Optional<Sample> sample(long atNanos) {
    Reading now = new Reading(atNanos, throttledNanos.getAsLong());
    if (before != null && now.throttledSince(before) >= LEAST_NANOS) {
      Spell begun = spell == null ? new Spell(before.atNanos, atNanos, 0) : spell;
      spell = begun.and(atNanos, now.throttledSince(before));
    } else if (spell != null && atNanos - spell.untilNanos >= CALM_NANOS) {
      end();
    }
    before = now;
    return Optional.empty();
  }

  @Override
  public void end() {
    if (spell != null) {
      happenings.accept(new Happening(spell.fromNanos, "throttled", text(spell)));
      spell = null;
    }
  }

  private String text(Spell spell) {
    return String.format(
        Locale.ROOT,
        "The generator was throttled for %s ms within %s s by its CPU quota (cores: %s).",
        Numbers.count(Math.round(spell.throttledNanos / 1e6)),
        Numbers.brief((spell.untilNanos - spell.fromNanos) / 1e9),
        Numbers.brief(cores));
  }
}
