"""Two full queues in one gather: a `get` that finds an item gives way to nobody.

    python3 crates/gather/examples/shared_budget.py
"""

import asyncio


def full_queue() -> asyncio.Queue[int]:
    queue: asyncio.Queue[int] = asyncio.Queue(192)
    for n in range(1, 193):
        queue.put_nowait(n)  # there is room, so nothing waits
    return queue


async def receive(name: str, queue: asyncio.Queue[int]) -> None:
    while not queue.empty():
        n = await queue.get()
        if n in [1, 192]:
            print(f"{name}: {n}")


async def main() -> None:
    # gather makes two Tasks, and has no switch for who goes first.
    await asyncio.gather(receive("left", full_queue()), receive("right", full_queue()))


if __name__ == "__main__":
    asyncio.run(main())
