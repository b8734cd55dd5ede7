"""cancel throws CancelledError where the Task waits; its `finally` takes another second.

    python3 crates/tasks/examples/cancel_is_drop.py
"""

import asyncio


async def work() -> None:
    try:
        print("Task begins.")
        await asyncio.sleep(10)  # CancelledError is raised here, and could be caught
        print("Task ends.")
    finally:
        await asyncio.sleep(1)
        print("Clean-up.")


async def main() -> None:
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work())
    await asyncio.sleep(1)

    asked = loop.time()
    task.cancel()
    print("Asked it to stop.")

    try:
        await task
    except asyncio.CancelledError:
        print(f"It stopped after {round(loop.time() - asked)} s.")


if __name__ == "__main__":
    asyncio.run(main())
