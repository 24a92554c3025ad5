package fleetpoll.settings;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * By how much a run may be worse than its baseline; empty: by any amount.
 *
 * @param successPoints percentage points of the polls sent
 * @param missedPoints percentage points of the polls planned
 * @param p50Percent of the baseline's time, as the next two, for service and response times alike
 * @param floor that every time may be longer at any rate
 * @param cpuPercent of the baseline's processor time per request
 * @param memoryPercent of the baseline's peak memory
 */
public record Tolerance(
    OptionalDouble successPoints,
    OptionalDouble missedPoints,
    OptionalDouble p50Percent,
    OptionalDouble p95Percent,
    OptionalDouble p99Percent,
    Duration floor,
    OptionalDouble cpuPercent,
    OptionalDouble memoryPercent) {}
