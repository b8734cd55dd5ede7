"""The call builds an object and prints nothing. The body begins when the object is awaited.

    python3 crates/coroutines/examples/lazy_alike.py
"""

import asyncio


async def greet(name: str) -> int:
    print(f"Hello, {name}!")
    return len(name)


async def main() -> None:
    alice = greet("Alice")  # a coroutine: the arguments are inside, the body has not begun
    print("Alice's greeting is built.")
    await asyncio.sleep(1)
    print("A second has passed.")
    letters = await alice  # now it begins
    print(f"It returned {letters}.")

    # Never awaited, so it never begins. When it is freed at the end of main, the interpreter
    # warns on stderr: coroutine 'greet' was never awaited.
    _bob = greet("Bob")
    print("Bob's greeting is built.")


if __name__ == "__main__":
    asyncio.run(main())
