"""Two different coroutines at once: the one that does not wait prints first.

    python3 crates/gather/examples/immediately.py
"""

import asyncio


async def task1() -> None:
    await asyncio.sleep(1)
    print("This will be printed after 1 second pause")


async def task2() -> None:
    print("This will be printed immediately")


async def main() -> None:
    await asyncio.gather(task1(), task2())


if __name__ == "__main__":
    asyncio.run(main())
