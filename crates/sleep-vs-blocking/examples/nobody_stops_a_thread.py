"""A call on a thread runs to its end, and `cancel` ends the wait for it.

    python3 crates/sleep-vs-blocking/examples/nobody_stops_a_thread.py
"""

import asyncio
import time


def load() -> None:
    time.sleep(0.6)  # stands in for a blocking library call
    print("file loaded")


async def main() -> None:
    call = asyncio.create_task(asyncio.to_thread(load))
    await asyncio.sleep(0.2)

    call.cancel()
    print("main gives up.")

    try:
        await call
        print("The handle says: done.")
    except asyncio.CancelledError:
        print("The handle says: cancelled.")


if __name__ == "__main__":
    asyncio.run(main())  # at its end it waits for the thread
