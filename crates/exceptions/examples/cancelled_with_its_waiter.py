"""A wait for two Tasks is given up after half a second: a cancelled gather cancels its children.

    python3 crates/exceptions/examples/cancelled_with_its_waiter.py
"""

import asyncio


async def worker(name: str, seconds: int) -> None:
    ended = False
    try:
        print(f"{name} starts")
        await asyncio.sleep(seconds)
        ended = True
    finally:
        if not ended:
            print(f"{name} is cut off")
    print(f"{name} finishes")


async def main() -> None:
    try:
        async with asyncio.timeout(0.5):
            await asyncio.gather(worker("a", 1), worker("b", 2))
    except TimeoutError:
        print("main gives up")
    await asyncio.sleep(3)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
