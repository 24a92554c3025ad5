package fleetpoll.fleet;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * The devices of one event loop.
 *
 * @param devices their indices in the fleet
 * @param loop runs tasks on that event loop, which has no time for long ones; rejects them when the
 *     run is over
 */
public record Crew(List<Integer> devices, Executor loop) {}
