"""A generator that is left after two rows, and not closed: its finally runs later, in another task.

    python3 crates/streams/examples/left_open.py
"""

import asyncio
from collections.abc import AsyncIterator
from itertools import count


async def rows() -> AsyncIterator[int]:
    """Gives rows without end."""
    try:
        for row in count(1):
            await asyncio.sleep(1)  # stands in for the database
            yield row
    finally:
        print("closing the connection")
        await asyncio.sleep(1)
        print("the connection is closed")


async def first_two() -> None:
    async for row in rows():
        print(f"row {row}")
        if row == 2:
            break
    print("after the loop")


async def main() -> None:
    await first_two()
    print("first_two is over")
    await asyncio.sleep(2)
    print("main is over")


if __name__ == "__main__":
    asyncio.run(main())
