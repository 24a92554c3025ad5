package fleetpoll.gatling;

import fleetpoll.fleet.Fleet;
import io.gatling.javaapi.core.ActionBuilder;

/**
 * Lets a virtual user be a device, from its first tick to its last: a step of a scenario, {@code
 * exec(polls)}. The scenario injects as many users as the fleet has devices, all at once.
 */
public record DevicePolls(Fleet fleet) implements ActionBuilder {

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return (context, next) -> new DeviceAction(fleet, context, next);
  }
}
