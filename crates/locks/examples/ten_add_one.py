"""Ten add one, four times over: it matters where the lock begins and ends, not that there is one.

    python3 crates/locks/examples/ten_add_one.py
"""

import asyncio

ASKED = 1  # how long it takes to ask somebody


class Count:
    def __init__(self) -> None:
        self.value = 0
        self.lock = asyncio.Lock()


async def locks_twice(count: Count) -> None:
    async with count.lock:
        read = count.value
    await asyncio.sleep(ASKED)
    async with count.lock:
        count.value = read + 1


async def locks_briefly(count: Count) -> None:
    await asyncio.sleep(ASKED)
    async with count.lock:
        count.value += 1


async def locks_over_the_await(count: Count) -> None:
    async with count.lock:
        read = count.value
        await asyncio.sleep(ASKED)
        count.value = read + 1


async def adds_atomically(count: Count) -> None:
    await asyncio.sleep(ASKED)
    count.value += 1  # no await in it: nobody comes in between


def now() -> float:
    return asyncio.get_running_loop().time()


def says(what: str, count: Count, start: float) -> None:
    print(f"{what}: {count.value} after {now() - start:.0f} s")


async def main() -> None:
    start, count = now(), Count()
    await asyncio.gather(*(locks_twice(count) for _ in range(10)))
    says("locked twice", count, start)

    start, count = now(), Count()
    await asyncio.gather(*(locks_briefly(count) for _ in range(10)))
    says("locked briefly", count, start)

    start, count = now(), Count()
    await asyncio.gather(*(locks_over_the_await(count) for _ in range(10)))
    says("locked over the await", count, start)

    start, count = now(), Count()
    await asyncio.gather(*(adds_atomically(count) for _ in range(10)))
    says("not locked, atomic", count, start)


if __name__ == "__main__":
    asyncio.run(main())
