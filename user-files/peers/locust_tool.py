"""Locust with FastHttpUser, headless, in one process."""

import json
import re

from measured import Measured
from tool import PEERS, PYTHON, SPARE_SECONDS, Tool, build, in_python

HERE = PEERS / "locust"


class Locust(Tool):
    """Each user waits until its own next tick."""

    NAME = "locust"
    MISSED = "nothing; warns if a CPU is above 90 %"
    PER_DEVICE = "nothing"
    INSTALL = in_python("locust")

    @staticmethod
    def missing():
        if (PYTHON.parent / "locust").exists():
            return None
        return "needs python3-venv; then: user-files/peers/install locust"

    def version(self):
        return build([str(PYTHON), "-m", "locust", "--version"]).split()[1]

    def start(self, scenario, port, output):
        # The rate is so high that all users exist within an interval.
        rate = scenario.devices * 1000 // scenario.interval_ms
        return Measured(
            [str(PYTHON), "-m", "locust", "-f", str(HERE / "locustfile.py"), "--headless", "--only-summary", "-H", f"http://127.0.0.1:{port}",
             "-u", str(scenario.devices), "-r", str(max(1, rate)), "-t", f"{scenario.seconds + SPARE_SECONDS}s", "--exit-code-on-error", "0",
             "--json-file", str(output.with_name("stats"))],
            output, self.folder,
            {"DEVICES": str(scenario.devices), "TICKS": str(scenario.ticks), "INTERVAL_MS": str(scenario.interval_ms),
             "PYTHONDONTWRITEBYTECODE": "1"})

    def says(self, output):
        """Its counts, and whether it warned of its CPU."""
        try:
            stats = json.loads(output.with_name("stats.json").read_text())
        except (OSError, ValueError):
            return "no counts"
        counts = ", ".join(f"{of['name']} {of['num_requests']:,}" + (f" ({of['num_failures']:,} failed)" if of["num_failures"] else "")
                           for of in sorted(stats, key=lambda of: of["name"]))
        warned = re.search(r"CPU usage (was too high|above 90%)", output.read_text(errors="replace"))
        return counts + ("; warns of its CPU" if warned else "")
