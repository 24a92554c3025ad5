package fleetpoll.schedule;

import fleetpoll.config.Placeholders;
import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the request bodies with placeholders take of the memory outside the heap: each device keeps
 * its own, encoded. All devices share a body without placeholders.
 *
 * @param literalBytes of the body without its placeholders
 * @param placeholders how often each is in it
 * @param copies kept by each device
 */
record FilledBodies(long literalBytes, Map<String, Long> placeholders, int copies) {

  /** What a device's id is called in a body. */
  private static final String DEVICE = "device";

  /** Of all devices, in bytes. */
  static long bytes(FleetSettings settings) {
    return settings.endpoints().stream()
        .filter(endpoint -> endpoint.body().isPresent())
        .map(FilledBodies::of)
        .filter(bodies -> !bodies.placeholders.isEmpty())
        .mapToLong(bodies -> settings.identities().stream().mapToLong(bodies::bytes).sum())
        .sum();
  }

  private static FilledBodies of(EndpointSettings endpoint) {
    String body = endpoint.body().orElseThrow();
    return new FilledBodies(
        utf8(Placeholders.without(body)),
        Placeholders.in(body)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
        endpoint.isWarmedUp() ? 2 : 1);
  }

  private long bytes(Identity device) {
    long values =
        placeholders.entrySet().stream()
            .mapToLong(each -> each.getValue() * utf8(value(device, each.getKey())))
            .sum();
    return copies * (literalBytes + values);
  }

  private static String value(Identity device, String name) {
    return name.equals(DEVICE) ? device.id() : device.attributes().getOrDefault(name, "");
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
