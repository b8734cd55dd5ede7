"""A generator that is left after two rows, inside aclosing: its finally runs there, and may await.

    python3 crates/streams/examples/half_way.py
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
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
    async with aclosing(rows()) as generator:
        async for row in generator:
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
