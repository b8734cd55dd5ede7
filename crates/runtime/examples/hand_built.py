"""A loop made by hand, one coroutine of one second run on it, the loop closed. Prints nothing.

    python3 crates/runtime/examples/hand_built.py
"""

import asyncio


async def any_async_task() -> None:
    await asyncio.sleep(1)


def main() -> None:
    loop = asyncio.new_event_loop()

    started = loop.time()
    loop.run_until_complete(any_async_task())
    ended = loop.time()
    assert round(ended - started) == 1

    loop.close()  # left out, it is closed when it is freed, with a ResourceWarning that is hidden
    assert loop.is_closed()


if __name__ == "__main__":
    main()
