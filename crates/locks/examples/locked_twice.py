"""A function that has the lock calls one that takes it: it waits for itself.

    python3 crates/locks/examples/locked_twice.py
"""

import asyncio


class Count:
    def __init__(self) -> None:
        self.value = 0
        self.lock = asyncio.Lock()


async def add(count: Count) -> None:
    async with count.lock:
        count.value += 1


async def add_if_small(count: Count) -> None:
    async with count.lock:
        if count.value < 10:
            await add(count)  # the lock is kept


async def add_if_small_and_let_go(count: Count) -> None:
    async with count.lock:
        is_small = count.value < 10
    if is_small:  # the lock is free, and the answer may be old
        await add(count)


async def main() -> None:
    count = Count()
    limit = 5

    try:
        await asyncio.wait_for(add_if_small(count), limit)
        print(f"guard kept: {count.value}")
    except TimeoutError:
        print("guard kept: still waiting after 5 s")
    try:
        await asyncio.wait_for(add_if_small_and_let_go(count), limit)
        print(f"guard dropped: {count.value}")
    except TimeoutError:
        print("guard dropped: still waiting after 5 s")


if __name__ == "__main__":
    asyncio.run(main())
