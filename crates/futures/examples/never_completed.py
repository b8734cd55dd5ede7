"""A place that nobody fills: the wait has no end of its own.

    python3 crates/futures/examples/never_completed.py
"""

import asyncio


async def main() -> None:
    # main keeps the future, and never calls set_result.
    my_future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    try:
        async with asyncio.timeout(10):
            print(f"main: {await my_future}")
    except TimeoutError:
        print("main: nothing after 10 s")


if __name__ == "__main__":
    asyncio.run(main())
