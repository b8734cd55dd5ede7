"""In the place of try_join!, gather: the first error drops nobody.

    python3 crates/exceptions/examples/siblings_dropped.py
"""

import asyncio


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
        await asyncio.gather(worker("a", 3), worker("b", 2), worker("c", 1), worker("d", 4))
    except ValueError as error:
        print(f"main: {error}")
    await asyncio.sleep(4)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
