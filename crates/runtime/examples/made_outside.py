"""A queue made outside of any loop, and used in two. The first loop in which somebody waits keeps it.

    python3 crates/runtime/examples/made_outside.py
"""

import asyncio


async def put(queue: asyncio.Queue[str]) -> None:
    await queue.put("a letter")


async def get(queue: asyncio.Queue[str]) -> str:
    task = asyncio.create_task(put(queue))
    letter = await queue.get()  # waits: the task has not run yet
    await task
    return letter


def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue(8)  # no loop is asked
    for run in ["first", "second"]:
        try:
            print(f"{run} runtime: {asyncio.run(get(queue))}")
        except RuntimeError as error:
            reason = str(error).rpartition("> ")[2]  # in front stands the queue, with its address
            print(f"{run} runtime: {reason}")


if __name__ == "__main__":
    main()
