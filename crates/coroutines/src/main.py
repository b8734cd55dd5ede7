"""Two greetings, one awaited after the other: two seconds.

    python3 crates/coroutines/src/main.py
"""

import asyncio


async def greet(name: str) -> None:
    print(f"Hello, {name}!")
    await asyncio.sleep(1)  # suspends here for one second
    print(f"Goodbye, {name}!")


async def main() -> None:
    # The call builds a coroutine, await runs it to its end. Only then is the next line reached.
    await greet("Alice")
    await greet("Bob")


if __name__ == "__main__":
    asyncio.run(main())
