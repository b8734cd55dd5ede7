"""One loop, run twice. Between the runs nobody runs its tasks: a timer that is due waits.

    python3 crates/runtime/examples/frozen_between_runs.py
"""

import asyncio
import time


async def worker() -> None:
    await asyncio.sleep(0.3)
    print("worker: has slept 300 ms")


async def start() -> asyncio.Task[None]:
    task = asyncio.create_task(worker())
    await asyncio.sleep(0.1)
    print("The first run ends.")
    return task


def main() -> None:
    loop = asyncio.new_event_loop()
    task = loop.run_until_complete(start())
    time.sleep(0.5)  # a plain function at work: the loop stands still
    print("The second run begins.")
    loop.run_until_complete(task)
    loop.close()


if __name__ == "__main__":
    main()
