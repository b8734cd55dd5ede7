"""N requests from one client, 100 at a time. The port of the server comes last on the command line."""

import asyncio

import aiohttp

from beside import measured

AT_A_TIME = 100


async def fetch_all(n, port):
    async with aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{port}/"
        permits = asyncio.Semaphore(AT_A_TIME)
        tasks = [asyncio.create_task(fetch(session, url, permits)) for _ in range(n)]
        for task in tasks:
            assert await task == '{"name":"data"}'


async def fetch(session, url, permits):
    async with permits:
        async with session.get(url) as response:
            return await response.text()


measured(fetch_all)
