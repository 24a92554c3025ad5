"""A process of our own, bounded in time, with what it used."""

import os
import pathlib
import signal
import subprocess
import threading
from typing import NamedTuple

SAMPLES_SECONDS = 0.5


class Used(NamedTuple):
    """
    CPU of a process and its children, by wait4; None if it was killed, since it then did not wait for all of its children.
    Its peak memory, looked at twice a second, is the most that all its processes had together, or the highest peak of one
    of them, if that is more. It is not that of wait4, which begins at the peak of the program that started the process.
    """

    exit_code: int
    cpu_seconds: float | None
    peak_mb: float


class Measured:
    """A process in a group of its own; whatever is left of the group is killed at the end."""

    def __init__(self, command, output, cwd=None, env=None):
        """Runs a command; `env` is added to the environment."""
        with open(output, "wb") as file:
            self.process = subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT,
                                            env={**os.environ, **(env or {})}, start_new_session=True)
        self.peak_mb = 0.0
        self.ended = threading.Event()
        self.sampler = threading.Thread(target=self.sample, daemon=True)
        self.sampler.start()

    def sample(self):
        while not self.ended.wait(SAMPLES_SECONDS):
            memory = [memory_mb(pid) for pid in members(self.process.pid)]
            self.peak_mb = max(self.peak_mb, sum(now for now, _ in memory), *(peak for _, peak in memory))

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
        cpu_seconds = None if self.process.returncode == -signal.SIGKILL else usage.ru_utime + usage.ru_stime
        return Used(self.process.returncode, cpu_seconds, self.peak_mb)

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
        self.signal(signal.SIGKILL)
        if self.process.returncode is None:
            self.wait(10)


def members(group):
    """The processes of a group."""
    for name in os.listdir("/proc"):
        if name.isdecimal():
            try:
                if os.getpgid(int(name)) == group:
                    yield int(name)
            except ProcessLookupError:
                pass


def memory_mb(pid):
    """Memory of a process in RAM, now and at its peak since it began this program; what processes share counts in each."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    kib = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith(("VmRSS:", "VmHWM:"))}
    return kib.get("VmRSS", 0) / 1024, kib.get("VmHWM", 0) / 1024
