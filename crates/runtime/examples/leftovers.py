"""main returns while a task waits. The task is cancelled, and its `finally` is awaited.

    python3 crates/runtime/examples/leftovers.py
"""

import asyncio


async def worker() -> None:
    try:
        print("worker: begins")
        await asyncio.sleep(10)
        print("worker: ends")
    finally:
        print("worker: clean-up begins")
        await asyncio.sleep(1)
        print("worker: clean-up ends")


async def start() -> asyncio.Task[None]:
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    print("main: returns")
    return task  # the worker has nine seconds to go


def main() -> None:
    runner = asyncio.Runner()
    task = runner.run(start())
    print("The run is over.")
    assert not task.done()
    runner.close()
    print("The runtime is gone.")
    assert task.cancelled()


if __name__ == "__main__":
    main()
