"""h2load, nghttp2's load generator, with timing scripts."""

import re
import shlex
import shutil

from measured import Measured
from scenario import TICKS_A_DECADE
from tool import Tool, build


class H2load(Tool):
    """
    All clients of an h2load follow one script: ten of them run at once, each with a tenth of the devices and B on another
    tick. Its clients are connections without a name.
    """

    NAME = "h2load"
    MISSED = "nothing"
    PER_DEVICE = "nothing; the least, mean and most requests a second of a connection"
    INSTALL = (("apt-get", "install", "-y", "nghttp2-client"),)

    @staticmethod
    def missing():
        return None if shutil.which("h2load") else "apt-get install nghttp2-client"

    def version(self):
        return build(["h2load", "--version"]).split("/")[-1].strip()

    def start(self, scenario, port, output):
        commands = [shlex.join(self.command(scenario, port, number)) for number in range(TICKS_A_DECADE)]
        return Measured(["sh", "-c", together(commands)], output, self.folder)

    def command(self, scenario, port, number):
        devices = scenario.devices // TICKS_A_DECADE
        script = self.folder / f"devices-{number}.txt"
        lines = timing(scenario, f"http://127.0.0.1:{port}/hello?page=", number)
        script.write_text("".join(f"{line}\n" for line in lines))
        clients, period_ms = rate(devices, scenario.interval_ms)
        return ["h2load", "--h1", f"--clients={devices}", f"--rate={clients}", f"--rate-period={period_ms}ms", f"--requests={len(lines)}",
                f"--timing-script-file={script}"]

    def says(self, output):
        """Their own counts, where they tell of something other than a success."""
        text = output.read_text(errors="replace")
        counts = re.findall(r"^requests: (\d+) total, .* (\d+) succeeded, (\d+) failed, (\d+) errored, (\d+) timeout", text, re.MULTILINE)
        if len(counts) != TICKS_A_DECADE:
            return "no counts"
        total, good, failed, errored, timeout = (sum(map(int, column)) for column in zip(*counts))
        if total == good:
            return f"all {total:,} ok"
        return f"{good:,} of {total:,} ok, {failed:,} failed, {errored:,} errored, {timeout:,} timeout"

    def clean(self):
        for script in self.folder.glob("devices-*.txt"):
            script.unlink()


def together(commands):
    """A script that runs commands at once and fails if one of them does; a bare `wait` would forget how they ended."""
    start = "".join(f'{command} & pids="$pids $!"\n' for command in commands)
    return start + "code=0\nfor pid in $pids; do wait $pid || code=1; done\nexit $code"


def timing(scenario, url, number):
    """
    When a device polls what, in milliseconds from its connection on. B is due a millisecond after A, since h2load would
    send what is due at the same instant without waiting for A's answer.
    """
    lines = []
    for tick in range(scenario.ticks):
        lines.append(f"{tick * scenario.interval_ms}\t{url}1")
        if tick % TICKS_A_DECADE == number:
            lines.append(f"{tick * scenario.interval_ms + 1}\t{url}200")
    return lines


def rate(devices, interval_ms):
    """How many clients start each so many milliseconds, so that all start within an interval; both are whole numbers."""
    clients = -(-devices // interval_ms)
    return clients, max(1, interval_ms * clients // devices)
