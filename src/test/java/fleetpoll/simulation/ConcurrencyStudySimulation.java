package fleetpoll.simulation;

import fleetpoll.app.StudyRun;
import io.gatling.javaapi.core.Simulation;

/**
 * The concurrency study: what do many requests cost one after the other, on threads, and on event
 * loops? Each client runs in a process of its own, so Gatling itself has nothing to run here.
 */
public final class ConcurrencyStudySimulation extends Simulation {

  /** Runs the study that the settings describe and ends the JVM. */
  public ConcurrencyStudySimulation() {
    StudyRun.runAndExit();
  }
}
