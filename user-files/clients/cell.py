"""What the Python clients of the concurrency study have in common: their task, their counts, their result.

A client takes indices from the cell, requests each, and tells the cell how it went. The result goes
to standard output as one line of JSON.
"""

import argparse
import errno
import http.client
import itertools
import json
import os
import resource
import socket
import ssl
import sys
import threading
import time
from collections import Counter

RESULT = "fleetpoll cell: result "
WARM_UP = {"X-Fleetpoll-Warm-Up": "1"}
TERMINATED = 143


class Cell:
    """A task and what has become of it so far; memory does not grow with the number of requests."""

    def __init__(self):
        task = _options().parse_args()
        self.url = task.url
        self.warm_up_url = task.warm_up_url
        self.requests = task.requests
        self.places = min(task.requests, task.limit)
        self.timeout = task.timeout_ms / 1000
        self.headers = {"X-Device": task.cell}
        self.verify = task.tls_verify == "true"
        self.trust = None if task.tls_trust == "none" else task.tls_trust
        self._status = task.status
        self._length = None if task.length == "any" else int(task.length)
        self._next = itertools.count()
        self._lock = threading.Lock()
        self._ok = 0
        self._ok_latency_ns = 0
        self._ko_by = Counter()
        self._first_sent_ns = None
        self._last_end_ns = None
        self._first_error = None
        self._epoch_offset_ns = time.time_ns() - time.monotonic_ns()
        threading.Thread(target=_end_with_the_study, daemon=True).start()

    def indices(self):
        """Indices not yet taken, each for one taker: all of a cell's places share one counter."""
        while (index := next(self._next)) < self.requests:
            yield index

    def answered(self, sent_ns, status, body):
        """Records an answer with all of its body."""
        if status != self._status:
            self._record(sent_ns, f"status {status}", f"status {status}")
        elif self._length not in (None, len(body)):
            self._record(sent_ns, "length", f"{len(body)} bytes")
        else:
            self._record(sent_ns, None, None)

    def failed(self, sent_ns, error):
        """Records that no complete answer came."""
        self._record(sent_ns, reason(error), repr(error))

    def _record(self, sent_ns, ko, message):
        end_ns = time.monotonic_ns()
        with self._lock:
            if self._first_sent_ns is None or sent_ns < self._first_sent_ns:
                self._first_sent_ns = sent_ns
            if self._last_end_ns is None or end_ns > self._last_end_ns:
                self._last_end_ns = end_ns
            if ko is None:
                self._ok += 1
                self._ok_latency_ns += end_ns - sent_ns
            else:
                self._ko_by[ko] += 1
                self._first_error = self._first_error or message

    def print_result(self):
        """Prints the result, with what this process has used up to now."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        result = {
            "firstSentEpochMicros": (self._first_sent_ns + self._epoch_offset_ns) // 1000,
            "wallNanos": self._last_end_ns - self._first_sent_ns,
            "ok": self._ok,
            "koBy": self._ko_by,
            "okLatencyNanos": self._ok_latency_ns,
            "firstError": self._first_error,
            "userSeconds": usage.ru_utime,
            "sysSeconds": usage.ru_stime,
            "peakRssBytes": _peak_rss_bytes(usage),
        }
        print(RESULT + json.dumps(result), flush=True)


def _peak_rss_bytes(usage):
    """Linux lets ru_maxrss begin with the memory of the process that started this one; VmHWM does not."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            peak = next(line for line in status if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024
    except (OSError, StopIteration):
        return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def reason(error):
    """One word for a failure, the same that the other clients have for it."""
    causes = list(_causes(error))
    if any("Timeout" in type(cause).__name__ for cause in causes):
        return "timeout"
    for cause in causes:
        if isinstance(cause, (ssl.SSLError, ssl.CertificateError)):
            return "tls"
        if isinstance(cause, socket.gaierror):
            return "dns"
        if isinstance(cause, http.client.RemoteDisconnected):
            return "closed"
        if isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED:
            return "refused"
        if isinstance(cause, OSError) and cause.errno == errno.ECONNRESET:
            return "reset"
        if type(cause).__name__ in ("IncompleteRead", "ServerDisconnectedError", "ClientPayloadError"):
            return "closed"
    return "other"


def _causes(error):
    """An error and what caused it, the innermost first: libraries wrap, also in their arguments."""
    inner = [error.__cause__, error.__context__, getattr(error, "reason", None), *error.args]
    for cause in inner:
        if isinstance(cause, BaseException) and cause is not error:
            yield from _causes(cause)
    yield error


def _options():
    parser = argparse.ArgumentParser(description="Sends the requests of one cell of a concurrency study.")
    parser.add_argument("--url", required=True, help="the index of a request is appended to it")
    parser.add_argument("--warm-up-url", required=True, help="requested once beforehand")
    parser.add_argument("--requests", type=int, required=True, help="how many")
    parser.add_argument("--limit", type=int, required=True, help="how many are in flight at most")
    parser.add_argument("--status", type=int, required=True, help="code of a success")
    parser.add_argument("--length", required=True, help="bytes of a success's body, or any")
    parser.add_argument("--timeout-ms", type=float, required=True, help="of one request")
    parser.add_argument("--tls-verify", default="true", help="whether to verify certificates: true or false")
    parser.add_argument("--tls-trust", default="none", help="PEM file of a certificate to trust, or none")
    parser.add_argument("--cell", required=True, help="sent as X-Device")
    return parser


def _end_with_the_study():
    """When the standard input ends, whoever started this client is gone."""
    # Not sys.stdin: its lock, held by this thread, would abort the interpreter's own end.
    while os.read(0, 1):
        pass
    os._exit(TERMINATED)
