"""The current loop: none outside, one inside, and it can be used. Prints nothing.

    python3 crates/runtime/examples/current_handle.py
"""

import asyncio


async def answer() -> int:
    return 42


async def inside() -> None:
    loop = asyncio.get_running_loop()
    number = await loop.create_task(answer())
    assert number == 42


def main() -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass  # no running event loop
    else:
        raise AssertionError("no loop is running yet")

    with asyncio.Runner() as runner:
        runner.run(inside())


if __name__ == "__main__":
    main()
