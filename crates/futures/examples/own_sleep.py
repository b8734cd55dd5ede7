"""A sleep of one's own: a place to put nothing, and a timer that fills it when the time has come.

    python3 crates/futures/examples/own_sleep.py
"""

import asyncio


def ring(alarm: asyncio.Future[None]) -> None:
    if not alarm.cancelled():  # nobody waits any more
        alarm.set_result(None)


def own_sleep(seconds: float) -> asyncio.Future[None]:
    """Unlike asyncio's own, it counts from the call, not from the await."""
    loop = asyncio.get_running_loop()
    alarm: asyncio.Future[None] = loop.create_future()
    loop.call_later(seconds, ring, alarm)
    return alarm


async def nap(name: str, seconds: int) -> None:
    await own_sleep(seconds)
    print(f"{name} slept {seconds} s")


async def main() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    early = own_sleep(3)  # its time runs from here
    await asyncio.gather(nap("short", 1), nap("long", 2))
    print(f"both after {round(loop.time() - start)} s")
    await early
    print(f"early after {round(loop.time() - start)} s")


if __name__ == "__main__":
    asyncio.run(main())
