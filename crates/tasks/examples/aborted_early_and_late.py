"""cancel before the first step, with a value on its way, and after the end.

    python3 crates/tasks/examples/aborted_early_and_late.py
"""

import asyncio


async def work(name: str) -> None:
    print(f"{name} works")


async def read(letter: asyncio.Future[str]) -> None:
    print(f"read: {await letter}")


async def main() -> None:
    early = asyncio.create_task(work("early"))
    early.cancel()  # before its first step

    letter = asyncio.get_running_loop().create_future()
    reader = asyncio.create_task(read(letter))
    late = asyncio.create_task(work("late"))
    await asyncio.sleep(1)

    letter.set_result("a letter")  # the reader is queued
    reader.cancel()  # and has not had its turn
    late.cancel()  # it ended a second ago

    for name, task in [("early", early), ("reader", reader), ("late", late)]:
        try:
            await task
            print(f"{name}: done")
        except asyncio.CancelledError:
            print(f"{name}: cancelled")


if __name__ == "__main__":
    asyncio.run(main())
