package fleetpoll.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import fleetpoll.config.Masks;
import fleetpoll.figure.Numbers;
import fleetpoll.process.CpuQuota;
import fleetpoll.process.OwnJvm;
import fleetpoll.watch.Machine;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * The software and the machine of a run.
 *
 * @param processor model of the machine's processor; null if it is not known, as for runs that did
 *     not store it
 * @param cores how many processors the generator could use: its machine's, or fewer with a CPU
 *     quota, such as 0.5
 * @param processors how many the machine has; null if it is not known, as for runs that did not
 *     store it
 * @param jvmFlags that the generator's JVM was started with, but for its properties; empty for runs
 *     that did not store them
 * @param server what the server consists of, each a name and its version; null if the run did not
 *     start the server, and if it is not known
 */
public record Versions(
    String fleetpoll,
    String gatling,
    String jvm,
    String os,
    String processor,
    double cores,
    Integer processors,
    List<String> jvmFlags,
    List<String> server) {

  /** Fleetpoll's own version, which the build has written. */
  public static final String FLEETPOLL =
      ResourceBundle.getBundle("fleetpoll.version").getString("version");

  /** Earlier versions stored runs without the flags. */
  @JsonCreator
  public Versions {
    jvmFlags = jvmFlags == null ? List.of() : List.copyOf(jvmFlags);
    server = server == null || server.isEmpty() ? null : List.copyOf(server);
  }

  /** The same on a machine with an unknown number of processors. */
  public Versions(
      String fleetpoll,
      String gatling,
      String jvm,
      String os,
      String processor,
      double cores,
      List<String> jvmFlags,
      List<String> server) {
    this(fleetpoll, gatling, jvm, os, processor, cores, null, jvmFlags, server);
  }

  /** The same on a machine whose processor is not known, with a server that is not known. */
  public Versions(
      String fleetpoll,
      String gatling,
      String jvm,
      String os,
      double cores,
      List<String> jvmFlags) {
    this(fleetpoll, gatling, jvm, os, null, cores, jvmFlags, null);
  }

  /**
   * Whether the generator surely cannot use all of its machine, as with a CPU quota; earlier
   * versions stored only the cores, of which a machine has no half.
   */
  @JsonIgnore
  public boolean isPartOfMachine() {
    return processors == null ? cores % 1 != 0 : cores < processors;
  }

  /** The machine in words: its processor, its cores and its system. */
  public String machine() {
    return "%s, %s, %s"
        .formatted(
            Objects.requireNonNullElse(processor, "an unknown processor"),
            Numbers.cores(cores),
            os);
  }

  /** The versions of this process, with the given Gatling. */
  public static Versions ofThisProcess(String gatling) {
    RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    OperatingSystemMXBean os = ManagementFactory.getOperatingSystemMXBean();
    return new Versions(
        FLEETPOLL,
        gatling,
        jvm.getVmName() + " " + jvm.getVmVersion(),
        os.getName() + " " + os.getVersion() + " " + os.getArch(),
        Machine.processor().orElse(null),
        CpuQuota.ofThisProcess().coresOf(os.getAvailableProcessors()),
        Machine.processors().orElse(null),
        OwnJvm.flags().stream()
            .filter(flag -> !flag.startsWith("-D"))
            .map(Masks.STANDARD::text)
            .toList(),
        null);
  }

  /** The same with a server that consists of these; if there are none, it is not known. */
  public Versions withServer(List<String> names) {
    return new Versions(fleetpoll, gatling, jvm, os, processor, cores, processors, jvmFlags, names);
  }
}
