"""A fleet of devices in Locust: each FastHttpUser is a device that polls once in INTERVAL_MS, TICKS times."""

import itertools
import os
import time

import gevent
from locust import FastHttpUser, task
from locust.exception import StopUser

DEVICES = int(os.environ.get("DEVICES", "500"))
TICKS = int(os.environ.get("TICKS", "120"))
INTERVAL_SECONDS = int(os.environ.get("INTERVAL_MS", "500")) / 1000
TICKS_A_DECADE = 10
NUMBERS = itertools.count()


class Device(FastHttpUser):
    def on_start(self):
        self.number = next(NUMBERS)
        self.headers = {"X-Device": f"device-{self.number + 1:04}"}
        self.tick = 0
        # Locust starts the users of each second at once.
        gevent.sleep(self.number / DEVICES * INTERVAL_SECONDS)
        self.due = time.perf_counter()

    def wait_time(self):
        """Until the next tick; constant_pacing plans it from when the last one began, so that what is late adds up."""
        self.due += INTERVAL_SECONDS
        return max(0, self.due - time.perf_counter())

    @task
    def poll(self):
        if self.tick == TICKS:
            raise StopUser()
        self.client.get("/hello?page=1", name="A", headers=self.headers)
        # Another one of ten ticks for each tenth of the devices.
        if (self.tick - self.number) % TICKS_A_DECADE == 0:
            self.client.get("/hello?page=200", name="B", headers=self.headers)
        self.tick += 1
