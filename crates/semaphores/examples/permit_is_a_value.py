"""What is acquired stays acquired until somebody calls `release`, as `async with` does at its end.

    python3 crates/semaphores/examples/permit_is_a_value.py
"""

import asyncio


def look(when: str, gate: asyncio.Semaphore) -> None:
    state = "taken" if gate.locked() else "free"
    print(f"{when}: {state}")


async def main() -> None:
    gate = asyncio.Semaphore(1)
    async with gate:
        look("in the block", gate)
    look("after the block", gate)

    await gate.acquire()
    look("kept", gate)
    gate.release()
    look("given back", gate)

    _ = await gate.acquire()  # True
    look("kept in _", gate)


if __name__ == "__main__":
    asyncio.run(main())
