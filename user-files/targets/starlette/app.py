"""The contract of ../README.md with Starlette."""

import asyncio
import random

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PAGES = {"1": b"0123456789" * 10, "200": b"0123456789" * 20_480}


async def hello(request):
    page = PAGES.get(request.query_params.get("page"))
    if page is None:
        raise HTTPException(400, "page is 1 or 200")
    return PlainTextResponse(page)


async def delay(request):
    low, high = (float(request.query_params[name].removesuffix("ms")) for name in ("min", "max"))
    await asyncio.sleep(random.uniform(low, high) / 1000)
    return PlainTextResponse(PAGES["1"])


async def report(request):
    await request.body()
    return Response(status_code=204)


async def health(request):
    return PlainTextResponse("ok")


app = Starlette(
    routes=[
        Route("/hello", hello),
        Route("/delay", delay),
        Route("/report", report, methods=["POST"]),
        Route("/health", health),
    ]
)
