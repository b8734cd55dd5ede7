"""Two Tasks print at once and then sleep: the program ends with the longer sleep.

    python3 crates/tasks/examples/the_longer_sleep.py
"""

import asyncio


async def foo() -> None:
    print("Running foo")
    await asyncio.sleep(1)


async def bar() -> None:
    print("Running bar")
    await asyncio.sleep(2)


async def main() -> None:
    loop = asyncio.get_running_loop()
    started = loop.time()

    tasks = [asyncio.create_task(foo()), asyncio.create_task(bar())]
    for task in tasks:
        await task

    # Nothing is printed at the end, so an assertion holds it: 2 s, and not 1 + 2.
    assert round(loop.time() - started) == 2


if __name__ == "__main__":
    asyncio.run(main())
