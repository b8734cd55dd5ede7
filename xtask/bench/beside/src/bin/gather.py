"""N coroutines gathered, each of which yields once."""

import asyncio

from beside import measured


async def gather(n, _):
    numbers = await asyncio.gather(*(yields_once(number) for number in range(n)))
    assert sum(numbers) == n * (n - 1) // 2


async def yields_once(number):
    await asyncio.sleep(0)
    return number


measured(gather)
