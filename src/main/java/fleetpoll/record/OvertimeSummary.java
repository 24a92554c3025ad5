package fleetpoll.record;

/**
 * The polls that were due in the measured window and ended after it. They count like all others.
 *
 * @param polls how many
 * @param lastNanos from the window's end to the end of the last of them; 0 if there are none
 */
public record OvertimeSummary(long polls, long lastNanos) {}
