"""Both are over by the time anybody looks, the work and its limit: the limit counts.

    python3 crates/sleep-vs-blocking/examples/ready_beats_deadline.py
"""

import asyncio
import time


async def limited(work: float) -> str:
    try:
        async with asyncio.timeout(0.2):
            await asyncio.sleep(work)
            return "done"
    except TimeoutError:
        return "timed out"


async def main() -> None:
    quick = asyncio.create_task(limited(0.1))
    slow = asyncio.create_task(limited(0.6))
    await asyncio.sleep(0)  # both begin

    time.sleep(0.4)  # nobody can look at a timer
    print(f"quick: {await quick}")
    print(f"slow: {await slow}")


if __name__ == "__main__":
    asyncio.run(main())
