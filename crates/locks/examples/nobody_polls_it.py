"""A lock is handed to the one who waited longest. A Task runs on by itself, takes it, and lets go.

    python3 crates/locks/examples/nobody_polls_it.py
"""

import asyncio


async def hold(lock: asyncio.Lock) -> None:
    async with lock:
        print("hold: has the lock")
        await asyncio.sleep(2)
        print("hold: lets go")


async def work(lock: asyncio.Lock) -> None:
    print("work: asks for the lock")
    async with lock:
        print("work: has the lock")


async def main() -> None:
    lock = asyncio.Lock()
    holder = asyncio.create_task(hold(lock))
    await asyncio.sleep(1)

    working = asyncio.create_task(work(lock))
    done, _ = await asyncio.wait([working], timeout=0.5)
    if done:
        return  # not with these delays
    print("main: work still waits, so main looks after something else")
    try:
        await asyncio.wait_for(lock.acquire(), 5)
        print("main: has the lock")
        lock.release()
    except TimeoutError:
        print("main: no lock in 5 s")
    await working
    await holder


if __name__ == "__main__":
    asyncio.run(main())
