"""`Started tasks...` stands before the first line of either Task.

    python3 crates/tasks/examples/started_before_it_ran.py
"""

import asyncio


async def say_after(delay: float, what: str) -> None:
    print(f"{what}: first line of the body")
    await asyncio.sleep(delay)
    print(what)


async def main() -> None:
    task1 = asyncio.create_task(say_after(1, "hello"))
    task2 = asyncio.create_task(say_after(2, "world"))

    print("Started tasks...")
    await task1  # main suspends here for the first time: now the Tasks run
    await task2
    print("Tasks finished.")


if __name__ == "__main__":
    asyncio.run(main())
