"""Two pages in flight, and a slow reader: while the reader works, the other page's task runs on.

    python3 crates/streams/examples/nobody_polls.py
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Iterable


async def fetch(page: int, seconds: float) -> int:
    await asyncio.sleep(seconds)
    print(f"page {page} has its headers")
    await asyncio.sleep(seconds)
    print(f"page {page} has its body")
    return page


async def buffered(
    limit: int, coroutines: Iterable[Coroutine[None, None, int]]
) -> AsyncIterator[int]:
    tasks: deque[asyncio.Task[int]] = deque()
    for coroutine in coroutines:
        tasks.append(asyncio.create_task(coroutine))
        if len(tasks) == limit:
            yield await tasks.popleft()
    while tasks:
        yield await tasks.popleft()


async def main() -> None:
    pages = [(1, 1), (2, 3)]
    async for page in buffered(2, (fetch(page, seconds) for page, seconds in pages)):
        print(f"main reads page {page}")
        await asyncio.sleep(5)
    print("main has read both")


if __name__ == "__main__":
    asyncio.run(main())
