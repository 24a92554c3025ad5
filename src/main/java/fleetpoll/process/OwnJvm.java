package fleetpoll.process;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import java.util.Map;

/** The JVM that runs this code. */
public final class OwnJvm {

  private static final RuntimeMXBean JVM = ManagementFactory.getRuntimeMXBean();

  private OwnJvm() {}

  /** The path of its program; {@code java} if the operating system does not show it. */
  public static String program() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  /** The class path as it was given. */
  public static String classPath() {
    return JVM.getClassPath();
  }

  /** The flags before its main class, {@code -D} included, without the class path. */
  public static List<String> flags() {
    return JVM.getInputArguments();
  }

  /** Its properties now, whoever set them; those of its flags as the user wrote them. */
  public static Map<String, String> properties() {
    Map<String, String> properties = JVM.getSystemProperties();
    if (MavenPlugin.startedThis()) {
      flags().stream()
          .filter(flag -> flag.startsWith("-D"))
          .map(flag -> flag.substring(2).split("=", 2)[0])
          .forEach(key -> properties.computeIfPresent(key, (k, v) -> MavenPlugin.unescaped(v)));
    }
    return properties;
  }
}
