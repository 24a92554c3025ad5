"""JMeter without its window, with a plan of one thread for each device."""

import re
import shutil

from measured import Measured
from tool import PEERS, SPARE_SECONDS, Tool, build

HERE = PEERS / "jmeter"
PROGRAM = HERE / "target" / "home" / "bin" / "ApacheJMeter.jar"
# What its own script, bin/jmeter, gives Java.
FLAGS = ("-Xms1g", "-Xmx1g", "-XX:MaxMetaspaceSize=256m", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=100", "-XX:G1ReservePercent=20",
         "-Djava.awt.headless=true")


class JMeter(Tool):
    """Threads keep to their interval by the Constant Throughput Timer."""

    NAME = "jmeter"
    MISSED = "nothing"
    PER_DEVICE = "its results file has each request with its thread"
    INSTALL = (("mvn", "-q", "-B", "-f", "jmeter/pom.xml", "package"),)

    @staticmethod
    def missing():
        if shutil.which("java") and PROGRAM.exists() and any((PROGRAM.parents[1] / "lib" / "ext").glob("ApacheJMeter_http-*.jar")):
            return None
        return "needs mvn and java; then: user-files/peers/install jmeter"

    def version(self):
        return re.search(r"\b5\.\d+(\.\d+)?\b", build(self.command(self.folder, "--version"), self.folder)).group()

    def command(self, logs, *arguments):
        return ["java", *FLAGS, "-jar", str(PROGRAM), "-j", str(logs / "jmeter.log"), *arguments]

    def start(self, scenario, port, output):
        given = {
            "port": port, "devices": scenario.devices, "ticks": scenario.ticks, "a_minute": 60_000 / scenario.interval_ms,
            "interval_ms": scenario.interval_ms, "limit_seconds": scenario.seconds + SPARE_SECONDS,
            # Otherwise it opens each connection anew after a minute.
            "httpclient4.time_to_live": 3_600_000,
            # Otherwise it listens for a command to stop.
            "jmeterengine.nongui.port": 0}
        return Measured(self.command(output.parent, "-n", "-t", str(HERE / "devices.jmx"), "-l", str(output.with_name("results.jtl")),
                                     *(f"-J{name}={value}" for name, value in given.items())), output, self.folder)

    def says(self, output):
        """The last line of its summary."""
        found = re.findall(r"^summary = +(\d+) in .* Err: +(\d+)", output.read_text(errors="replace"), re.MULTILINE)
        if not found:
            return "no counts"
        requests, errors = map(int, found[-1])
        return f"{requests:,} requests, {errors:,} errors"
