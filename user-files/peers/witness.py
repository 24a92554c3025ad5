"""The server of the bench, and what its log says about a run."""

import contextlib
import getpass
import grp
import itertools
import os
import pathlib
import shutil
import socket
import time
import urllib.request
from typing import NamedTuple

from measured import Measured

HERE = pathlib.Path(__file__).parent
PATTERN = b"0123456789"
BODIES = {"hello-1": 100, "hello-200": 204_800}
# With less than a sixteenth of its connections free, nginx closes devices' idle ones.
SPARE_CONNECTIONS = 1000
PORTS = itertools.cycle(range(18_080, 18_180))


class Seen(NamedTuple):
    """What the log says; polls by device, which are sorted instants in milliseconds. Every line counts once: a, b, warm-up or wrong."""

    lines: int
    warm_up: int
    wrong: int
    connections: int
    request_bytes: float
    polls_a: dict
    polls_b: dict

    @property
    def a(self):
        return sum(map(len, self.polls_a.values()))

    @property
    def b(self):
        return sum(map(len, self.polls_b.values()))


def program():
    """nginx, which Debian keeps where only root looks."""
    found = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if not found:
        raise SystemExit("there is no nginx here: apt-get install nginx-light")
    return found


@contextlib.contextmanager
def nginx(folder, devices):
    """Starts nginx with a fresh log in a folder and gives its port and process."""
    for name, length in BODIES.items():
        (folder / name).write_bytes((PATTERN * (length // len(PATTERN) + 1))[:length])
    port = free_port()
    filled = (HERE / "nginx.conf").read_text()
    for key, value in {"port": port, "user": f"{getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name}",
                       "connections": 2 * devices + SPARE_CONNECTIONS}.items():
        filled = filled.replace(f"@{key}@", str(value))
    (folder / "nginx.conf").write_text(filled)
    with Measured([program(), "-p", str(folder), "-c", str(folder / "nginx.conf")], folder / "nginx.out") as server:
        await_ready(port, folder / "nginx.out")
        yield port, server


def free_port():
    """A port below the ephemeral ones, and another one each time: the connections of the run before may not yet be forgotten."""
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def await_ready(port, output):
    for _ in range(100):
        try:
            urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"http://127.0.0.1:{port}/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"nginx did not start: {output.read_text()}")


def read(log):
    """Reads the whole log of a run. Devices without a name are told by their connections."""
    polls = {"1": {}, "200": {}}
    lines_read = warm_up = wrong = length = 0
    connections = set()
    with open(log, encoding="ascii", errors="replace") as lines:
        for line in lines:
            lines_read += 1
            fields = line.split()
            if len(fields) != 9:
                wrong += 1
                continue
            at, took, connection, size, status, body, page, device, warm = fields
            if warm != '"-"':
                warm_up += 1
                continue
            connections.add(connection)
            if page not in polls or status != "200" or int(body) != BODIES[f"hello-{page}"]:
                wrong += 1
                continue
            length += int(size)
            who = connection if device == '"-"' else device.strip('"')
            # nginx writes a line when an answer has ended: the poll arrived as long before as it took.
            polls[page].setdefault(who, []).append(round((float(at) - float(took)) * 1000))
    for device in (*polls["1"].values(), *polls["200"].values()):
        device.sort()
    total = max(1, lines_read - warm_up - wrong)
    return Seen(lines_read, warm_up, wrong, len(connections), length / total, polls["1"], polls["200"])
