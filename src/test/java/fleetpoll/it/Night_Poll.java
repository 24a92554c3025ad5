package fleetpoll.it;

import fleetpoll.simulation.DevicePollSimulation;

/** A simulation whose name Gatling turns into another name of the run's folder. */
public final class Night_Poll extends DevicePollSimulation {

  @Override
  public void after() {
    super.after();
    if (Boolean.getBoolean("night-poll.exits")) {
      System.exit(0);
    }
  }
}
