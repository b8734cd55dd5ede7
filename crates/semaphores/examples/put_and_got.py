"""A Queue with room for two: `put` waits while it is full.

    python3 crates/semaphores/examples/put_and_got.py
"""

import asyncio


async def produce(queue: asyncio.Queue[int | None]) -> None:
    for number in range(4):
        await queue.put(number)
        print(f"put {number}")
    await queue.put(None)  # a Queue has no end of its own


async def consume(queue: asyncio.Queue[int | None]) -> None:
    while (number := await queue.get()) is not None:
        print(f"got {number}")
    print("nobody sends any more")


async def main() -> None:
    queue: asyncio.Queue[int | None] = asyncio.Queue(2)
    producer = asyncio.create_task(produce(queue))
    consumer = asyncio.create_task(consume(queue))
    await producer
    await consumer


if __name__ == "__main__":
    asyncio.run(main())
