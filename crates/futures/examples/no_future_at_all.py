"""The loop hands back what the coroutine returned: no place to put it is needed.

    python3 crates/futures/examples/no_future_at_all.py
"""

import asyncio


async def my_coroutine() -> str:
    await asyncio.sleep(1)
    return "Any Async Output"


def main() -> None:
    result = asyncio.run(my_coroutine())
    print(result)


if __name__ == "__main__":
    main()
