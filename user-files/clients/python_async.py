"""aiohttp with a connector limit: coroutines on one thread, as many as may be in flight."""

import asyncio
import ssl
import time

import aiohttp

from cell import WARM_UP, Cell


async def main():
    cell = Cell()
    connector = aiohttp.TCPConnector(limit=cell.places, ssl=tls(cell))
    timeout = aiohttp.ClientTimeout(total=cell.timeout)
    async with aiohttp.ClientSession(
        connector=connector, headers=cell.headers, timeout=timeout
    ) as session:
        await warm_up(session, cell)
        # Not a task for each request: with a million of them, none would leave for minutes.
        await asyncio.gather(*(work(session, cell) for _ in range(cell.places)))
    cell.print_result()


def tls(cell):
    context = ssl.create_default_context()
    if cell.trust:
        context.load_verify_locations(cell.trust)
    if not cell.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


async def warm_up(session, cell):
    try:
        async with session.get(cell.warm_up_url, headers=WARM_UP) as answer:
            await answer.read()
    except (aiohttp.ClientError, asyncio.TimeoutError):
        pass  # the first request will tell


async def work(session, cell):
    for index in cell.indices():
        sent = time.monotonic_ns()
        try:
            async with session.get(f"{cell.url}{index}", allow_redirects=False) as answer:
                cell.answered(sent, answer.status, await answer.read())
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
            cell.failed(sent, error)


if __name__ == "__main__":
    asyncio.run(main())
