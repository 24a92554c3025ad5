package fleetpoll.gatling;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;

/** One cell of a concurrency study on Gatling's engine, started by the study. */
public final class CellSimulation extends Simulation {

  private final CellLoad load = CellLoad.ofThisProcess();

  /** As many virtual users as may be in flight share the cell's requests. */
  public CellSimulation() {
    setUp(scenario("cell").exec(load.requests()).injectOpen(atOnceUsers(load.places())))
        .protocols(load.protocol());
  }

  @Override
  public void after() {
    load.end();
  }
}
