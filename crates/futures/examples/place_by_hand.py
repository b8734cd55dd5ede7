"""An awaitable written by hand: a place to put a result, and the callback of who waits for it.

    python3 crates/futures/examples/place_by_hand.py
"""

import asyncio
from collections.abc import Callable, Generator
from contextvars import Context
from typing import Any


class Place:
    # By this attribute a Task knows what it may wait for.
    _asyncio_future_blocking = False

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._result: str | None = None
        self._wake: Callable[["Place"], None] | None = None

    def set_result(self, result: str) -> None:
        self._result = result
        if self._wake is not None:
            print("place: filled, wake the task that waits")
            self._loop.call_soon(self._wake, self)

    def __await__(self) -> Generator["Place", None, str]:
        if self._result is None:
            print("place: polled, still empty, keep the waker")
            self._asyncio_future_blocking = True
            yield self  # to the task, which calls add_done_callback
        print("place: polled, here it is")
        return self.result()

    # What else the task asks of a thing that it waits for.

    def get_loop(self) -> asyncio.AbstractEventLoop:
        return self._loop

    def add_done_callback(
        self, wake: Callable[["Place"], None], *, context: Context | None = None
    ) -> None:
        self._wake = wake

    def result(self) -> Any:
        return self._result


async def complete(place: Place) -> None:
    await asyncio.sleep(1)
    place.set_result("Any Async Output")


async def main() -> None:
    place = Place()
    task = asyncio.create_task(complete(place))
    result = await place
    print(result)
    await task


if __name__ == "__main__":
    asyncio.run(main())
