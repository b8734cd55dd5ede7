"""A `get` that finds an item does not give way, so the other Task comes last.

    python3 crates/tasks/examples/queue_never_yields.py
"""

import asyncio


async def receive(queue: asyncio.Queue[int]) -> None:
    while not queue.empty():
        n = await queue.get()
        if n in [1, 128, 129, 192]:
            print(f"received {n}")


async def other() -> None:
    print("the other task")


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(192)
    for n in range(1, 193):
        queue.put_nowait(n)  # there is room, so nothing waits

    receiver = asyncio.create_task(receive(queue))
    other_task = asyncio.create_task(other())
    await receiver
    await other_task


if __name__ == "__main__":
    asyncio.run(main())
