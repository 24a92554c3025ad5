package fleetpoll.judge;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Numbers;
import fleetpoll.run.Check;
import fleetpoll.settings.ServiceLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Judges the levels that every device must meet, by the device that is farthest from them. */
final class WorstDevice {

  private WorstDevice() {}

  /** The rule of such a level; it fails if no device planned a poll. */
  static Check check(ServiceLevel level, List<DeviceCounts> devices) {
    boolean ofSuccess = level.figure() == Figure.SUCCESS;
    ToDoubleFunction<DeviceCounts> percent =
        ofSuccess ? DeviceCounts::successPercent : DeviceCounts::missedPercent;
    Comparator<DeviceCounts> ascending = Comparator.comparingDouble(percent);
    Optional<DeviceCounts> worst =
        devices.stream().min(ofSuccess ? ascending : ascending.reversed());
    Check check =
        Check.of(
            level,
            level.figure().words(null)
                + " at the worst device"
                + worst.map(device -> ", " + device.device()).orElse(""),
            worst.map(percent::applyAsDouble).orElse(null));
    return worst.map(device -> check.noted(sentence(check, ofSuccess, device))).orElse(check);
  }

  private static String sentence(Check check, boolean ofSuccess, DeviceCounts device) {
    return "%s %s, and %s."
        .formatted(
            device.device(),
            ofSuccess ? succeeded(check, device) : missed(check, device),
            check.askedText());
  }

  private static String succeeded(Check check, DeviceCounts device) {
    return device.sent() == 0
        ? "sent none of its " + Numbers.counted(device.planned(), "planned poll")
        : "succeeded in %s of %s"
            .formatted(check.measuredText(), Numbers.counted(device.sent(), "poll"));
  }

  private static String missed(Check check, DeviceCounts device) {
    return "missed %s of %s"
        .formatted(check.measuredText(), Numbers.counted(device.planned(), "planned poll"));
  }
}
