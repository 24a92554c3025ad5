"""Goose, built by cargo in release mode."""

import re

from measured import Measured
from tool import PEERS, Tool, build

HERE = PEERS / "goose"
PROGRAM = HERE / "target" / "release" / "goose-devices"


class Goose(Tool):
    """Users wait for their ticks themselves, since Goose's wait time has no grid."""

    NAME = "goose"
    MISSED = "nothing (its mitigation of coordinated omission, off by default, adds estimates)"
    PER_DEVICE = "nothing; an optional log has each request with its user"
    INSTALL = (("cargo", "build", "--release", "--locked", "--manifest-path", "goose/Cargo.toml", "--target-dir", str(HERE / "target")),)

    @staticmethod
    def missing():
        return None if PROGRAM.exists() else "needs cargo; then: user-files/peers/install goose"

    def __init__(self, folder, options):
        super().__init__(folder, options)
        self.threads = options.threads

    def version(self):
        return build([str(PROGRAM), "--version"]).split()[-1]

    def start(self, scenario, port, output):
        rate = scenario.devices * 1000 / scenario.interval_ms
        return Measured([str(PROGRAM), "--host", f"http://127.0.0.1:{port}", "--users", str(scenario.devices), "--increase-rate", f"{rate:g}",
                         "--iterations", str(scenario.ticks), "--quiet"], output, self.folder,
                        {"INTERVAL_MS": str(scenario.interval_ms), "TOKIO_WORKER_THREADS": str(self.threads)})

    def says(self, output):
        """Its own counts."""
        found = re.findall(r"GET (A|B) +\| +([\d,]+) \| +([\d,]+)", output.read_text(errors="replace"))
        return ", ".join(f"{name} {count}" + (f" ({failed} failed)" if failed != "0" else "") for name, count, failed in found[:2]) or "no counts"
