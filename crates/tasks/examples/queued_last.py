"""The loop steps its Tasks in the order in which they were queued.

    python3 crates/tasks/examples/queued_last.py
"""

import asyncio


async def say(what: str) -> None:
    print(what)


async def spawn_three() -> None:
    tasks = [asyncio.create_task(say(what)) for what in ("first", "second", "third")]
    for task in tasks:
        await task


async def main() -> None:
    await asyncio.create_task(spawn_three())


if __name__ == "__main__":
    asyncio.run(main())
