"""A thread that knows nothing of asyncio fills the place, by way of call_soon_threadsafe.

    python3 crates/futures/examples/woken_by_a_thread.py
"""

import asyncio
import threading
import time


def work(loop: asyncio.AbstractEventLoop, future: asyncio.Future[str]) -> None:
    time.sleep(0.4)  # blocks its own thread and no other
    # set_result itself is not safe here: it must run on the thread of the loop.
    loop.call_soon_threadsafe(future.set_result, "Any Thread's Output")


async def tick() -> None:
    await asyncio.sleep(0.2)
    print("tick: the thread of main is free")


async def main() -> None:
    loop = asyncio.get_running_loop()
    my_future: asyncio.Future[str] = loop.create_future()
    thread = threading.Thread(target=work, args=(loop, my_future))
    thread.start()
    task = asyncio.create_task(tick())
    print("main waits")
    result = await my_future
    print(result)
    thread.join()  # it has nothing left to do
    await task


if __name__ == "__main__":
    asyncio.run(main())
