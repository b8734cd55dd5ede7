"""One Task, made and awaited inside a running loop.

    python3 crates/tasks/examples/one_task.py
"""

import asyncio


async def foo() -> None:
    print("Running foo")


async def main() -> None:
    task = asyncio.create_task(foo())  # outside a running loop this call raises
    assert not task.done()  # made, and not yet run
    await task


if __name__ == "__main__":
    asyncio.run(main())
