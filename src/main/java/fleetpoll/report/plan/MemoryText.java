package fleetpoll.report.plan;

import fleetpoll.figure.Numbers;
import fleetpoll.schedule.Limits;
import fleetpoll.schedule.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes the memory that a generator needs. */
final class MemoryText {

  private static final long MEGABYTE = 1_000_000;

  private MemoryText() {}

  /** The heap, and what else is a megabyte or more. */
  static String of(Plan plan, Limits limits) {
    String checked =
        plan.checkedBytes() < MEGABYTE
            ? ""
            : " and up to %s MB for bodies to check".formatted(megabytes(plan.checkedBytes()));
    return "about %s MB%s, of %s MB of heap%s"
        .formatted(
            megabytes(plan.heapBytes()), checked, megabytes(limits.heapBytes()), outside(plan));
  }

  private static String outside(Plan plan) {
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("bodies", plan.bodyBytes());
    parts.put("TLS", plan.tlsBytes());
    String text =
        parts.entrySet().stream()
            .filter(part -> part.getValue() >= MEGABYTE)
            .map(part -> "%s MB for %s".formatted(megabytes(part.getValue()), part.getKey()))
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "" : "; outside of it " + text;
  }

  private static String megabytes(long bytes) {
    return Numbers.count(bytes / MEGABYTE);
  }
}
