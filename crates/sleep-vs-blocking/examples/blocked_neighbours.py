"""Three blocking calls in gathered coroutines run one after another, and the heartbeat waits.

    python3 crates/sleep-vs-blocking/examples/blocked_neighbours.py
"""

import asyncio
import time


async def heartbeat() -> None:
    await asyncio.sleep(0.1)
    print("heartbeat, due at 100 ms")


async def load(name: str, seconds: float) -> None:
    time.sleep(seconds)  # stands in for a blocking library call
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
