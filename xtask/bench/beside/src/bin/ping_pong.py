"""N pairs of tasks; each pair sends a message to and fro 100 times, over two queues of one place."""

import asyncio

from beside import measured

TRIPS = 100


async def ping_pong(n, _):
    tasks = []
    for _ in range(n):
        to, fro = asyncio.Queue(1), asyncio.Queue(1)
        tasks.append(asyncio.create_task(pong(to, fro)))
        tasks.append(asyncio.create_task(ping(to, fro)))
    for task in tasks:
        await task


async def ping(to, inbox):
    for trip in range(TRIPS):
        await to.put(trip)
        assert await inbox.get() == trip


async def pong(inbox, fro):
    for _ in range(TRIPS):
        trip = await inbox.get()
        await fro.put(trip)


measured(ping_pong)
