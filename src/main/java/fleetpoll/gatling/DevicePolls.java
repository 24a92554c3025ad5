package fleetpoll.gatling;

import fleetpoll.fleet.Fleet;
import io.gatling.javaapi.core.ActionBuilder;

/**
 * Lets a virtual user be a device, from its first tick to its last: a step of a scenario, {@code
 * exec(polls)}. The scenario injects as many users as the fleet has devices, all at once.
 *
 * @param opened runs when Gatling has opened its log and no user has started yet
 */
public record DevicePolls(Fleet fleet, Runnable opened) implements ActionBuilder {

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return (context, next) -> {
      // Gatling makes its data writers, which open their files, before any action.
      opened.run();
      return new DeviceAction(fleet, context, next);
    };
  }
}
