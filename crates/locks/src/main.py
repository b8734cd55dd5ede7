"""To be written: what this program shows, in one line.

    python3 crates/locks/src/main.py
"""

import asyncio


async def step(name: str) -> None:
    print(f"{name} begins")
    await asyncio.sleep(1)
    print(f"{name} ends")


async def main() -> None:
    await step("one")
    await step("two")


if __name__ == "__main__":
    asyncio.run(main())
