"""The same calls on threads of their own: they overlap, and the heartbeat is on time.

    python3 crates/sleep-vs-blocking/examples/spawn_blocking.py
"""

import asyncio
import time


async def heartbeat() -> None:
    await asyncio.sleep(0.1)
    print("heartbeat, due at 100 ms")


async def load(name: str, seconds: float) -> None:
    await asyncio.to_thread(time.sleep, seconds)  # a function and its arguments, not a coroutine
    print(f"{name} loaded")


async def main() -> None:
    await asyncio.gather(
        heartbeat(),
        load("large file", 0.6),
        load("medium file", 0.4),
        load("small file", 0.2),
    )


if __name__ == "__main__":
    asyncio.run(main())
