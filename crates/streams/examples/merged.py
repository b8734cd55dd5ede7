"""Two queues read as one stream: asyncio has no word for it, so a task for each puts into a third.

    python3 crates/streams/examples/merged.py
"""

import asyncio
from collections.abc import AsyncIterator


async def tick(name: str, seconds: float, queue: asyncio.Queue[str | None]) -> None:
    for n in (1, 2):
        await asyncio.sleep(seconds)
        await queue.put(f"{name} {n}")
    await queue.put(None)  # the end: 3.11's Queue has no other


async def received(queue: asyncio.Queue[str | None]) -> AsyncIterator[str]:
    while (message := await queue.get()) is not None:
        yield message


async def pump(stream: AsyncIterator[str], out: asyncio.Queue[str | None]) -> None:
    async for message in stream:
        await out.put(message)
    await out.put(None)


async def select(*streams: AsyncIterator[str]) -> AsyncIterator[str]:
    out: asyncio.Queue[str | None] = asyncio.Queue(1)
    pumps = [asyncio.create_task(pump(stream, out)) for stream in streams]
    for _ in pumps:
        async for message in received(out):
            yield message


async def main() -> None:
    quick: asyncio.Queue[str | None] = asyncio.Queue(1)
    slow: asyncio.Queue[str | None] = asyncio.Queue(1)
    ticks = [
        asyncio.create_task(tick("quick", 2, quick)),
        asyncio.create_task(tick("slow", 3, slow)),
    ]
    async for message in select(received(quick), received(slow)):
        print(message)
    await asyncio.gather(*ticks)
    print("both are over")


if __name__ == "__main__":
    asyncio.run(main())
