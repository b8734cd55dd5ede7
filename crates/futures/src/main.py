"""A place to put a result: one task fills it, another awaits it.

    python3 crates/futures/src/main.py
"""

import asyncio


async def my_coroutine() -> str:
    await asyncio.sleep(1)
    return "Any Async Output"


async def complete(future: asyncio.Future[str]) -> None:
    """Fills the place."""
    output = await my_coroutine()
    future.set_result(output)


async def main() -> None:
    # Made by the running loop, and bound to it.
    my_future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(complete(my_future))
    # Nothing would end this wait if nobody called set_result.
    result = await my_future
    print(result)
    await task


if __name__ == "__main__":
    asyncio.run(main())
