package fleetpoll.schedule;

import fleetpoll.figure.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The limits of a machine that a fleet exceeds, each as a sentence that says how to raise it.
 *
 * @param key of the parameter that sets the number of devices and can be lowered
 */
record PlanObstacles(Plan plan, Limits limits, String key) {

  /** Files other than the devices' sockets: jars, logs, event loops, some to spare; measured. */
  private static final long OTHER_FILES = 240;

  private static final long MEGABYTE = 1_000_000;

  List<String> all() {
    return Stream.of(openFiles(), localPorts(), heap(), bodies())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> openFiles() {
    long files = plan.devices() + OTHER_FILES;
    return exceeds(files, limits.openFiles())
        ? Optional.of(
            format(
                "%s %,d open files, and this process may open %,d: raise the limit "
                    + "(ulimit -n %d) or lower %s",
                theFleetNeeds(), files, limits.openFiles().getAsLong(), files, key))
        : Optional.empty();
  }

  private Optional<String> localPorts() {
    long ports = (plan.devices() + plan.localAddresses() - 1L) / plan.localAddresses();
    return exceeds(ports, limits.localPorts())
        ? Optional.of(
            format(
                "%s as many local ports, and there are %,d: widen the range "
                    + "(sysctl net.ipv4.ip_local_port_range=\"1024 65535\"), let them connect from "
                    + "more of this machine's addresses (local-addresses) or lower %s",
                theFleetNeeds(), plan.localPorts(limits).getAsLong(), key))
        : Optional.empty();
  }

  private Optional<String> heap() {
    long megabytes = plan.heapBytes() / MEGABYTE + 1;
    return plan.heapBytes() > limits.heapBytes()
        ? Optional.of(
            format(
                "%s about %,d MB of heap, and this JVM may use %,d MB: raise it "
                    + "(-Dgatling.jvmArgs=-Xmx%dm) or lower %s",
                theFleetNeeds(), megabytes, limits.heapBytes() / MEGABYTE, megabytes, key))
        : Optional.empty();
  }

  /** Unless told otherwise, a JVM allows outside its heap as much as in it. */
  private Optional<String> bodies() {
    long megabytes = plan.bodyBytes() / MEGABYTE + 1;
    return plan.bodyBytes() > limits.heapBytes()
        ? Optional.of(
            format(
                "%,d devices need about %,d MB for their own request bodies, and this JVM may use"
                    + " %,d MB outside its heap: raise it (-Dgatling.jvmArgs=-Xmx%dm), let them"
                    + " share a body without placeholders or lower %s",
                plan.devices(), megabytes, limits.heapBytes() / MEGABYTE, megabytes, key))
        : Optional.empty();
  }

  private String theFleetNeeds() {
    return Numbers.counted(plan.devices(), "device") + (plan.devices() == 1 ? " needs" : " need");
  }

  private static boolean exceeds(long needed, OptionalLong limit) {
    return limit.isPresent() && needed > limit.getAsLong();
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
