"""Two, then the next two, then the last one: each chunk waits for the slowest of the one before.

    python3 crates/semaphores/examples/in_chunks.py
"""

import asyncio


async def load(page: str, seconds: float) -> None:
    print(f"{page} begins")
    await asyncio.sleep(seconds)
    print(f"{page} ends")


async def main() -> None:
    pages = [("a", 3), ("b", 1), ("c", 1), ("d", 2), ("e", 2)]
    for start in range(0, len(pages), 2):
        chunk = pages[start : start + 2]
        await asyncio.gather(*[load(page, seconds) for page, seconds in chunk])


if __name__ == "__main__":
    asyncio.run(main())
