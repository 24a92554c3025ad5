"""Artillery, with a virtual user for each device."""

import json
import os
import re
import shutil

from measured import Measured
from scenario import TICKS_A_DECADE
from tool import PEERS, SPARE_SECONDS, Tool, build, device

HERE = PEERS / "artillery"
PROGRAM = HERE / "node_modules" / "artillery" / "bin" / "run"
# Nothing leaves the machine, and what goes to the server goes straight there.
OFFLINE = {"ARTILLERY_DISABLE_TELEMETRY": "true", "HTTP_PROXY": "", "HTTPS_PROXY": ""}


class Artillery(Tool):
    """Virtual users wait for their ticks themselves, since think time has no grid."""

    NAME = "artillery"
    MISSED = "nothing"
    PER_DEVICE = "nothing"
    INSTALL = (("npm", "ci", "--prefix", "artillery", "--ignore-scripts", "--no-audit", "--no-fund"),)

    @staticmethod
    def missing():
        if shutil.which("node") and PROGRAM.exists():
            return None
        return "needs npm and Node 20; then: user-files/peers/install artillery"

    def version(self):
        return re.search(r"artillery[: /]+v?([\d.]+)", build(["env", *(f"{k}={v}" for k, v in OFFLINE.items()), "node", str(PROGRAM),
                                                        "--version"], self.folder), re.IGNORECASE).group(1)

    def start(self, scenario, port, output):
        devices = self.folder / "devices.csv"
        devices.write_text("".join(f"{device(number)},{number % TICKS_A_DECADE}\n" for number in range(1, scenario.devices + 1)))
        return Measured(["node", str(PROGRAM), "run", "--output", str(output.with_name("report.json")), str(HERE / "devices.yml")],
                        output, self.folder,
                        {**OFFLINE, "PORT": str(port), "DEVICES": str(scenario.devices), "DEVICES_CSV": os.path.relpath(devices, HERE),
                         "INTERVAL_MS": str(scenario.interval_ms), "TICKS": str(scenario.ticks),
                         "LIMIT_SECONDS": str(scenario.seconds + SPARE_SECONDS)})

    def says(self, output):
        """Its own counts, where they tell of something other than a success."""
        try:
            counters = json.loads(output.with_name("report.json").read_text())["aggregate"]["counters"]
        except (OSError, ValueError, KeyError):
            return "no counts"
        requests, good = counters.get("http.requests", 0), counters.get("http.codes.200", 0)
        errors = sum(count for name, count in counters.items() if name.startswith("errors."))
        return f"all {requests:,} ok" if requests == good and not errors else f"{good:,} of {requests:,} ok, {errors:,} errors"
