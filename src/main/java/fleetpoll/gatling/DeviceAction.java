package fleetpoll.gatling;

import fleetpoll.fleet.Fleet;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;

/**
 * A step of a scenario: a virtual user is a device of the fleet, from its first tick to its last.
 */
final class DeviceAction extends Step {

  private final Fleet fleet;
  private final Action next;
  private final StatsBatches batches;

  DeviceAction(Fleet fleet, ScenarioContext context, Action next) {
    super("device");
    this.fleet = fleet;
    this.next = next;
    this.batches = new StatsBatches(context.coreComponents().statsEngine());
  }

  @Override
  public void execute(Session session) {
    try {
      fleet.arrive(new DeviceUser(session, batches, next));
    } catch (RuntimeException | Error thrown) {
      // Otherwise the others would wait for this one for ever.
      fleet.lacks(thrown);
      next.$bang(session);
    }
  }
}
