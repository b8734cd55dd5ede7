"""create_task and `await` on one line: three seconds again.

    python3 crates/tasks/examples/spawned_one_by_one.py
"""

import asyncio


async def say_after(delay: float, what: str) -> None:
    await asyncio.sleep(delay)
    print(what)


async def main() -> None:
    # main waits for the first Task to end, and there is no second one yet.
    await asyncio.create_task(say_after(1, "hello"))
    await asyncio.create_task(say_after(2, "world"))
    print("Tasks finished.")


if __name__ == "__main__":
    asyncio.run(main())
