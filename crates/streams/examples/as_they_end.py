"""The same four pages, two in flight, each given when it ends, written out with asyncio.wait.

    python3 crates/streams/examples/as_they_end.py
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable


async def fetch(page: int, seconds: float) -> int:
    print(f"page {page} is fetched")
    await asyncio.sleep(seconds)  # stands in for the network
    return page


async def buffer_unordered(
    limit: int, coroutines: Iterable[Coroutine[None, None, int]]
) -> AsyncIterator[int]:
    tasks: set[asyncio.Task[int]] = set()
    waiting = iter(coroutines)
    while True:
        while len(tasks) < limit and (coroutine := next(waiting, None)):
            tasks.add(asyncio.create_task(coroutine))
        if not tasks:
            return
        done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            yield task.result()


async def main() -> None:
    pages = [(1, 3), (2, 1), (3, 1), (4, 2)]
    async for page in buffer_unordered(2, (fetch(page, seconds) for page, seconds in pages)):
        print(f"page {page} is here")


if __name__ == "__main__":
    asyncio.run(main())
