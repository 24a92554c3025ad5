package fleetpoll.simulation;

import fleetpoll.app.capacity.CapacityRun;
import io.gatling.javaapi.core.Simulation;

/**
 * The search for a capacity: how many devices can the server carry? Each trial is a run of another
 * simulation in a process of its own, so Gatling itself has nothing to run here.
 */
public class CapacitySimulation extends Simulation {

  /** Runs the search that the settings describe and ends the JVM. */
  public CapacitySimulation() {
    this(DevicePollSimulation.class);
  }

  /** The same with trials of a simulation of one's own. */
  protected CapacitySimulation(Class<? extends Simulation> trials) {
    CapacityRun.runAndExit(trials);
  }
}
