"""`wait` leaves the Task alone when the time is over; the Task catches the cancel and works on.

    python3 crates/tasks/examples/cannot_refuse.py
"""

import asyncio


async def work() -> None:
    print("Task begins.")
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print("Task refuses.")
        await asyncio.sleep(2)  # what is left of its three seconds
    print("Task ends.")


async def main() -> None:
    task = asyncio.create_task(work())

    await asyncio.wait([task], timeout=1)
    if not task.done():
        print("main gives up.")
        task.cancel()

    try:
        await task
        print("The handle says: done.")
    except asyncio.CancelledError:
        print("The handle says: cancelled.")


if __name__ == "__main__":
    asyncio.run(main())
