package fleetpoll.gatling;

import io.gatling.commons.util.GatlingVersion;

/** The version of Gatling that runs. */
public final class GatlingRelease {

  private GatlingRelease() {}

  /** Such as {@code 3.15.1}. */
  public static String version() {
    return GatlingVersion.ThisVersion().fullVersion();
  }
}
