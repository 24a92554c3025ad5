package fleetpoll.gatling;

import fleetpoll.fleet.Fleet;
import fleetpoll.settings.Identity;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import java.util.List;

/**
 * The step of a scenario in which a virtual user is a device of the fleet, from first to last tick.
 */
final class DeviceAction extends Step {

  /** Session attribute that holds the device's id. */
  static final String DEVICE = "device";

  private final Fleet fleet;
  private final ScenarioContext context;
  private final Action next;
  private final List<PollRequests> requests;
  private final StatsBatches batches;

  DeviceAction(Fleet fleet, ScenarioContext context, Action next) {
    super("device");
    this.fleet = fleet;
    this.context = context;
    this.next = next;
    this.batches = new StatsBatches(context.coreComponents().statsEngine());
    this.requests =
        fleet.settings().endpoints().stream()
            .map(endpoint -> PollRequests.of(endpoint, fleet.settings(), context))
            .toList();
  }

  /** Gatling numbers the virtual users of a run from 1. */
  @Override
  public void execute(Session session) {
    int index = Math.toIntExact(session.userId() - 1);
    Identity identity = fleet.settings().identities().get(index);
    Session identified = session.set(DEVICE, identity.id());
    for (var attribute : identity.attributes().entrySet()) {
      identified = identified.set(attribute.getKey(), attribute.getValue());
    }
    StatsBatch batch = batches.of(session.eventLoop());
    Device device = new Device(fleet, requests, index, identified, batch, next);
    fleet.arrive(device, session.eventLoop());
  }
}
