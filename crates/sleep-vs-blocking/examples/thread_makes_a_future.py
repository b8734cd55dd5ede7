"""An async function handed to a thread: the thread makes a coroutine object, and runs nothing of it.

    python3 crates/sleep-vs-blocking/examples/thread_makes_a_future.py
"""

import asyncio


async def work() -> None:
    print("work runs")


async def main() -> None:
    made = await asyncio.to_thread(work)  # all that the thread does is call `work`
    print("The call is over.")
    await made


if __name__ == "__main__":
    asyncio.run(main())
