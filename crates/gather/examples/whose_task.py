"""gather makes Tasks: each coroutine that it is given gets one of its own.

    python3 crates/gather/examples/whose_task.py
"""

import asyncio


async def whose_task(name: str, task_of_main: asyncio.Task[None] | None) -> None:
    if asyncio.current_task() is task_of_main:
        print(f"{name}: runs where main runs")
    else:
        print(f"{name}: runs in a task of its own")


async def main() -> None:
    task_of_main = asyncio.current_task()
    await asyncio.gather(*(whose_task(name, task_of_main) for name in ("joined 1", "joined 2")))
    await asyncio.create_task(whose_task("spawned", task_of_main))


if __name__ == "__main__":
    asyncio.run(main())
