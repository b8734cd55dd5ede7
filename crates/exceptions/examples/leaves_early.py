"""It returns out of its group at the first result: the group waits for what is left in it.

    python3 crates/exceptions/examples/leaves_early.py
"""

import asyncio


async def worker(name: str, seconds: int) -> str:
    ended = False
    try:
        print(f"{name} starts")
        await asyncio.sleep(seconds)
        ended = True
    finally:
        if not ended:
            print(f"{name} is cut off")
    print(f"{name} finishes")
    return name


async def first() -> str:
    async with asyncio.TaskGroup() as group:
        group.create_task(worker("a", 3))
        quick = group.create_task(worker("b", 1))
        return await quick  # the block is left when a has finished, too


async def main() -> None:
    name = await first()
    print(f"main: {name} was first")
    await asyncio.sleep(4)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
