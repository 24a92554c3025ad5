package fleetpoll.settings;

import java.time.Duration;

/**
 * Up to where a generator is good enough to be believed.
 *
 * @param latenessShare of the interval that the p99 of lateness may be, 0.1 for 10 %
 * @param latenessFloor that the p99 of lateness may be however short the interval is
 * @param missedShare of the planned polls that the generator may miss, 0.001 for 0.1 %
 * @param cpuShare of the machine that the generator may use, 0.8 for 80 %
 * @param gcPause for which the collector may stop the generator within one second
 * @param ticks below which there is too little to go by
 */
public record ValidityLimits(
    double latenessShare,
    Duration latenessFloor,
    double missedShare,
    double cpuShare,
    Duration gcPause,
    long ticks) {}
