"""The device workload that each tool gets: A on every tick, B besides on every tenth."""

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
    parts = [int(part) for part in text.split(":")]
    scenario = Scenario(*parts) if len(parts) == 3 else Scenario(*parts, 500)
    if scenario.devices % TICKS_A_DECADE or scenario.devices < 1:
        raise ValueError(f"{text}: the devices must be a multiple of {TICKS_A_DECADE}, so that B is no wave")
    if scenario.ticks < 1:
        raise ValueError(f"{text}: a device has no tick")
    return scenario
