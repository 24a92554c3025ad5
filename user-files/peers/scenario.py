"""The device workload that each tool gets: A on every tick, on every tenth also B."""

import argparse
from typing import NamedTuple

TICKS_A_DECADE = 10


class Scenario(NamedTuple):
    """A fleet: so many devices, each polls every interval for a duration."""

    devices: int
    seconds: int
    interval_ms: int

    @property
    def ticks(self):
        """Ticks of one device."""
        return self.seconds * 1000 // self.interval_ms

    @property
    def due(self):
        """How many requests of A and of B are due."""
        return self.devices * self.ticks, self.devices * self.ticks // TICKS_A_DECADE

    def __str__(self):
        return f"{self.devices:,} devices every {self.interval_ms} ms, {self.seconds} s"


def read(text):
    """A scenario from devices:seconds or devices:seconds:interval in milliseconds."""
    parts = text.split(":")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        raise argparse.ArgumentTypeError(f"{text}: expected devices:seconds or devices:seconds:interval")
    return checked(Scenario(*map(int, parts + ["500"][: 3 - len(parts)])))


def checked(scenario):
    """The scenario itself, if it can be run."""
    text = f"{scenario.devices}:{scenario.seconds}:{scenario.interval_ms}"
    if scenario.devices % TICKS_A_DECADE or scenario.devices < 1:
        raise argparse.ArgumentTypeError(f"{text}: the devices must be a multiple of {TICKS_A_DECADE}, so that B is no wave")
    if scenario.interval_ms < 1 or scenario.ticks < 1:
        raise argparse.ArgumentTypeError(f"{text}: a device has no tick")
    if scenario.seconds * 1000 % scenario.interval_ms:
        raise argparse.ArgumentTypeError(f"{text}: the duration must be a multiple of the interval")
    return scenario
