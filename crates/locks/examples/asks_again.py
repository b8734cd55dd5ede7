"""The worker who has the lock lets go and asks again at once: the lock goes to whoever has waited longest.

    python3 crates/locks/examples/asks_again.py
"""

import asyncio


async def work(name: str, comes_at: int, press: asyncio.Lock) -> None:
    await asyncio.sleep(comes_at)
    for round in range(1, 3):
        async with press:
            print(f"{name}: round {round}")
            await asyncio.sleep(3)
        # lets go here, and asks again without an await in between


async def main() -> None:
    press = asyncio.Lock()
    ann = asyncio.create_task(work("Ann", 0, press))
    bob = asyncio.create_task(work("Bob", 1, press))
    cleo = asyncio.create_task(work("Cleo", 2, press))
    for worker in [ann, bob, cleo]:
        await worker


if __name__ == "__main__":
    asyncio.run(main())
