package fleetpoll.report.plan;

import fleetpoll.figure.Numbers;
import fleetpoll.report.Durations;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.behavior.BehaviorSettings;
import fleetpoll.settings.behavior.DutySettings;
import fleetpoll.settings.behavior.LinkSettings;
import fleetpoll.settings.behavior.RetrySettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Describes what the devices do by themselves; nothing of a plain device. */
final class BehaviorText {

  private BehaviorText() {}

  /** The lines' texts by their names. */
  static Map<String, String> lines(FleetSettings settings) {
    BehaviorSettings behavior = settings.behavior();
    Map<String, String> lines = new LinkedHashMap<>();
    if (!behavior.jitter().isZero()) {
      lines.put(
          "jitter", "each tick is up to %s later".formatted(Durations.exact(behavior.jitter())));
    }
    behavior.retry().ifPresent(retry -> lines.put("retry", retry(retry)));
    behavior.duty().ifPresent(duty -> lines.put("duty", duty(duty)));
    behavior.link().ifPresent(link -> lines.put("link", link(link, settings)));
    return lines;
  }

  private static String retry(RetrySettings retry) {
    String text =
        "after a failure a device stays away for %s, after each further one %s times as long, at"
            + " most %s";
    String jitter = ", and %s %% more or less".formatted(Numbers.brief(retry.jitterPercent()));
    return text.formatted(
            Durations.exact(retry.first()),
            Numbers.brief(retry.factor()),
            Durations.exact(retry.most()))
        + (retry.jitterPercent() == 0 ? "" : jitter);
  }

  private static String duty(DutySettings duty) {
    return "each device polls for %s and is then away for %s; rates are the mean of this"
        .formatted(Durations.exact(duty.on()), Durations.exact(duty.off()));
  }

  private static String link(LinkSettings link, FleetSettings settings) {
    return "down %s, up %s, %s each way"
            .formatted(
                rate(link.downBits()),
                rate(link.upBits()),
                link.latency().isZero() ? "0 ms" : Durations.exact(link.latency()))
        + settings.endpoints().stream()
            .max(Comparator.comparingLong(BehaviorText::bytes))
            .map(longest -> answer(longest, link, settings.interval()))
            .orElse("");
  }

  private static String answer(EndpointSettings longest, LinkSettings link, Duration interval) {
    Duration least = link.answerTime(bytes(longest));
    String text = "; an answer of %s takes at least %s".formatted(longest.name(), brief(least));
    return least.compareTo(interval) < 0
        ? text
        : text + ", so its device misses the ticks of that time";
  }

  private static String brief(Duration duration) {
    return Durations.exact(Duration.ofMillis(Math.max(1, duration.toMillis())));
  }

  private static long bytes(EndpointSettings endpoint) {
    return endpoint.answer().bytes().orElse(0);
  }

  private static String rate(OptionalLong bits) {
    if (bits.isEmpty()) {
      return "any rate";
    }
    return bits.getAsLong() < 1_000_000
        ? Numbers.brief(bits.getAsLong() / 1e3) + " kbit/s"
        : Numbers.brief(bits.getAsLong() / 1e6) + " Mbit/s";
  }
}
