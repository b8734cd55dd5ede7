"""Three Tasks yield after every line; every round comes in the same order.

    python3 crates/runtime/examples/yield_now.py
"""

import asyncio


async def rounds(name: str) -> None:
    for n in range(3):
        print(f"{name}{n}")
        await asyncio.sleep(0)


async def main() -> None:
    tasks = [asyncio.create_task(rounds(name)) for name in ["a", "b", "c"]]
    for task in tasks:
        await task


if __name__ == "__main__":
    asyncio.run(main())
