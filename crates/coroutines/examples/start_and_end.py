"""One coroutine, built by calling an async def.

    python3 crates/coroutines/examples/start_and_end.py
"""

import asyncio


async def my_coroutine() -> None:
    print("Start")
    await asyncio.sleep(2)
    print("End")


async def main() -> None:
    await my_coroutine()


if __name__ == "__main__":
    asyncio.run(main())
