"""A task that nobody awaits raises an exception that no code sees.

    python3 crates/exceptions/examples/lost_error.py
"""

import asyncio


async def save(file: str) -> None:
    print(f"saving {file}")
    await asyncio.sleep(1)
    raise OSError(f"no room for {file}")


async def main() -> None:
    # Detached: nobody keeps the task. When it is collected, asyncio logs its exception on stderr.
    asyncio.create_task(save("draft.txt"))
    await asyncio.sleep(2)
    print("main: no word of draft.txt")

    task = asyncio.create_task(save("final.txt"))
    try:
        await task
        print("main: saved")
    except OSError as error:
        print(f"main: {error}")


if __name__ == "__main__":
    asyncio.run(main())
