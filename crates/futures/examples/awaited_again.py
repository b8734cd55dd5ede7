"""A coroutine, a task and a place, each awaited once more after its result.

    python3 crates/futures/examples/awaited_again.py
"""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def answer() -> int:
    return 7


async def coroutine() -> int:
    coroutine = answer()
    assert await coroutine == 7
    return await coroutine


async def task() -> int:
    task = asyncio.create_task(answer())
    assert await task == 7
    return await task


async def place() -> int:
    place: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    place.set_result(7)
    assert await place == 7
    return await place


def again(name: str, twice: Coroutine[Any, Any, int]) -> None:
    try:
        print(f"the {name} again: {asyncio.run(twice)}")
    except RuntimeError as error:
        print(f"the {name} again: {error}")


def main() -> None:
    again("coroutine", coroutine())
    again("task", task())
    again("place", place())


if __name__ == "__main__":
    main()
