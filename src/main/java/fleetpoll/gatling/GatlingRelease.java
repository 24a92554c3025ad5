package fleetpoll.gatling;

import io.gatling.commons.util.GatlingVersion;

/** Which Gatling runs the fleet. */
public final class GatlingRelease {

  private GatlingRelease() {}

  /** Such as {@code 3.15.1}. */
  public static String version() {
    return GatlingVersion.ThisVersion().fullVersion();
  }
}
