"""N tasks, 100 at a time: each takes a permit of a semaphore, yields once, and gives it back."""

import asyncio

from beside import measured

AT_A_TIME = 100


async def bounded(n, _):
    permits = asyncio.Semaphore(AT_A_TIME)
    tasks = [asyncio.create_task(one(permits)) for _ in range(n)]
    for task in tasks:
        await task


async def one(permits):
    async with permits:
        await asyncio.sleep(0)


measured(bounded)
