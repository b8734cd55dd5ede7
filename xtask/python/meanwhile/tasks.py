"""What asyncio's tasks tell of themselves, the C ones and those that are written in Python."""

import asyncio
from types import FrameType
from typing import Any

from meanwhile import stack

Task = asyncio.Task[Any]

HOUSEKEEPING = {"shutdown_asyncgens", "shutdown_default_executor"}
"""What a loop is told to run when it is to be closed: coroutines of its own, no lanes."""

STARTERS = {asyncio.Runner.run.__code__, asyncio.BaseEventLoop.run_until_complete.__code__}
"""Who tells a loop what to run."""

STEPS = {"TaskStepMethWrapper", "__step"}
"""What a task puts into the loop's queue itself: its next step."""

WAKEUPS = {"task_wakeup", "__wakeup"}
"""What a future puts there that the task has waited for."""


def task_of(callback: Any) -> Task | None:
    """The task that a callback runs a step of, or wakes for one."""
    owner = getattr(callback, "__self__", None)
    if not asyncio.isfuture(owner) or not hasattr(owner, "get_coro"):
        return None
    return owner if name_of_callback(callback) in STEPS | WAKEUPS else None


def is_step(callback: Any) -> bool:
    """Whether a task puts itself into the queue: it yields."""
    return name_of_callback(callback) in STEPS


def name_of_callback(callback: Any) -> str:
    """The name of a method, and of the C tasks' step, which is an object."""
    return getattr(callback, "__name__", type(callback).__name__)


def is_started(frame: FrameType | None) -> bool:
    """Whether a call comes from a loop that is told what to run."""
    return any(caller.f_code in STARTERS for caller in stack.callers(frame))


def is_ahead(timer: Any) -> bool:
    """Whether a timer has neither rung nor been cancelled."""
    return timer._scheduled and not timer.cancelled()


def ending(task: Task) -> tuple[str, BaseException | None]:
    """How a task ended. Asking so leaves asyncio's own complaint about a lost exception alone."""
    error: BaseException | None = task._exception
    if task.cancelled():
        return "cancelled", None
    is_done = error is None or isinstance(error, SystemExit)
    return ("done" if is_done else "panicked"), error


def name_of(coroutine: Any) -> str:
    """The name of the async function; of the generator, where asyncio closes one."""
    if type(coroutine).__name__ in stack.OPAQUE:
        coroutine = stack.inside(coroutine) or coroutine
    return getattr(coroutine, "__name__", None) or type(coroutine).__name__
