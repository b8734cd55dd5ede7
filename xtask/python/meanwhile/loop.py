"""The event loop, whose queue is where every step and every wake is seen."""

import asyncio
import heapq
import itertools
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from meanwhile import stack
from meanwhile.blocking import Call
from meanwhile.clock import VirtualClock
from meanwhile.recorder import By, Recorder
from meanwhile.selector import JumpingSelector


class Task(asyncio.Task):
    """A task whose place in a set does not depend on its address.

    asyncio keeps tasks in sets and cancels them in a set's order: that of a task group, and those
    that are left when `main` returns.
    """

    _numbers = itertools.count()

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._number = next(Task._numbers)
        super().__init__(*arguments, **options)

    def __hash__(self) -> int:
        return self._number


class Handle(asyncio.Handle):
    """A callback in the loop's queue, which knows who is behind it."""

    __slots__ = ("by", "task")
    by: By
    task: "asyncio.Task[Any] | None"

    def _run(self) -> None:
        recorder = self._loop.recorder
        if self.task is None:
            recorder.calls(self.by, super()._run)
        else:
            recorder.steps(self.task, super()._run)


class TimerHandle(asyncio.TimerHandle):
    """A timer. Of two for the same microsecond the one that was set first is the first to ring.

    On a real clock no two are. On a virtual one they are, and a heap keeps no order among equals.
    """

    __slots__ = ("_order",)
    _numbers = itertools.count()

    def __init__(self, when: float, *arguments: Any) -> None:
        super().__init__(when, *arguments)
        self._order = (round(when, 6), next(TimerHandle._numbers))

    def __lt__(self, other: Any) -> bool:
        return self._order < other._order

    def _run(self) -> None:
        self._loop.recorder.calls("clock", super()._run)


class Loop(asyncio.SelectorEventLoop):
    """asyncio's own loop. It runs what it would run, in the order in which it would."""

    recorder: Recorder

    def __init__(self, selector: Any = None) -> None:
        clock = self.recorder.clock
        if isinstance(clock, VirtualClock):
            selector = JumpingSelector(self, clock)
        super().__init__(selector)

    def time(self) -> float:
        return self.recorder.clock.time()

    def create_task(self, coro: Any, **options: Any) -> Any:
        if self.get_task_factory() is not None:
            return super().create_task(coro, **options)
        self._check_closed()
        return Task(coro, loop=self, **options)

    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Any = None
    ) -> asyncio.TimerHandle:
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self.get_debug():
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        if is_deadline(callback):
            self.recorder.sets_a_deadline(timer)
        return timer

    def _call_soon(self, callback: Any, args: Any, context: Any) -> Handle:
        handle = Handle(callback, args, self, context)
        handle.task, handle.by = self.recorder.schedules(self, callback)
        self._ready.append(handle)
        return handle

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> Any:
        self._check_closed()
        if executor is None:
            self._check_default_executor()
            if self._default_executor is None:
                self.set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))
            executor = self._default_executor
        turn = self.recorder.turn
        parent = None if turn.lane is None else turn.lane.number
        place, _ = stack.own_call(self.recorder.sources, sys._getframe(1))
        call = Call(self.recorder, executor, func, parent, place)
        # The call may be over before it is handed over: what it then wakes is woken by it.
        before, turn.by = turn.by, {"lane": call.lane}
        try:
            future = super().run_in_executor(call, func, *args)
        except BaseException:
            call.is_refused()
            raise
        finally:
            turn.by = before
        future.meanwhile_blocking_call = True
        call.when_over(self._write_to_self)
        return future

    async def shutdown_default_executor(self, *args: Any, **options: Any) -> None:
        # A thread waits for the executor's threads, within a timeout.
        with self.recorder.clock.held():
            await super().shutdown_default_executor(*args, **options)


def is_deadline(callback: Any) -> bool:
    """Whether a timer's callback is that of a timeout."""
    if isinstance(getattr(callback, "__self__", None), asyncio.Timeout):
        return True
    return callback is getattr(asyncio.tasks, "_release_waiter", None)


def install(recorder: Recorder) -> None:
    """From here on every loop that asyncio makes is a recorded one."""
    Loop.recorder = recorder
    events = asyncio.events
    policy = getattr(events, "_get_event_loop_policy", events.get_event_loop_policy)()
    Loop.__name__ = Loop.__qualname__ = asyncio.SelectorEventLoop.__name__
    type(policy)._loop_factory = Loop
    asyncio.SelectorEventLoop = Loop
    if hasattr(asyncio, "EventLoop"):
        asyncio.EventLoop = Loop
