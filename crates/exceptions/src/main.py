"""Three calls, one error: all three answers, the error among them.

    python3 crates/exceptions/src/main.py
"""

import asyncio


async def might_fail(n: int) -> int:
    if n == 2:
        raise ValueError("This is an expected error!")
    await asyncio.sleep(1)
    return n * 2


async def main() -> None:
    # With return_exceptions an exception is an output like any other: gather waits for all three.
    results = await asyncio.gather(
        might_fail(1), might_fail(2), might_fail(3), return_exceptions=True
    )
    print(f"Results: {results}")


if __name__ == "__main__":
    asyncio.run(main())
