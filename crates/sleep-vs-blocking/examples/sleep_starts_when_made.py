"""An asyncio sleep counts from its `await`, not from the line that makes it.

    python3 crates/sleep-vs-blocking/examples/sleep_starts_when_made.py
"""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    nap = asyncio.sleep(2)  # a coroutine object: nothing of it has run

    await asyncio.sleep(1)
    print(f"other work done after {round(loop.time() - start)} s")

    await nap
    print(f"nap over after {round(loop.time() - start)} s")


if __name__ == "__main__":
    asyncio.run(main())
