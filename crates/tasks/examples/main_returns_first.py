"""main returns before the Task has run: asyncio.run starts it, cancels it and waits for it.

    python3 crates/tasks/examples/main_returns_first.py
"""

import asyncio


async def work() -> None:
    print("Task begins.")
    try:
        await asyncio.sleep(10)
        print("Task ends.")
    finally:
        await asyncio.sleep(1)  # clean-up may await, and asyncio.run waits for it
        print("Task cleaned up.")


async def main() -> None:
    _task = asyncio.create_task(work())  # named, so that it is not collected
    print("main returns.")


if __name__ == "__main__":
    asyncio.run(main())
