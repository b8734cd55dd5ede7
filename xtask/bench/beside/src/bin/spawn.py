"""N tasks that have nothing to do: spawned, then awaited one after another."""

import asyncio

from beside import measured


async def spawn(n, _):
    tasks = [asyncio.create_task(nothing(number)) for number in range(n)]
    total = 0
    for task in tasks:
        total += await task
    assert total == n * (n - 1) // 2


async def nothing(number):
    return number


measured(spawn)
