"""peers.md: the machine, then tables for each fleet, the medians, and what each tool says."""

import statistics

# A tool that makes less than this has no ratio of seconds of CPU: it looks cheap for what it left out.
COMPARABLE_PERCENT = 99.9

POLLS = (("made of planned A", lambda of: f"{of['made_a']:,} of {of['planned_a']:,}"),
         ("of planned B", lambda of: f"{of['made_b']:,} of {of['planned_b']:,}"),
         ("%", lambda of: f"{of['made_percent']:.2f}"),
         ("interval error p50 ms", lambda of: of["error_p50_ms"]), ("p99", lambda of: of["error_p99_ms"]), ("max", lambda of: of["error_max_ms"]),
         ("p99 after 5 s", lambda of: of["settled_error_p99_ms"]),
         ("drift p50 ms", lambda of: of["drift_p50_ms"]), ("worst", lambda of: of["drift_worst_ms"]),
         ("worst after 5 s", lambda of: of["settled_drift_worst_ms"]),
         ("CPU s", lambda of: shown(of["cpu_s"], ".1f")), ("CPU s per 1,000", lambda of: shown(of["cpu_s_per_1000"], ".3f")),
         ("peak MB", lambda of: of["peak_mb"]))
LOG = (("A", lambda of: f"{of['log_a']:,}"), ("B", lambda of: f"{of['log_b']:,}"), ("wrong", lambda of: f"{of['log_wrong']:,}"),
       ("warm-up", lambda of: f"{of['log_warm_up']:,}"), ("lines", lambda of: f"{of['log_lines']:,}"), ("devices", lambda of: f"{of['log_devices']:,}"),
       ("A a device", lambda of: f"{of['least_a']} to {of['most_a']}"), ("connections", lambda of: f"{of['connections']:,}"),
       ("request bytes", lambda of: of["request_bytes"]), ("nginx CPU s", lambda of: of["nginx_cpu_s"]), ("busy before %", lambda of: of["busy_before_percent"]),
       ("it says", lambda of: of["says"] if of["exit"] == 0 else f"{of['says']}, exit {of['exit']}"))


def text(facts, kinds, results, absent, scenarios, broken):
    """The whole file."""
    parts = ["# Peers, side by side", "\n".join(f"- {fact}" for fact in facts + versions(results))]
    parts += [f"- broken: {cell(what)}" for what in broken]
    for chosen in scenarios:
        of = [result for result in results if result.scenario == chosen]
        parts += [f"## {chosen}", runs(POLLS, of, absent), "What nginx's log says, and what the tool says of the run:", runs(LOG, of, {})]
    parts += ["## Medians of the rounds", medians(results), "## What each tool says of missed polls, and of each device",
              grid(["tool", "missed polls", "each device"], [[kind.NAME, kind.MISSED, kind.PER_DEVICE] for kind in kinds])]
    return "\n\n".join(parts) + "\n"


def versions(results):
    return [f"{name} {version}" for name, version in dict.fromkeys((of.name, of.figures["version"]) for of in results)]


def runs(columns, results, absent):
    """A row for each run; a tool that is not there has a row that says how to get it."""
    rows = [[of.round, of.name, *(value(of.figures) for _, value in columns)] for of in results]
    rows += [["", name, "not installed: " + how, *[""] * (len(columns) - 1)] for name, how in absent.items()]
    return grid(["round", "tool", *(name for name, _ in columns)], rows)


def medians(results):
    """Medians, ratios, and what a longer run costs beyond a shorter one of the same fleet."""
    of = {}
    for result in results:
        of.setdefault((result.scenario, result.name), []).append(result.figures)
    rows = [[chosen, name, *(median(figures, key) for key in ("made_percent", "error_p99_ms", "drift_worst_ms")),
             *spread(known(figures, "cpu_s")), median(figures, "cpu_s_per_1000"),
             ratio(known(figures, "cpu_s_per_1000"), known(of.get((chosen, "fleetpoll"), []), "cpu_s_per_1000")),
             max(one["peak_mb"] for one in figures)] for (chosen, name), figures in of.items()]
    for longer, shorter in pairs({chosen for chosen, _ in of}):
        names = [name for chosen, name in of if chosen == longer and (shorter, name) in of]
        further = {name: beyond(of[longer, name], of[shorter, name]) for name in names}
        comparable = {name for name in names if all(one["made_percent"] >= COMPARABLE_PERCENT for one in of[longer, name] + of[shorter, name])}
        rows += [[f"{longer} less {shorter.seconds} s", name, "", "", "", *spread(further[name]), "",
                  ratio(further[name], further["fleetpoll"]) if {name, "fleetpoll"} <= comparable else None, ""] for name in names]
    return grid(["scenario", "tool", "% made", "interval error p99 ms", "worst drift ms", "CPU s", "least to most", "CPU s per 1,000",
                 "to Fleetpoll's", "highest peak MB"], rows)


def beyond(longer, shorter):
    """CPU of a longer run less that of the shorter one of the same round."""
    base = {one["round"]: one["cpu_s"] for one in shorter}
    return [one["cpu_s"] - base[one["round"]] for one in longer if None not in (one["cpu_s"], base.get(one["round"]))]


def known(figures, key):
    return [one[key] for one in figures if one[key] is not None]


def median(figures, key):
    values = known(figures, key)
    return significant(statistics.median(values)) if values else None


def significant(value):
    """Four digits, but never an exponent of a large figure."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"


def spread(values):
    return [f"{statistics.median(values):.2f}", f"{min(values):.2f} to {max(values):.2f}"] if values else [None, None]


def ratio(values, fleetpolls):
    """Median to median; None if there is none."""
    base = statistics.median(fleetpolls) if fleetpolls else 0
    return f"{statistics.median(values) / base:.2f}" if values and base > 0 else None


def shown(value, form):
    return None if value is None else format(value, form)


def pairs(scenarios):
    return sorted((a, b) for a in scenarios for b in scenarios
                  if (a.devices, a.interval_ms) == (b.devices, b.interval_ms) and a.seconds > b.seconds)


def grid(header, rows):
    return "\n".join("| " + " | ".join(map(cell, line)) + " |" for line in [header, ["---"] * len(header), *rows])


def cell(value):
    return "–" if value is None else " ".join(str(value).replace("|", "\\|").split())
