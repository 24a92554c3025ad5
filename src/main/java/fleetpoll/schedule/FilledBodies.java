package fleetpoll.schedule;

import fleetpoll.settings.EndpointSettings;
import fleetpoll.settings.FleetSettings;
import fleetpoll.settings.Identity;
import fleetpoll.settings.body.BodySettings;
import fleetpoll.settings.body.BodyText;
import java.util.List;
import java.util.Optional;

/**
 * What the request bodies with placeholders of a device take of the memory outside the heap: each
 * device keeps its own, encoded. All devices share a body without placeholders, and none keeps one
 * that is another text in each poll.
 *
 * @param text of the body
 */
record FilledBodies(BodyText text) {

  /** What a device's id is called in a body. */
  private static final String DEVICE = "device";

  /** Of all devices, in bytes; compressed ones as if all were as long as the first. */
  static long bytes(FleetSettings settings) {
    return settings.endpoints().stream()
        .map(EndpointSettings::body)
        .flatMap(Optional::stream)
        .map(BodySettings::cut)
        .filter(text -> !text.names().isEmpty() && !text.differsByPoll())
        .mapToLong(text -> new FilledBodies(text).bytes(settings.identities()))
        .sum();
  }

  private long bytes(List<Identity> devices) {
    return text.body().isGzip()
        ? (long) devices.size() * text.bytes(inserted(devices.get(0))).length
        : devices.stream().mapToLong(device -> text.length(inserted(device))).sum();
  }

  private List<byte[]> inserted(Identity device) {
    return text.inserted(
        name -> name.equals(DEVICE) ? device.id() : device.attributes().getOrDefault(name, ""));
  }
}
