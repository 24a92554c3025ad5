package fleetpoll.settings;

import fleetpoll.config.Parameter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that decides what a concurrency study does: {@code conf/study.conf} with a profile and
 * {@code -D} over it, checked.
 *
 * @param requests how many requests a cell sends, each a row of the grid
 * @param limits how many of them may be in flight at once, each a column of the grid
 * @param clients who sends them
 * @param delay that the target draws for each request
 * @param seed of the delays
 * @param target what is requested; empty: /delay of the embedded target
 * @param status the expected status code
 * @param lengthBytes the expected length of a body; empty: any
 * @param timeout of one request, connecting included
 * @param inForce every parameter as it was read, in the order of {@code study.conf}
 */
public record StudySettings(
    List<Long> requests,
    List<Integer> limits,
    List<StudyClient> clients,
    DelaySettings delay,
    long seed,
    Optional<URI> target,
    int status,
    OptionalLong lengthBytes,
    Duration timeout,
    CellSettings cell,
    EmbeddedSettings embedded,
    List<Parameter> inForce) {}
