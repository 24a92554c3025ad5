"""The script of the team whose question began this project, in its shape: threads, requests, a sleep after each answer."""

import re

from measured import Measured
from tool import PEERS, PYTHON, Tool, build, in_python


class Seed(Tool):
    """It runs in the virtual environment that Locust uses, too."""

    NAME = "seed"
    MISSED = "nothing: it never plans when to poll"
    PER_DEVICE = "nothing"
    INSTALL = in_python("seed")

    @staticmethod
    def missing():
        if any(PYTHON.parent.parent.glob("lib/python*/site-packages/requests")):
            return None
        return "needs python3-venv; then: user-files/peers/install seed"

    def version(self):
        return "requests " + build([str(PYTHON), "-c", "import requests; print(requests.__version__)"]).strip()

    def start(self, scenario, port, output):
        return Measured([str(PYTHON), str(PEERS / "seed" / "devices.py"), f"http://127.0.0.1:{port}", "--devices", str(scenario.devices),
                         "--seconds", str(scenario.seconds), "--interval", str(scenario.interval_ms / 1000)], output, self.folder)

    def says(self, output):
        found = re.findall(r"^\d+ requests, .*", output.read_text(errors="replace"), re.MULTILINE)
        return found[-1] if found else "no counts"
