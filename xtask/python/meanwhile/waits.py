"""On what a suspended task waits, and at which line of the program."""

import asyncio
import sys
from types import FrameType
from typing import Any

from meanwhile import stack
from meanwhile.sources import Foreign, Sources

RESOURCES = {
    "asyncio.tasks.sleep": "sleep",
    "asyncio.tasks.wait": "join",
    "asyncio.tasks._AsCompletedIterator._wait_for_one": "join_next",
    "asyncio.tasks.as_completed.<locals>._wait_for_one": "join_next",
    "asyncio.taskgroups.TaskGroup.__aexit__": "join",
    "asyncio.threads.to_thread": "join",
    "asyncio.base_events.BaseEventLoop.subprocess_exec": "process",
    "asyncio.base_events.BaseEventLoop.subprocess_shell": "process",
    "asyncio.queues.Queue.get": "recv",
    "asyncio.queues.Queue.put": "send",
    "asyncio.queues.Queue.join": "queue_join",
    "asyncio.locks.Lock.acquire": "lock",
    "asyncio.locks.Semaphore.acquire": "acquire",
    "asyncio.locks.Event.wait": "notified",
    "asyncio.locks.Condition.wait": "condition",
    "asyncio.locks.Barrier.wait": "barrier",
}
"""Functions of asyncio, and what a task that waits there waits on, as the Rust side calls it.

The outermost that fits is taken, so that a barrier is a barrier and not the condition inside it.
"""

if sys.version_info < (3, 12):
    RESOURCES["asyncio.tasks.wait_for"] = "join"  # it makes a task; later ones make a timeout

MODULES = {
    "asyncio.streams": "socket",
    "asyncio.selector_events": "socket",
    "asyncio.base_events": "socket",
    "asyncio.unix_events": "socket",
    "asyncio.sslproto": "socket",
    "asyncio.subprocess": "process",
    "asyncio.base_subprocess": "process",
}
"""The same for whole modules."""


class Wait:
    """Something that a task waits on, and the program's own frames, innermost first."""

    def __init__(self, on: str, frames: list[FrameType], sources: Sources) -> None:
        """`frames` are innermost first."""
        own = next((frame for frame in frames if is_own(frame, sources)), None)
        self.on = on
        self.place = None if own is None else stack.place(own, sources)
        self.within = stack.within(frames, sources)


def suspension(task: "asyncio.Task[Any]", sources: Sources) -> Wait:
    """What a suspended task waits on."""
    frames = list(stack.suspended(task.get_coro()))
    innermost = max((n for n, frame in enumerate(frames) if is_own(frame, sources)), default=-1)
    return Wait(resource(frames[innermost + 1 :], task), frames[::-1], sources)


def timeout(frame: FrameType, sources: Sources) -> Wait:
    """A timeout that the running task sets in this frame, or in a caller of it."""
    return Wait("timeout", list(stack.callers(frame)), sources)


def is_own(frame: FrameType, sources: Sources) -> bool:
    """Whether a frame is the program's."""
    return not isinstance(sources.whose(frame.f_code.co_filename), Foreign)


def resource(frames: list[FrameType], task: "asyncio.Task[Any]") -> str:
    """What a task waits on that is suspended in these frames, outermost first."""
    waiter = task._fut_waiter
    if waiter is None:
        return "yield_now"
    names = [f"{frame.f_globals.get('__name__')}.{frame.f_code.co_qualname}" for frame in frames]
    for name, frame in zip(names, frames):
        on = RESOURCES.get(name) or MODULES.get(frame.f_globals.get("__name__", ""))
        if on == "condition" and "asyncio.locks.Lock.acquire" in names:
            return "lock"  # notified, and now it takes back the condition's lock
        if on is not None:
            return on
    return future(waiter)


def future(waiter: Any) -> str:
    """What a future stands for that is awaited as it is."""
    if isinstance(waiter, (asyncio.Task, asyncio.tasks._GatheringFuture)):
        return "join"
    if getattr(waiter, "meanwhile_blocking_call", False):
        return "join"
    callbacks = getattr(waiter, "_callbacks", None) or ()
    names = (getattr(callback, "__qualname__", "") for callback, _ in callbacks)
    return "join" if any(name.startswith("shield.") for name in names) else "future"
