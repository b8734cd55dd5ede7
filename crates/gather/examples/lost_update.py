"""Ten coroutines add one to the same count. An `await` between reading and writing loses nine.

    python3 crates/gather/examples/lost_update.py
"""

import asyncio


class Count:
    value = 0


async def add_at_once(count: Count) -> None:
    read = count.value
    count.value = read + 1


async def add_later(count: Count) -> None:
    read = count.value
    await asyncio.sleep(0)  # stands in for whatever is awaited here
    count.value = read + 1


async def main() -> None:
    count = Count()
    await asyncio.gather(*(add_at_once(count) for _ in range(10)))
    print(f"without an await in between: {count.value}")

    count = Count()
    await asyncio.gather(*(add_later(count) for _ in range(10)))
    print(f"with one: {count.value}")


if __name__ == "__main__":
    asyncio.run(main())
