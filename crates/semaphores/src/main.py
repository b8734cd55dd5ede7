"""Five pages, and at most two of them under way at once: five seconds, not nine, and not three.

    python3 crates/semaphores/src/main.py
"""

import asyncio


async def load(page: str, seconds: float, gate: asyncio.Semaphore) -> None:
    async with gate:
        print(f"{page} begins")
        await asyncio.sleep(seconds)
        print(f"{page} ends")


async def main() -> None:
    gate = asyncio.Semaphore(2)
    tasks = []
    for page, seconds in [("a", 3), ("b", 1), ("c", 1), ("d", 2), ("e", 2)]:
        tasks.append(asyncio.create_task(load(page, seconds, gate)))
    print("All are spawned.")
    for task in tasks:
        await task


if __name__ == "__main__":
    asyncio.run(main())
