"""A Semaphore does not remember the number that it began with; a BoundedSemaphore does.

    python3 crates/semaphores/examples/limit_grows.py
"""

import asyncio


def look(when: str, gate: asyncio.Semaphore) -> None:
    state = "taken" if gate.locked() else "free"
    print(f"{when}: {state}")


async def main() -> None:
    gate = asyncio.Semaphore(1)
    gate.release()
    await gate.acquire()
    look("one is in", gate)
    await gate.acquire()
    look("two are in", gate)

    gate.release()  # of the two acquired, one is given back
    await gate.acquire()
    look("one is in, and one was forgotten", gate)

    try:
        asyncio.BoundedSemaphore(1).release()
    except ValueError as error:
        print(f"ValueError: {error}")


if __name__ == "__main__":
    asyncio.run(main())
