"""When devices polled, against when they were due. Instants and times are in milliseconds."""

import math

SETTLED_MS = 5000


def first(polls):
    """The first poll of all devices; polls are lists of instants, sorted, one for each device."""
    return min((device[0] for device in polls if device), default=0)


def made(polls, begin, scenario, due):
    """
    Polls made in the planned time: from the first poll of the run on for the planned seconds and one interval, since a
    device's last poll may be late by almost that. No device counts for more polls than are due of it.
    """
    end = begin + scenario.seconds * 1000 + scenario.interval_ms
    return sum(min(due, sum(at < end for at in device)) for device in polls)


def errors(polls, interval_ms, after=-math.inf):
    """How far each time between two polls of a device is from the interval, sorted; those that end after an instant."""
    return sorted(abs(later - earlier - interval_ms)
                  for device in polls for earlier, later in zip(device, device[1:]) if later > after)


def drifts(polls, interval_ms):
    """
    How far each device's last poll is from its first + (n - 1) intervals, n being the polls that it made; sorted. A device
    that keeps to its grid but leaves out a poll is one interval off; one that polled once has no drift to tell.
    """
    return sorted(abs(device[-1] - device[0] - (len(device) - 1) * interval_ms) for device in polls if len(device) > 1)


def percentile(ordered, percent):
    """The smallest value that is not exceeded by this percentage of all; None if there are no values."""
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)] if ordered else None
