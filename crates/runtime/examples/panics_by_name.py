"""Three ways to be in the wrong place, each caught, each with its message.

    python3 crates/runtime/examples/panics_by_name.py
"""

import asyncio
from collections.abc import Callable


async def nothing() -> None:
    pass


async def run_inside() -> None:
    coroutine = nothing()
    try:
        asyncio.run(coroutine)
    finally:
        coroutine.close()  # it was refused and will not be awaited


async def close_inside() -> None:
    asyncio.new_event_loop().close()  # one that stands still may be closed
    asyncio.get_running_loop().close()


def report(what: str, deed: Callable[[], object]) -> None:
    try:
        deed()
    except RuntimeError as error:
        print(f"{what}: {error}")
    else:
        raise AssertionError("it raises")


def main() -> None:
    report("the current runtime, outside of any", asyncio.get_running_loop)
    report("a runtime run inside a runtime", lambda: asyncio.run(run_inside()))
    report("a runtime dropped inside a runtime", lambda: asyncio.run(close_inside()))


if __name__ == "__main__":
    main()
