package fleetpoll.run;

/**
 * What a run ran on.
 *
 * @param cores processors that the generator could use
 */
public record Versions(String fleetpoll, String gatling, String jvm, String os, int cores) {

  /** This process, with the given Gatling. */
  public static Versions ofThisProcess(String fleetpoll, String gatling) {
    return new Versions(
        fleetpoll,
        gatling,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors());
  }
}
