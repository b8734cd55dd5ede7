"""The virtual clock jumps when nothing can run."""

import os
import selectors
import sys
import threading
from typing import Any

from meanwhile.clock import VIRTUAL_LIMIT, VirtualClock

LIMIT_EXIT = 86
"""The exit code of a program that met the limit."""

A_MOMENT = 0.05
"""How many seconds pass on the wall between two looks at who is still there outside."""


class JumpingSelector(selectors.DefaultSelector):
    """Where the loop would wait for its next timer, moves the clock there instead.

    Beside the clock lies the world outside, for which it has no time. While a call is under way
    that was handed to a thread, the clock stands still and the loop waits. For a socket or a
    thread of the program's own, the loop waits only if no timer is left.
    """

    def __init__(self, loop: Any, clock: VirtualClock) -> None:
        super().__init__()
        self._loop = loop
        self._clock = clock

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is not None and timeout <= 0:
            return super().select(0)
        # Asked first: a thread that is done by now has written into the loop's pipe before.
        is_held, may_be_woken = self._clock.is_held, timeout is None and self._may_be_woken()
        events = super().select(0)
        if events:
            return events
        if is_held:
            return super().select(None)
        if may_be_woken:
            return super().select(A_MOMENT)
        when = VIRTUAL_LIMIT if timeout is None else self._loop._scheduled[0]._when
        self._clock.advance(min(when, VIRTUAL_LIMIT))
        if when >= VIRTUAL_LIMIT:
            self._end()
        return []

    def _may_be_woken(self) -> bool:
        """Whether a socket, a signal or a thread is there that could wake the loop."""
        own = 1 if self._loop._ssock is not None else 0
        if len(self.get_map()) > own or getattr(self._loop, "_signal_handlers", None):
            return True
        return any(is_at_large(thread) for thread in threading.enumerate())

    def _end(self) -> None:
        self._loop.recorder.limit()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError, AttributeError):
                pass
        os._exit(LIMIT_EXIT)


def is_at_large(thread: threading.Thread) -> bool:
    """Whether a thread is none of asyncio's: neither the loop's nor an executor's.

    An executor's threads stay when their calls are over; the calls themselves hold the clock.
    """
    if thread is threading.current_thread():
        return False
    executors = sys.modules.get("concurrent.futures.thread")
    return executors is None or thread not in executors._threads_queues
