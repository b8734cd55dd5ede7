"""A coroutine is stepped by hand, where no loop is. That goes well until it wants a timer.

    python3 crates/runtime/examples/polled_outside.py
"""

import asyncio
from collections.abc import Coroutine


async def add() -> int:
    return 2 + 3


async def sleep_and_add() -> int:
    await asyncio.sleep(1)
    return await add()


def main() -> None:
    report("without a sleep in it", add())
    report("with a sleep in it, outside", sleep_and_add())

    async def inside() -> None:
        report("with a sleep in it, inside", sleep_and_add())

    asyncio.run(inside())


def report(what: str, coroutine: Coroutine[object, None, int]) -> None:
    """Steps a coroutine once, and closes it."""
    try:
        coroutine.send(None)
    except StopIteration as over:
        print(f"{what}: {over.value}")
    except RuntimeError as error:
        print(f"{what}: {error}")
    else:
        print(f"{what}: it waits")
    coroutine.close()


if __name__ == "__main__":
    main()
