"""The contract of ../README.md with FastAPI."""

import asyncio
import random
from typing import Literal

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import PlainTextResponse

PAGES = {"1": b"0123456789" * 10, "200": b"0123456789" * 20_480}

app = FastAPI()


@app.get("/hello")
async def hello(page: Literal["1", "200"]):
    return PlainTextResponse(PAGES[page])


@app.get("/delay")
async def delay(low: str = Query(alias="min"), high: str = Query(alias="max")):
    low, high = (float(time.removesuffix("ms")) for time in (low, high))
    await asyncio.sleep(random.uniform(low, high) / 1000)
    return PlainTextResponse(PAGES["1"])


@app.post("/report")
async def report(request: Request):
    await request.body()
    return Response(status_code=204)


@app.get("/health")
async def health():
    return PlainTextResponse("ok")
