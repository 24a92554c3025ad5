package fleetpoll.watch;

/**
 * Where the target's resources come from.
 *
 * @param found such as {@code process 4711, gunicorn, and those below it}; null if they are not
 *     known
 * @param advice what to do so that they become known, one sentence; null if they are known
 * @param oneMachine whether target and generator share the machine
 * @param wholeMachine whether the figures are those of everything on the target's machine
 */
public record Finding(String found, String advice, boolean oneMachine, boolean wholeMachine) {}
