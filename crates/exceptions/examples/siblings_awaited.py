"""Every worker ends in its own time, and every error is kept: return_exceptions.

    python3 crates/exceptions/examples/siblings_awaited.py
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
    workers = [worker(name, seconds) for name, seconds in CAST]
    for result in await asyncio.gather(*workers, return_exceptions=True):
        if isinstance(result, BaseException):
            print(f"main: {result}")
        else:
            print(f"main: {result} finished")
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
