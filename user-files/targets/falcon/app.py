"""The contract of ../README.md with Falcon, ASGI."""

import asyncio
import random

import falcon
from falcon.asgi import App

PAGES = {"1": b"0123456789" * 10, "200": b"0123456789" * 20_480}


class Hello:
    async def on_get(self, req, resp):
        page = PAGES.get(req.get_param("page"))
        if page is None:
            raise falcon.HTTPInvalidParam("1 or 200", "page")
        resp.content_type = falcon.MEDIA_TEXT
        resp.data = page


class Delay:
    async def on_get(self, req, resp):
        low, high = (float(req.get_param(name).removesuffix("ms")) for name in ("min", "max"))
        await asyncio.sleep(random.uniform(low, high) / 1000)
        resp.content_type = falcon.MEDIA_TEXT
        resp.data = PAGES["1"]


class Report:
    async def on_post(self, req, resp):
        await req.stream.exhaust()
        resp.status = falcon.HTTP_204


class Health:
    async def on_get(self, req, resp):
        resp.content_type = falcon.MEDIA_TEXT
        resp.text = "ok"


app = App()
app.add_route("/hello", Hello())
app.add_route("/delay", Delay())
app.add_route("/report", Report())
app.add_route("/health", Health())
