"""N tasks that sleep, all at once: the first wakes when the last sleeps, or this fails with 3."""

import asyncio
import os

from beside import measured


class Asleep:
    number = 0


async def sleepers(n, extra):
    asleep = Asleep()
    tasks = [asyncio.create_task(sleeper(asleep, n, extra / 1000)) for _ in range(n)]
    for task in tasks:
        await task


async def sleeper(asleep, n, pause):
    asleep.number += 1
    await asyncio.sleep(pause)
    if asleep.number < n:
        os._exit(3)  # the pause was too short


measured(sleepers)
