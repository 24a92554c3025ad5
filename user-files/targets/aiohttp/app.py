"""The contract of ../README.md with aiohttp: app.py <port>."""

import asyncio
import random
import sys

from aiohttp import web

PAGES = {"1": b"0123456789" * 10, "200": b"0123456789" * 20_480}

routes = web.RouteTableDef()


@routes.get("/hello")
async def hello(request):
    page = PAGES.get(request.query.get("page"))
    if page is None:
        raise web.HTTPBadRequest(text="page is 1 or 200")
    return web.Response(body=page, content_type="text/plain")


@routes.get("/delay")
async def delay(request):
    low, high = (float(request.query[name].removesuffix("ms")) for name in ("min", "max"))
    await asyncio.sleep(random.uniform(low, high) / 1000)
    return web.Response(body=PAGES["1"], content_type="text/plain")


@routes.post("/report")
async def report(request):
    await request.read()
    return web.Response(status=204)


@routes.get("/health")
async def health(request):
    return web.Response(text="ok")


app = web.Application()
app.add_routes(routes)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None)
