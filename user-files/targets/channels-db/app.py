"""The contract of ../README.md with Django Channels; the length of A and B is a query, by database_sync_to_async."""

import sqlite3
from pathlib import Path
from urllib.parse import parse_qs

import django
from channels.db import database_sync_to_async
from channels.generic.http import AsyncHttpConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.db import models
from django.urls import path

DATABASE = Path(__file__).resolve().parents[3] / "target" / "channels-db.sqlite"

DATABASE.parent.mkdir(exist_ok=True)
with sqlite3.connect(DATABASE) as setup:
    setup.execute("CREATE TABLE IF NOT EXISTS page (number INTEGER PRIMARY KEY, length INTEGER)")
    setup.execute("INSERT OR IGNORE INTO page VALUES (1, 100), (200, 204800)")
setup.close()

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATABASE,
            # By default Django opens the database anew for each query.
            "CONN_MAX_AGE": None,
        }
    },
)
django.setup()

TEXT = b"0123456789" * 20_480
HEADERS = [(b"Content-Type", b"text/plain")]


class Page(models.Model):
    number = models.IntegerField(primary_key=True)
    length = models.IntegerField()

    class Meta:
        app_label = "pages"
        db_table = "page"
        managed = False


@database_sync_to_async
def length(number):
    return Page.objects.values_list("length", flat=True).filter(number=number).first()


class Hello(AsyncHttpConsumer):
    async def handle(self, body):
        page = parse_qs(self.scope["query_string"].decode()).get("page", [""])[0]
        found = await length(int(page)) if page.isdecimal() else None
        if found is None:
            await self.send_response(400, b"page is 1 or 200", headers=HEADERS)
        else:
            await self.send_response(200, TEXT[:found], headers=HEADERS)


class Report(AsyncHttpConsumer):
    async def handle(self, body):
        await self.send_response(204, b"")


class Health(AsyncHttpConsumer):
    async def handle(self, body):
        await self.send_response(200, b"ok", headers=HEADERS)


application = ProtocolTypeRouter(
    {
        "http": URLRouter(
            [
                path("hello", Hello.as_asgi()),
                path("report", Report.as_asgi()),
                path("health", Health.as_asgi()),
            ]
        )
    }
)
