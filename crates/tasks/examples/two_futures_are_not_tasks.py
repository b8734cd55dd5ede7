"""The same two sayers without create_task: three seconds, not two.

    python3 crates/tasks/examples/two_futures_are_not_tasks.py
"""

import asyncio


async def say_after(delay: float, what: str) -> None:
    await asyncio.sleep(delay)
    print(what)


async def main() -> None:
    coroutine1 = say_after(1, "hello")
    coroutine2 = say_after(2, "world")

    print("Made two futures...")
    await coroutine1
    await coroutine2  # its body begins here, when the first is over
    print("Futures finished.")


if __name__ == "__main__":
    asyncio.run(main())
