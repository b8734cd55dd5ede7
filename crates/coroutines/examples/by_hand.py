"""A coroutine run to its end by two plain calls of send. There is no event loop.

    python3 crates/coroutines/examples/by_hand.py
"""

import asyncio


async def greet(name: str) -> int:
    print(f"Hello, {name}!")
    await asyncio.sleep(0)  # suspends once and waits for nothing, so it needs no loop either
    print(f"Goodbye, {name}!")
    return len(name)


# ANCHOR: main
def main() -> None:
    greeting = greet("Alice")

    first = greeting.send(None)
    assert first is None
    print("Suspended. Nobody runs it but these calls.")

    try:
        greeting.send(None)
    except StopIteration as second:
        print(f"Ready: {second.value}")
    else:
        raise AssertionError("it suspends once")
# ANCHOR_END: main


if __name__ == "__main__":
    main()
