"""A process of our own, bounded in time, with what it used."""

import os
import signal
import subprocess
import threading
from typing import NamedTuple


class Used(NamedTuple):
    """What a process and its children used, by wait4."""

    exit_code: int
    cpu_seconds: float
    peak_mb: float


class Measured:
    """A process in a group of its own; whatever is left of the group is killed at the end."""

    def __init__(self, command, output, cwd=None):
        with open(output, "wb") as file:
            self.process = subprocess.Popen(
                command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, start_new_session=True)

    def wait(self, limit_seconds):
        """Waits until it ends, kills it after the limit, and tells what it used."""
        killer = threading.Timer(limit_seconds, self.signal, [signal.SIGKILL])
        killer.start()
        try:
            _, status, usage = os.wait4(self.process.pid, 0)
        finally:
            killer.cancel()
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return Used(self.process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

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
