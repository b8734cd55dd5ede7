"""What `asyncio.run` does: make a loop, run one coroutine on it, close it.

    python3 crates/runtime/src/main.py
"""

import asyncio
from collections.abc import Coroutine


async def my_coroutine() -> int:
    print("Start")
    await asyncio.sleep(2)
    print("End")
    return 42


def run(main: Coroutine[object, object, int]) -> int:
    """`asyncio.run`, as the standard library has it since 3.11."""
    with asyncio.Runner() as runner:  # its loop is closed at the end of this block
        return runner.run(main)


def main() -> None:
    print("A plain function. No runtime yet.")
    number = run(my_coroutine())
    print(f"It returned {number}. The runtime is gone.")


if __name__ == "__main__":
    main()
