"""The first error cancels the siblings, and main waits until they are gone: TaskGroup.

    python3 crates/exceptions/examples/siblings_aborted.py
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
        async with asyncio.TaskGroup() as group:
            for name, seconds in CAST:
                group.create_task(worker(name, seconds))
    except* ValueError as errors:
        for error in errors.exceptions:
            print(f"main: {error}")
    await asyncio.sleep(4)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
