package fleetpoll.judge;

import fleetpoll.figure.Figure;
import fleetpoll.figure.Numbers;
import fleetpoll.run.Check;
import fleetpoll.run.Silence;
import fleetpoll.settings.ServiceLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Judges a level that every device must meet, by the device that is farthest from it. */
record WorstDevice(ServiceLevel level) {

  /**
   * The rule of the level; it fails if no device planned a poll. A device that the generator kept
   * from all of its polls says nothing about their success.
   */
  Check check(Evidence evidence) {
    return switch (level.figure()) {
      case SUCCESS ->
          check(
              evidence.devices().stream().filter(DeviceCounts::couldPoll).toList(),
              Comparator.comparingDouble(DeviceCounts::successPercent),
              DeviceCounts::successPercent);
      case MISSED ->
          check(
              missing(evidence.devices()).stream().toList(),
              Comparator.comparingDouble(DeviceCounts::missedPercent),
              DeviceCounts::missedPercent);
      case SILENCE -> silence(Optional.ofNullable(evidence.run().silence()));
      default -> throw new IllegalArgumentException(level.figure() + " is not of devices");
    };
  }

  /**
   * The device that missed the most; of those, if there are any, that break the level even without
   * what the generator missed: they fail for certain.
   */
  Optional<DeviceCounts> missing(List<DeviceCounts> devices) {
    List<DeviceCounts> certain =
        devices.stream().filter(each -> each.missedByOthersPercent() > level.limit()).toList();
    return (certain.isEmpty() ? devices : certain)
        .stream().min(Comparator.comparingDouble(DeviceCounts::missedPercent).reversed());
  }

  private Check check(
      List<DeviceCounts> devices,
      Comparator<DeviceCounts> worstFirst,
      ToDoubleFunction<DeviceCounts> percent) {
    Optional<DeviceCounts> worst = devices.stream().min(worstFirst);
    Check check =
        check(worst.map(DeviceCounts::device), worst.map(percent::applyAsDouble).orElse(null));
    return worst
        .map(device -> check.noted(sentence(device.device(), counts(check, device), check)))
        .orElse(check);
  }

  private Check silence(Optional<Silence> worst) {
    Check check = check(worst.map(Silence::device), worst.map(Silence::maxMs).orElse(null));
    return worst
        .map(
            silence ->
                check.noted(
                    sentence(
                        silence.device(),
                        "went %s without a success".formatted(check.measuredText()),
                        check)))
        .orElse(check);
  }

  private Check check(Optional<String> device, Double measured) {
    String where = level.figure() == Figure.SILENCE ? "" : " at the worst device";
    String which = device.map(id -> ", " + id).orElse("");
    return Check.of(level, level.figure().words(null) + where + which, measured);
  }

  private String counts(Check check, DeviceCounts device) {
    if (level.figure() == Figure.MISSED) {
      return "missed %s of %s"
          .formatted(check.measuredText(), Numbers.counted(device.planned(), "planned poll"));
    }
    return device.sent() == 0
        ? "sent none of its " + Numbers.counted(device.planned(), "planned poll")
        : "succeeded in %s of %s"
            .formatted(check.measuredText(), Numbers.counted(device.sent(), "poll"));
  }

  private static String sentence(String device, String what, Check check) {
    return "%s %s, and %s.".formatted(device, what, check.askedText());
  }
}
