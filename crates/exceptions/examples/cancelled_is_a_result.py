"""A list of results tells who was cancelled, too.

    python3 crates/exceptions/examples/cancelled_is_a_result.py
"""

import asyncio


async def double(n: int) -> int:
    await asyncio.sleep(2)
    return n * 2


async def main() -> None:
    tasks = [asyncio.create_task(double(n)) for n in [1, 2, 3]]

    async def cancel_second() -> None:
        await asyncio.sleep(1)
        tasks[1].cancel()

    canceller = asyncio.create_task(cancel_second())
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, asyncio.CancelledError):
            print("cancelled")
        elif isinstance(result, BaseException):
            raise result
        else:
            print(result)
    await canceller


if __name__ == "__main__":
    asyncio.run(main())
