package fleetpoll.simulation;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import fleetpoll.app.FleetRun;
import io.gatling.javaapi.core.Simulation;

/** A fleet of devices polls a server, and every device keeps its own record. */
public class DevicePollSimulation extends Simulation {

  private final FleetRun fleet = FleetRun.prepare(getClass());

  /** The fleet that the settings describe. */
  public DevicePollSimulation() {
    setUp(scenario("devices").exec(fleet.polls()).injectOpen(atOnceUsers(fleet.devices())));
  }

  @Override
  public void before() {
    fleet.begin();
  }

  @Override
  public void after() {
    fleet.end();
  }
}
