"""A Task that nobody refers to runs on, while something it waits for refers to it.

    python3 crates/tasks/examples/dropped_handle.py
"""

import asyncio


async def say_after(delay: float, what: str) -> None:
    await asyncio.sleep(delay)
    print(what)


async def main() -> None:
    task = asyncio.create_task(say_after(1, "hello"))
    del task  # the loop's own reference is weak; what keeps this one alive is its timer
    print("Dropped the handle.")

    await asyncio.sleep(2)
    print("main returns.")


if __name__ == "__main__":
    asyncio.run(main())
