"""Three pieces of work have a limit of 200 ms, and one of them blocks the thread for 400.

    python3 crates/sleep-vs-blocking/examples/ready_beats_deadline.py
"""

import asyncio
import time
from collections.abc import Awaitable


async def limited(work: Awaitable[None]) -> str:
    try:
        async with asyncio.timeout(0.2):
            await work
            return "done"
    except TimeoutError:
        return "timed out"


async def block(seconds: float) -> None:
    time.sleep(seconds)  # nobody can look at a timer


async def main() -> None:
    quick = asyncio.create_task(limited(asyncio.sleep(0.1)))
    slow = asyncio.create_task(limited(asyncio.sleep(0.6)))
    blocking = asyncio.create_task(limited(block(0.4)))

    print(f"quick: {await quick}")
    print(f"slow: {await slow}")
    print(f"blocking: {await blocking}")


if __name__ == "__main__":
    asyncio.run(main())
