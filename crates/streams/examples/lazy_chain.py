"""Four generators, one reading the other: no more numbers are made than are asked for.

    python3 crates/streams/examples/lazy_chain.py
"""

import asyncio
from collections.abc import AsyncIterator
from itertools import count


async def numbers() -> AsyncIterator[int]:
    for number in count(1):
        print(f"{number} is made")
        yield number


async def even(numbers: AsyncIterator[int]) -> AsyncIterator[int]:
    async for number in numbers:
        if number % 2 == 0:
            yield number


async def doubled(numbers: AsyncIterator[int]) -> AsyncIterator[int]:
    async for number in numbers:
        await asyncio.sleep(1)
        yield number * 2


async def take(limit: int, numbers: AsyncIterator[int]) -> AsyncIterator[int]:
    for _ in range(limit):
        yield await anext(numbers)


async def main() -> None:
    lines = (
        f"{number} is the double of an even number"
        async for number in take(2, doubled(even(numbers())))
    )
    print("the chain is built")
    async for line in lines:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
