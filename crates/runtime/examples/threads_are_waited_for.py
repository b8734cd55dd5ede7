"""main returns while a thread of the default executor works. Closing the runner waits for it.

    python3 crates/runtime/examples/threads_are_waited_for.py
"""

import asyncio
import time


def work() -> None:
    print("thread: begins")
    time.sleep(0.5)
    print("thread: ends")


async def start() -> None:
    asyncio.get_running_loop().run_in_executor(None, work)
    await asyncio.sleep(0.2)
    print("main: returns")


def main() -> None:
    runner = asyncio.Runner()
    runner.run(start())
    runner.close()
    print("The runtime is gone.")


if __name__ == "__main__":
    main()
