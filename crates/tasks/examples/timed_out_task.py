"""A timeout around the await of a Task cancels the Task.

    python3 crates/tasks/examples/timed_out_task.py
"""

import asyncio


async def say_after(delay: float, what: str) -> None:
    await asyncio.sleep(delay)
    print(what)


async def main() -> None:
    task = asyncio.create_task(say_after(2, "hello"))

    try:
        async with asyncio.timeout(1):
            await task  # with `asyncio.shield(task)` it would run on
    except TimeoutError:
        print("main gives up.")

    await asyncio.sleep(2)
    print("main returns.")


if __name__ == "__main__":
    asyncio.run(main())
