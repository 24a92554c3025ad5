"""The contract of ../README.md with Django, ASGI; without middleware, sessions or a database."""

import asyncio
import random

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"])

PAGES = {"1": b"0123456789" * 10, "200": b"0123456789" * 20_480}


async def hello(request):
    page = PAGES.get(request.GET.get("page"))
    if page is None:
        return HttpResponseBadRequest("page is 1 or 200", content_type="text/plain")
    return HttpResponse(page, content_type="text/plain")


async def delay(request):
    low, high = (float(request.GET[name].removesuffix("ms")) for name in ("min", "max"))
    await asyncio.sleep(random.uniform(low, high) / 1000)
    return HttpResponse(PAGES["1"], content_type="text/plain")


async def report(request):
    request.read()
    return HttpResponse(status=204)


async def health(request):
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [
    path("hello", hello),
    path("delay", delay),
    path("report", report),
    path("health", health),
]
application = get_asgi_application()
