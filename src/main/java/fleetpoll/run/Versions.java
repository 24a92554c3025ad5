package fleetpoll.run;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.RuntimeMXBean;
import java.util.ResourceBundle;

/**
 * The software and the machine of a run.
 *
 * @param cores processors that the generator could use
 */
public record Versions(String fleetpoll, String gatling, String jvm, String os, int cores) {

  /** Fleetpoll's own version, which the build has written. */
  public static final String FLEETPOLL =
      ResourceBundle.getBundle("fleetpoll.version").getString("version");

  /** The versions of this process, with the given Gatling. */
  public static Versions ofThisProcess(String gatling) {
    RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    OperatingSystemMXBean os = ManagementFactory.getOperatingSystemMXBean();
    return new Versions(
        FLEETPOLL,
        gatling,
        jvm.getVmName() + " " + jvm.getVmVersion(),
        os.getName() + " " + os.getVersion() + " " + os.getArch(),
        os.getAvailableProcessors());
  }
}
