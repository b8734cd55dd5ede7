"""Four pages, two in flight, in the order of the list: asyncio has no word for it, so it is written out.

    python3 crates/streams/examples/in_order.py
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Coroutine, Iterable


async def fetch(page: int, seconds: float) -> int:
    print(f"page {page} is fetched")
    await asyncio.sleep(seconds)  # stands in for the network
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
    pages = [(1, 3), (2, 1), (3, 1), (4, 2)]
    async for page in buffered(2, (fetch(page, seconds) for page, seconds in pages)):
        print(f"page {page} is here")


if __name__ == "__main__":
    asyncio.run(main())
