package fleetpoll.run;

import fleetpoll.process.OwnJvm;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import java.util.ResourceBundle;

/**
 * What a run ran on.
 *
 * @param cores processors that the generator could use
 * @param jvmFlags that the generator's JVM was started with, but for its properties; empty for runs
 *     that did not store them
 */
public record Versions(
    String fleetpoll, String gatling, String jvm, String os, int cores, List<String> jvmFlags) {

  /** Fleetpoll's own version, as the build wrote it down. */
  public static final String FLEETPOLL =
      ResourceBundle.getBundle("fleetpoll.version").getString("version");

  /** Earlier runs did not store the flags. */
  public Versions {
    jvmFlags = jvmFlags == null ? List.of() : List.copyOf(jvmFlags);
  }

  /** This process, with the given Gatling. */
  public static Versions ofThisProcess(String gatling) {
    RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    OperatingSystemMXBean os = ManagementFactory.getOperatingSystemMXBean();
    return new Versions(
        FLEETPOLL,
        gatling,
        jvm.getVmName() + " " + jvm.getVmVersion(),
        os.getName() + " " + os.getVersion() + " " + os.getArch(),
        os.getAvailableProcessors(),
        OwnJvm.flags().stream().filter(flag -> !flag.startsWith("-D")).toList());
  }
}
