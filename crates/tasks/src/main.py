"""Two sayers as tasks: two seconds, not three.

    python3 crates/tasks/src/main.py
"""

import asyncio


async def say_after(delay: float, what: str) -> None:
    await asyncio.sleep(delay)
    print(what)


async def main() -> None:
    # create_task takes a coroutine object and gives it to the loop. What comes back is a Task.
    task1 = asyncio.create_task(say_after(1, "hello"))
    task2 = asyncio.create_task(say_after(2, "world"))

    print("Started tasks...")
    # Awaiting a Task gives what the coroutine returned, or raises what it raised.
    await task1
    await task2
    print("Tasks finished.")


if __name__ == "__main__":
    asyncio.run(main())
