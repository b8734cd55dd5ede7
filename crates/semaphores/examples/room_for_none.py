"""A Queue(0), as a Queue(), has no limit at all.

    python3 crates/semaphores/examples/room_for_none.py
"""

import asyncio


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(0)
    for number in range(100):
        await queue.put(number)  # it never waits
    print(f"without a limit: {queue.qsize()} lie there")


if __name__ == "__main__":
    asyncio.run(main())
