"""Both greetings are built before either is awaited. Still two seconds.

    python3 crates/coroutines/examples/built_first.py
"""

import asyncio


async def greet(name: str) -> None:
    print(f"Hello, {name}!")
    await asyncio.sleep(1)
    print(f"Goodbye, {name}!")


async def main() -> None:
    alice = greet("Alice")
    bob = greet("Bob")  # two coroutines exist and none has begun
    await alice  # runs alice and nothing else
    await bob


if __name__ == "__main__":
    asyncio.run(main())
