"""What the bench needs to know of a tool: each <name>_tool.py has a class of this shape."""

import pathlib
import subprocess

PEERS = pathlib.Path(__file__).resolve().parent
PROJECT = PEERS.parents[1]
# The virtual environment of the tools in Python.
PYTHON = PEERS / ".venv" / "bin" / "python"
# A fleet that is late may poll for so long beyond its planned seconds; no device polls more often than planned.
SPARE_SECONDS = 5


class Tool:
    """
    A load generator. Its folder next to this file has what it runs and a README.md: how to install it, how a device is
    written in it, and what it cannot do. A device is: GET /hello?page=1 every interval, and on every tenth tick also GET
    /hello?page=200 (on another of the ten ticks for each tenth of the devices, if the tool can), over a connection of its
    own that is kept open, for scenario.ticks ticks; devices start evenly over one interval. If the tool can tell its
    devices apart, each sends its name (see `device`) as X-Device, by which the log then tells them; otherwise the log
    tells devices by their connections.
    """

    # As --tools and the tables have it, such as "goose". The module is goose_tool.py, the folder goose/.
    NAME = ""
    # What it says of polls that it did not make or made late, in a few words for the table, such as "nothing".
    MISSED = ""
    # What it says of each device, likewise.
    PER_DEVICE = ""
    # How to install it, command by command, each run in user-files/peers.
    INSTALL = ()

    @staticmethod
    def missing():
        """None if it can run; otherwise one line that says how to get it."""
        raise NotImplementedError

    def __init__(self, folder, options):
        """Prepares all runs, once: an empty folder of its own, deleted at the end, and the bench's command line."""
        self.folder = folder

    def version(self):
        """Its version, asked of the tool itself."""
        raise NotImplementedError

    def start(self, scenario, port, output):
        """Starts a run against 127.0.0.1:port, as Measured; stdout and stderr go to the file `output`, in a folder of this run."""
        raise NotImplementedError

    def says(self, output):
        """What it says of the run, in a few words: its own counts if they differ from "all as due", or its verdict."""
        raise NotImplementedError

    def clean(self):
        """Deletes what a run left in its folder, so that the next run begins as the first one did; nothing, unless overridden."""


def in_python(name):
    """How to install a tool that runs in the virtual environment, in the versions of its requirements.txt."""
    return (("python3", "-m", "venv", ".venv"),
            (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", f"{name}/requirements.txt"))


def device(number):
    """The name of a device, from 1 on, as Fleetpoll gives them."""
    return f"device-{number:04}"


def build(command, folder=None, limit_seconds=300):
    """Runs a step of a preparation and gives what it prints."""
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=limit_seconds)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))[:200]}\n{done.stdout[-2000:]}")
    return done.stdout
