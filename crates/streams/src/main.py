"""Three pages, each fetched when it is asked for: an async generator, and the loop that reads it.

    python3 crates/streams/src/main.py
"""

import asyncio
from collections.abc import AsyncIterator


async def pages() -> AsyncIterator[int]:
    """Gives page 1, 2 and 3."""
    for number in range(1, 4):
        print(f"fetching page {number}")
        await asyncio.sleep(1)  # stands in for the network
        yield number


async def main() -> None:
    numbers = pages()
    print("nothing is fetched yet")
    async for page in numbers:
        print(f"reading page {page}")
        await asyncio.sleep(2)
    print("no more pages")


if __name__ == "__main__":
    asyncio.run(main())
