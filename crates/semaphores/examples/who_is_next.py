"""One permit, and three who want it twice each: whoever gives it back and asks again stands at the end.

    python3 crates/semaphores/examples/who_is_next.py
"""

import asyncio


async def worker(name: str, comes_after: int, gate: asyncio.Semaphore) -> None:
    await asyncio.sleep(comes_after / 1000)
    for turn in range(1, 3):
        async with gate:
            print(f"{name} has the permit, turn {turn}")
            await asyncio.sleep(1)


async def main() -> None:
    gate = asyncio.Semaphore(1)
    ann = asyncio.create_task(worker("Ann", 300, gate))
    bob = asyncio.create_task(worker("Bob", 200, gate))
    eve = asyncio.create_task(worker("Eve", 1500, gate))
    for task in [ann, bob, eve]:
        await task


if __name__ == "__main__":
    asyncio.run(main())
