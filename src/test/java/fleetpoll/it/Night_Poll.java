package fleetpoll.it;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import fleetpoll.app.FleetRun;
import io.gatling.javaapi.core.Simulation;

/** A simulation whose name Gatling turns into another name of the run's folder. */
public final class Night_Poll extends Simulation {

  private final FleetRun fleet = FleetRun.prepare(getClass());

  public Night_Poll() {
    setUp(scenario("devices").exec(fleet.polls()).injectOpen(atOnceUsers(fleet.devices())));
  }

  @Override
  public void before() {
    fleet.begin();
  }

  @Override
  public void after() {
    fleet.end();
    if (Boolean.getBoolean("night-poll.exits")) {
      System.exit(0);
    }
  }
}
