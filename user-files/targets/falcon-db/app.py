"""The contract of ../README.md with Falcon, ASGI; the length of A and B is a query, by an async driver."""

import sqlite3
from pathlib import Path

import aiosqlite
import falcon
from falcon.asgi import App

TEXT = b"0123456789" * 20_480
DATABASE = Path(__file__).resolve().parents[3] / "target" / "falcon-db.sqlite"

DATABASE.parent.mkdir(exist_ok=True)
with sqlite3.connect(DATABASE) as setup:
    setup.execute("CREATE TABLE IF NOT EXISTS page (number INTEGER PRIMARY KEY, length INTEGER)")
    setup.execute("INSERT OR IGNORE INTO page VALUES (1, 100), (200, 204800)")
setup.close()


class Database:
    """One connection, open as long as the server runs."""

    async def process_startup(self, scope, event):
        self.connection = await aiosqlite.connect(DATABASE)

    async def process_shutdown(self, scope, event):
        await self.connection.close()

    async def length(self, number):
        query = "SELECT length FROM page WHERE number = ?"
        async with self.connection.execute(query, (number,)) as cursor:
            return await cursor.fetchone()


class Hello:
    def __init__(self, database):
        self.database = database

    async def on_get(self, req, resp):
        row = await self.database.length(req.get_param_as_int("page", required=True))
        if row is None:
            raise falcon.HTTPInvalidParam("1 or 200", "page")
        resp.content_type = falcon.MEDIA_TEXT
        resp.data = TEXT[: row[0]]


class Report:
    async def on_post(self, req, resp):
        await req.stream.exhaust()
        resp.status = falcon.HTTP_204


class Health:
    async def on_get(self, req, resp):
        resp.content_type = falcon.MEDIA_TEXT
        resp.text = "ok"


database = Database()
app = App(middleware=[database])
app.add_route("/hello", Hello(database))
app.add_route("/report", Report())
app.add_route("/health", Health())
