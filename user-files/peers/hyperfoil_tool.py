"""Hyperfoil, in one JVM, with the same workload."""

import os
import re
import shlex
import shutil

from measured import Measured
from scenario import TICKS_A_DECADE
from tool import PEERS, Tool, build

HERE = PEERS / "hyperfoil"
PATHS = HERE / "target" / "classpath"
# As many headers as Fleetpoll sends; that all devices send the same name is why the log tells them by their connections.
HEADERS = '{User-Agent: Hyperfoil/0.25.2, Accept: "*/*", X-Client: device-0001}'


class Hyperfoil(Tool):
    """Its class path by Maven, its launcher compiled once."""

    NAME = "hyperfoil"
    MISSED = "nothing"
    PER_DEVICE = "nothing"
    INSTALL = (("mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:build-classpath", f"-Dmdep.outputFile={PATHS}"),)

    @staticmethod
    def missing():
        if shutil.which("javac") and PATHS.exists() and all(map(os.path.exists, PATHS.read_text().strip().split(":"))):
            return None
        return "needs mvn and javac; then: user-files/peers/install hyperfoil"

    def __init__(self, folder, options):
        super().__init__(folder, options)
        self.extra = shlex.split(options.hyperfoil)
        self.threads = options.threads
        self.classpath = f"{folder}:{PATHS.read_text().strip()}"
        build(["javac", "-nowarn", "-proc:none", "-cp", self.classpath, "-d", str(folder), str(HERE / "RunBenchmark.java")])

    def version(self):
        """As the name of its jar has it."""
        return re.search(r"hyperfoil-core-([\d.]+)\.jar", self.classpath).group(1)

    def start(self, scenario, port, output):
        if scenario.ticks % TICKS_A_DECADE:
            raise SystemExit(f"{scenario}: Hyperfoil's devices here do a multiple of {TICKS_A_DECADE} ticks")
        yaml = self.folder / "fleet.hf.yaml"
        yaml.write_text(benchmark(scenario, port, self.threads))
        return Measured(["java", *self.extra, "-cp", self.classpath, "RunBenchmark", str(yaml)], output, self.folder)

    def says(self, output):
        """Its own counts, where they tell of something other than a success."""
        text = output.read_text(errors="replace")
        counts = re.findall(r"^(\w): requests=(\d+) responses=\d+ 2xx=(\d+) errors=(\d+) cached=(\d+)", text, re.MULTILINE)
        if len(counts) != 2:
            return "no counts"
        bad = [f"{name} of {requests}: {good} ok, {errors} errors, {cached} cached" for name, requests, good, errors, cached in counts
               if requests != good or errors != "0" or cached != "0"]
        return "; ".join(bad) or "all ok"


def benchmark(scenario, port, threads):
    """
    The benchmark: ten phases, of a tenth of the devices each, which differ in the tick on which they poll B, as
    Fleetpoll's devices do. A device connects with its first poll: 5,000 connects at once overflow nginx's accept queue
    (net.core.somaxconn). A phase starts its devices evenly over one interval, and never more than their number.
    """
    devices = scenario.devices // TICKS_A_DECADE
    phases = "".join(phase(scenario, devices, number) for number in range(TICKS_A_DECADE))
    return f"""name: fleet
threads: {threads}
http:
  host: http://127.0.0.1:{port}
  sharedConnections: {scenario.devices}
  connectionStrategy: OPEN_ON_REQUEST
ergonomics:
  repeatCookies: false
  userAgentFromSession: false
phases:
{phases}"""


def phase(scenario, devices, number):
    seconds = scenario.interval_ms / 1000
    start_ms = number * scenario.interval_ms // scenario.devices
    ticks = "".join(tick(scenario, poll_b=position == number) for position in range(TICKS_A_DECADE))
    return f"""- b{number}:
    constantRate:
      startTime: {start_ms}ms
      usersPerSec: {devices / seconds}
      variance: false
      maxSessions: {devices}
      sessionLimitPolicy: CONTINUE
      duration: {scenario.interval_ms + 1000}ms
      maxDuration: {scenario.seconds + 30}s
      scenario:
      - device:
        - loop:
            counterVar: decade
            repeats: {scenario.ticks // TICKS_A_DECADE}
            steps:
{ticks}"""


def tick(scenario, poll_b):
    # The first tick comes an interval after the device's start: a cold first poll delays no other device's start.
    steps = [f"scheduleDelay: {{key: tick, duration: {scenario.interval_ms}ms, type: FROM_LAST}}", "awaitDelay: tick", request("A", 1)]
    if poll_b:
        steps.append(request("B", 200))
    return "".join(f"            - {step}\n" for step in steps)


def request(metric, page):
    return f'httpRequest: {{GET: "/hello?page={page}", metric: {metric}, headers: {HEADERS}}}'
