"""Two locks are kept over one sleep: threading's would stop the thread, asyncio's suspends who asks for it.

    python3 crates/sleep-vs-blocking/examples/guard_over_an_await.py
"""

import asyncio
import threading


async def keep(plain: threading.Lock, of_asyncio: asyncio.Lock) -> None:
    with plain:
        async with of_asyncio:
            print("keep: has both locks, and sleeps")
            await asyncio.sleep(1)
            print("keep: lets go")


async def ask(plain: threading.Lock, of_asyncio: asyncio.Lock) -> None:
    if not plain.acquire(blocking=False):
        print("ask: the plain lock is taken, and not to be waited for")
    async with of_asyncio:
        print("ask: has the other lock")


async def main() -> None:
    plain, of_asyncio = threading.Lock(), asyncio.Lock()
    await asyncio.gather(keep(plain, of_asyncio), ask(plain, of_asyncio))


if __name__ == "__main__":
    asyncio.run(main())
