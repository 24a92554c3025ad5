"""A process of our own, bounded in time, with what it used."""

import os
import pathlib
import signal
import subprocess
import threading
from typing import NamedTuple

SAMPLES_SECONDS = 0.5
PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20


class Used(NamedTuple):
    """
    CPU of a process and its children, by wait4. Its peak memory is the most that all its processes had together, looked at
    twice a second, or the peak of the largest, by wait4, if that is more.
    """

    exit_code: int
    cpu_seconds: float
    peak_mb: float


class Measured:
    """A process in a group of its own; whatever is left of the group is killed at the end."""

    def __init__(self, command, output, cwd=None, env=None):
        """Runs a command; `env` is added to the environment."""
        with open(output, "wb") as file:
            self.process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT,
                                            env={**os.environ, **(env or {})}, start_new_session=True)
        self.together_mb = 0.0
        self.ended = threading.Event()
        self.sampler = threading.Thread(target=self.sample, daemon=True)
        self.sampler.start()

    def sample(self):
        while not self.ended.wait(SAMPLES_SECONDS):
            self.together_mb = max(self.together_mb, sum(map(resident_mb, members(self.process.pid))))

    def wait(self, limit_seconds):
        """Waits until it ends, kills it after the limit, and tells what it used."""
        killer = threading.Timer(limit_seconds, self.signal, [signal.SIGKILL])
        killer.start()
        try:
            _, status, usage = os.wait4(self.process.pid, 0)
        finally:
            killer.cancel()
            self.ended.set()
        self.sampler.join()
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return Used(self.process.returncode, usage.ru_utime + usage.ru_stime, max(self.together_mb, usage.ru_maxrss / 1024))

    def signal(self, number):
        """Sends a signal to the process and its children."""
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass

    def stop(self, limit_seconds):
        """Ends it and tells what it used."""
        self.signal(signal.SIGTERM)
        return self.wait(limit_seconds)

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        if self.process.returncode is None:
            self.signal(signal.SIGKILL)
            self.wait(10)
        else:
            self.signal(signal.SIGKILL)


def members(group):
    """The processes of a group."""
    for name in os.listdir("/proc"):
        if name.isdecimal():
            try:
                if os.getpgid(int(name)) == group:
                    yield int(name)
            except ProcessLookupError:
                pass


def resident_mb(pid):
    """Memory of a process that is in RAM now; what processes share counts in each."""
    try:
        return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_MB
    except (OSError, IndexError):
        return 0.0
