"""A generator is left at the break, where nothing refers to it any more: the loop closes it meanwhile.

    python3 crates/streams/examples/kept_to_the_end.py
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
    await asyncio.sleep(2)  # stands in for what is done with the rows
    print("the rows are added up")


async def main() -> None:
    await first_two()
    print("first_two is over")


if __name__ == "__main__":
    asyncio.run(main())
