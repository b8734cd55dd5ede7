"""A sleep that blocks the thread, and a sleep that suspends one coroutine.

    python3 crates/sleep-vs-blocking/src/main.py
"""

import asyncio
import time


async def coroutine_1() -> None:
    print("Pausing coroutine 1 ...")
    await asyncio.sleep(1)
    print("After a pause, resuming coroutine 1 ...")


async def coroutine_2() -> None:
    print("coroutine_2() is executed because coroutine_1() is on pause")


async def main() -> None:
    print("**** Synchronous sleep ****")
    time.sleep(2)  # no await: the thread stops, and all that runs on it
    print("This will be printed after 2 seconds, as entire thread was blocked")

    print("**** Asynchronous sleep ****")
    await asyncio.gather(coroutine_1(), coroutine_2())


if __name__ == "__main__":
    asyncio.run(main())
