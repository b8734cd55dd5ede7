"""The first error is raised, the siblings run on, the second error is lost: gather.

    python3 crates/exceptions/examples/siblings_run_on.py
"""

import asyncio

# Who, and how many seconds each works. b and c fail.
CAST = [("a", 3), ("b", 2), ("c", 1), ("d", 4)]


async def worker(name: str, seconds: int) -> str:
    ended = False
    try:
        print(f"{name} starts")
        await asyncio.sleep(seconds)
        ended = True
    finally:
        if not ended:
            print(f"{name} is cut off")
    if name in ("b", "c"):
        print(f"{name} fails")
        raise ValueError(f"{name} failed")
    print(f"{name} finishes")
    return name


async def main() -> None:
    try:
        # gather makes a task of each coroutine: four tasks.
        await asyncio.gather(*(worker(name, seconds) for name, seconds in CAST))
    except ValueError as error:
        # The first exception in time ended the wait. The other tasks were not told.
        print(f"main: {error}")
    await asyncio.sleep(4)  # main goes on, and so do the others
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
