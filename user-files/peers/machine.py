"""The machine of the bench, the moment and the command."""

import os
import shlex
import subprocess
import sys
import time

import witness
from tool import PROJECT


def facts():
    """What the figures are worth only together with."""
    model = [line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8") if line.startswith("model name")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    found = [time.strftime("%Y-%m-%d %H:%M"),
             f"{os.cpu_count()} cores ({model[0] if model else os.uname().machine}), {memory:.0f} GB, Linux {os.uname().release}",
             "`" + shlex.join(["user-files/peers/bench", *sys.argv[1:]]) + "`"]
    for command in ([witness.program(), "-v"], ["java", "-version"], ["git", "-C", str(PROJECT), "log", "-1", "--format=commit %h"]):
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=20)
            found.append(done.stdout.strip().splitlines()[0])
        except (OSError, IndexError):
            found.append(f"no {command[0]}")
    return found


def times():
    """What all cores have done since the machine started: busy and in all, in ticks of the kernel."""
    with open("/proc/stat", encoding="ascii") as lines:
        # What guests use is in user and nice, too.
        user, nice, system, idle, waiting, *others = map(int, lines.readline().split()[1:9])
    busy = user + nice + system + sum(others)
    return busy, busy + idle + waiting


def busy_percent(earlier, later):
    """How busy the cores were between two `times`; None if no time passed."""
    busy, whole = (after - before for before, after in zip(earlier, later))
    return 100 * busy / whole if whole else None
