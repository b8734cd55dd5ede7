"""A context variable is copied into each Task that is created.

    python3 crates/tasks/examples/task_local.py
"""

import asyncio
from contextvars import ContextVar, copy_context

REQUEST: ContextVar[str] = ContextVar("REQUEST")


async def show(who: str) -> None:
    print(f"{who}: {REQUEST.get('no request')}")


async def handle() -> None:
    REQUEST.set("request 7")
    await show("awaited")

    await asyncio.create_task(show("spawned"))

    context = copy_context()  # what create_task does by itself
    await asyncio.create_task(show("handed on"), context=context)


async def main() -> None:
    await asyncio.create_task(handle())  # what it sets, it sets in its own copy
    await show("afterwards")


if __name__ == "__main__":
    asyncio.run(main())
