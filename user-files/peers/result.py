"""One run of one tool: its figures, by name."""

import timing
from scenario import TICKS_A_DECADE

# The columns of peers.csv. Times are in ms; polls of A and B are those of the server's log.
COLUMNS = (
    "devices", "seconds", "interval_ms", "round", "tool", "version",
    "planned_a", "made_a", "planned_b", "made_b", "made_percent",
    "error_p50_ms", "error_p99_ms", "error_max_ms", "settled_error_p99_ms", "settled_error_max_ms", "drift_p50_ms", "drift_worst_ms",
    "settled_drift_worst_ms",
    "cpu_s", "cpu_s_per_1000", "peak_mb", "nginx_cpu_s",
    "log_lines", "log_a", "log_b", "log_warm_up", "log_wrong", "log_devices", "least_a", "most_a", "connections", "request_bytes",
    "busy_before_percent", "exit", "says", "missed_polls", "each_device")


class Result:
    """What the log and the kernel say of a run; the figures are computed once, so that the log's instants can go."""

    def __init__(self, chosen, number, tool, version, used, server, seen, says, busy, output):
        self.scenario, self.round, self.name, self.used, self.output = chosen, number, tool.NAME, used, output
        polls = list(seen.polls_a.values())
        counts = [len(device) for device in polls]
        begin = timing.first([*polls, *seen.polls_b.values()])
        planned_a, planned_b = chosen.due
        made_a = timing.made(polls, begin, chosen, chosen.ticks)
        made_b = timing.made(seen.polls_b.values(), begin, chosen, -(-chosen.ticks // TICKS_A_DECADE))
        errors = timing.errors(polls, chosen.interval_ms)
        settled = timing.errors(polls, chosen.interval_ms, begin + timing.SETTLED_MS)
        late = timing.drifts([[at for at in device if at > begin + timing.SETTLED_MS] for device in polls], chosen.interval_ms)
        drifts = timing.drifts(polls, chosen.interval_ms)
        self.figures = dict(zip(COLUMNS, (
            chosen.devices, chosen.seconds, chosen.interval_ms, number, tool.NAME, version,
            planned_a, made_a, planned_b, made_b, round(100 * (made_a + made_b) / (planned_a + planned_b), 3),
            *(timing.percentile(errors, percent) for percent in (50, 99, 100)),
            *(timing.percentile(settled, percent) for percent in (99, 100)),
            *(timing.percentile(drifts, percent) for percent in (50, 100)), timing.percentile(late, 100),
            rounded(used.cpu_seconds, 2), per_1000(used.cpu_seconds, seen.a + seen.b), round(used.peak_mb),
            rounded(server.cpu_seconds, 2), seen.lines, seen.a, seen.b, seen.warm_up, seen.wrong, len(polls),
            min(counts, default=0), max(counts, default=0), seen.connections, round(seen.request_bytes),
            rounded(busy, 1), used.exit_code, says, tool.MISSED, tool.PER_DEVICE)))

    @property
    def complete(self):
        """Whether each device did exactly what was due, in time."""
        of = self.figures
        return of["exit"] == 0 and of["made_a"] == of["planned_a"] == of["log_a"] and of["made_b"] == of["planned_b"] == of["log_b"] \
            and of["log_wrong"] == 0 and of["log_devices"] == of["devices"]

    def summary(self):
        of = self.figures
        return (f"{of['made_percent']} % made, error p99 {of['error_p99_ms']} ms, {of['cpu_s']} CPU s, {of['peak_mb']} MB; {of['says']}")


def rounded(value, digits):
    return None if value is None else round(value, digits)


def per_1000(cpu_seconds, requests):
    """CPU for each 1,000 requests; None if there were none, or if the CPU is not known."""
    return None if cpu_seconds is None or not requests else round(cpu_seconds * 1000 / requests, 4)
