package fleetpoll.capacity.search;

/**
 * One trial that has ended.
 *
 * @param devices its size, at least 1
 */
public record Trial(int devices, Outcome outcome) {}
