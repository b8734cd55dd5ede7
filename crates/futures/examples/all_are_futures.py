"""A coroutine, a task and a Future are awaited alike: each is an Awaitable.

    python3 crates/futures/examples/all_are_futures.py
"""

import asyncio
from collections.abc import Awaitable


async def answer_after(seconds: int) -> int:
    await asyncio.sleep(seconds)
    return seconds


async def wait_for(name: str, awaitable: Awaitable[int]) -> int:
    print(f"waiting for the {name}")
    output = await awaitable
    print(f"the {name} is done")
    return output


async def main() -> None:
    coroutine = answer_after(1)  # begins when it is awaited
    task = asyncio.create_task(answer_after(2))  # begins without being awaited
    place: asyncio.Future[int] = asyncio.get_running_loop().create_future()  # begins nothing

    async def fill() -> None:
        await asyncio.sleep(3)
        place.set_result(3)

    filling = asyncio.create_task(fill())
    # A Task is a Future. A coroutine is none.
    assert issubclass(asyncio.Task, asyncio.Future)
    assert not asyncio.isfuture(coroutine)
    assert await wait_for("coroutine", coroutine) == 1
    assert await wait_for("task", task) == 2
    assert await wait_for("place", place) == 3
    await filling


if __name__ == "__main__":
    asyncio.run(main())
