"""The contract of ../README.md with Django Channels, for any ASGI server."""

import asyncio
import random
from urllib.parse import parse_qs

import django
from channels.generic.http import AsyncHttpConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.urls import path

settings.configure(ALLOWED_HOSTS=["127.0.0.1"])
django.setup()

PAGES = {"1": b"0123456789" * 10, "200": b"0123456789" * 20_480}
TEXT = [(b"Content-Type", b"text/plain")]


class Consumer(AsyncHttpConsumer):
    def query(self, name):
        return parse_qs(self.scope["query_string"].decode()).get(name, [""])[0]


class Hello(Consumer):
    async def handle(self, body):
        page = PAGES.get(self.query("page"))
        if page is None:
            await self.send_response(400, b"page is 1 or 200", headers=TEXT)
        else:
            await self.send_response(200, page, headers=TEXT)


class Delay(Consumer):
    async def handle(self, body):
        low, high = (float(self.query(name).removesuffix("ms")) for name in ("min", "max"))
        await asyncio.sleep(random.uniform(low, high) / 1000)
        await self.send_response(200, PAGES["1"], headers=TEXT)


class Report(Consumer):
    async def handle(self, body):
        await self.send_response(204, b"")


class Health(Consumer):
    async def handle(self, body):
        await self.send_response(200, b"ok", headers=TEXT)


application = ProtocolTypeRouter(
    {
        "http": URLRouter(
            [
                path("hello", Hello.as_asgi()),
                path("delay", Delay.as_asgi()),
                path("report", Report.as_asgi()),
                path("health", Health.as_asgi()),
            ]
        )
    }
)
