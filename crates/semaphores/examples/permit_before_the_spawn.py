"""The permit is taken before the Task is made: no more Tasks exist than permits, and `main` waits.

    python3 crates/semaphores/examples/permit_before_the_spawn.py
"""

import asyncio


async def load(page: str, seconds: float, gate: asyncio.Semaphore) -> None:
    try:
        print(f"{page} begins")
        await asyncio.sleep(seconds)
        print(f"{page} ends")
    finally:
        gate.release()


async def main() -> None:
    gate = asyncio.Semaphore(2)
    tasks = []
    for page, seconds in [("a", 3), ("b", 1), ("c", 1), ("d", 2), ("e", 2)]:
        await gate.acquire()
        tasks.append(asyncio.create_task(load(page, seconds, gate)))
    print("All are spawned.")
    for task in tasks:
        await task


if __name__ == "__main__":
    asyncio.run(main())
