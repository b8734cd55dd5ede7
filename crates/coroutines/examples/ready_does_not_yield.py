"""Awaiting a coroutine that never suspends lets nobody else in: it runs like a plain call.

    python3 crates/coroutines/examples/ready_does_not_yield.py
"""

import asyncio


async def answer() -> int:
    return 42  # no await inside: a coroutine all the same, one that is done at its first step


async def other() -> None:
    print("other: runs")


async def main() -> None:
    task = asyncio.create_task(other())  # queued behind main, and ready to run
    print("main: other is ready")
    number = await answer()  # no suspension: main keeps the thread
    print(f"main: awaited {number}")
    assert not task.done()

    await asyncio.sleep(1)  # a suspension: the thread is free
    print("main: slept")
    assert task.done()


if __name__ == "__main__":
    asyncio.run(main())
