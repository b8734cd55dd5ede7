"""The same two greetings, waited for together: one second, not two.

    python3 crates/coroutines/examples/overlap.py
"""

import asyncio


async def greet(name: str) -> None:
    print(f"Hello, {name}!")
    await asyncio.sleep(1)
    print(f"Goodbye, {name}!")


async def main() -> None:
    # While one is suspended the other runs.
    await asyncio.gather(greet("Alice"), greet("Bob"))


if __name__ == "__main__":
    asyncio.run(main())
