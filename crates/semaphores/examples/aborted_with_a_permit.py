"""Who is cancelled gives the permit back, unless its first step never came.

    python3 crates/semaphores/examples/aborted_with_a_permit.py
"""

import asyncio


async def takes_it(gate: asyncio.Semaphore) -> None:
    async with gate:
        await asyncio.sleep(10)


async def is_given_it(gate: asyncio.Semaphore) -> None:
    try:
        await asyncio.sleep(10)
    finally:
        gate.release()


async def stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])  # it was cancelled


def look(when: str, gate: asyncio.Semaphore) -> None:
    state = "taken" if gate.locked() else "free"
    print(f"{when}: {state}")


async def main() -> None:
    gate = asyncio.Semaphore(1)
    works = asyncio.create_task(takes_it(gate))
    waits = asyncio.create_task(takes_it(gate))
    await asyncio.sleep(1)
    await stop(waits)
    look("one is working", gate)
    await stop(works)
    look("stopped at work", gate)

    await gate.acquire()
    await stop(asyncio.create_task(is_given_it(gate)))
    look("stopped before the first step", gate)


if __name__ == "__main__":
    asyncio.run(main())
