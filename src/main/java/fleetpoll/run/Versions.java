package fleetpoll.run;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;

/**
 * What a run ran on.
 *
 * @param cores processors that the generator could use
 */
public record Versions(String fleetpoll, String gatling, String jvm, String os, int cores) {

  /** This process, with the given Fleetpoll and Gatling. */
  public static Versions ofThisProcess(String fleetpoll, String gatling) {
    RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    OperatingSystemMXBean os = ManagementFactory.getOperatingSystemMXBean();
    return new Versions(
        fleetpoll,
        gatling,
        jvm.getVmName() + " " + jvm.getVmVersion(),
        os.getName() + " " + os.getVersion() + " " + os.getArch(),
        os.getAvailableProcessors());
  }
}
