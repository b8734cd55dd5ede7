"""Whoever has the lock raises halfway: the lock is let go, and nobody tells the next.

    python3 crates/locks/examples/half_written.py
"""

import asyncio
import threading


class Accounts:
    """Two accounts, of 100 together."""

    def __init__(self) -> None:
        self.ann, self.bob = 60, 40

    def transfer(self, amount: int) -> None:
        self.ann -= amount
        if amount > 20:
            raise ValueError("more than 20 is not allowed")
        self.bob += amount


async def transfer_plain(lock: threading.Lock, both: Accounts) -> None:
    with lock:
        both.transfer(30)


async def transfer_async(lock: asyncio.Lock, both: Accounts) -> None:
    async with lock:
        both.transfer(30)


async def main() -> None:
    plain, both = threading.Lock(), Accounts()
    task = asyncio.create_task(transfer_plain(plain, both))
    assert isinstance((await asyncio.gather(task, return_exceptions=True))[0], ValueError)
    with plain:
        print(f"plain lock: together {both.ann + both.bob}")

    of_asyncio, both = asyncio.Lock(), Accounts()
    task = asyncio.create_task(transfer_async(of_asyncio, both))
    assert isinstance((await asyncio.gather(task, return_exceptions=True))[0], ValueError)
    async with of_asyncio:
        print(f"awaited lock: together {both.ann + both.bob}")


if __name__ == "__main__":
    asyncio.run(main())
