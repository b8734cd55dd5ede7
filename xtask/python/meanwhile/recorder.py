"""Lanes: who appears, runs, stops, is woken, ends."""

import asyncio
import itertools
import os
import re
import sys
import threading
import traceback
import weakref
from collections.abc import Callable
from typing import Any

from meanwhile import stack, tasks, waits
from meanwhile.clock import Clock
from meanwhile.journal import Journal
from meanwhile.sources import Sources
from meanwhile.tasks import Task

VERSION = 1

By = str | dict[str, int]
"""Who woke a lane: `clock`, `driver`, `yield`, `thread`, `unknown`, or `{"lane": 3}`."""


class Lane:
    """A task that is recorded."""

    def __init__(self, number: int, kind: str) -> None:
        self.number = number
        self.kind = kind
        self.deadlines: list[tuple[asyncio.TimerHandle, waits.Wait]] = []


class Turn(threading.local):
    """What goes on on each thread."""

    task: Task | None = None
    """The task whose step runs."""

    lane: Lane | None = None
    """Its lane."""

    by: By | None = None
    """Who is behind what is scheduled now: the lane that runs or has just ended, a timer."""

    woke_itself: By | None = None
    """The running lane is woken already; to be recorded when it has stopped."""

    written: int | None = None
    """What the thread had printed when the lane began to run, if it is to be counted."""


class Recorder:
    """Turns what the loop sees into records."""

    def __init__(self, journal: Journal, clock: Clock, sources: Sources) -> None:
        self.journal = journal
        self.clock = clock
        self.sources = sources
        self.turn = Turn()
        self._numbers = itertools.count()
        self._lanes: weakref.WeakKeyDictionary[Task, Lane | None] = weakref.WeakKeyDictionary()

    def begins(self) -> None:
        """The first record."""
        self.journal.write(
            "begins", version=VERSION, runtime="asyncio", clock=self.clock.kind, threads="one"
        )

    def appears(self, kind: str, name: str, parent: int | None, place: stack.Place | None) -> int:
        """A new lane's number."""
        lane = next(self._numbers)
        self.journal.write("appears", lane=lane, kind=kind, name=name, parent=parent, place=place)
        return lane

    def schedules(self, loop: asyncio.AbstractEventLoop, callback: Any) -> tuple[Task | None, By]:
        """A callback is put into the loop's queue: whose step it is, and who is behind it."""
        self._ends_if_done()
        by = self._behind(loop)
        task = tasks.task_of(callback)
        if task is None:
            return None, by
        if task not in self._lanes:
            self._lanes[task] = self._task_appears(loop, task)
        elif lane := self._lanes[task]:
            self._wakes(lane, by, callback)
        return task, by

    def steps(self, task: Task, step: Callable[[], None]) -> None:
        """Runs a step of a task."""
        lane = self._lanes.get(task)
        if lane is None:
            return self.calls("unknown", step)
        turn = self.turn
        before = turn.by, turn.written
        # Inside another lane, as in a call that runs a loop of its own, the outer one counts.
        turn.written = None if turn.written is not None else self.journal.written()
        self.journal.write("runs", lane=lane.number)
        turn.task, turn.lane, turn.by = task, lane, {"lane": lane.number}
        try:
            step()
        finally:
            self._ends_if_done()
            if turn.task is not None:
                self._suspends(task, lane)
            turn.task = turn.lane = turn.woke_itself = None
            turn.by, turn.written = before

    def calls(self, by: By | None, callback: Callable[[], None]) -> None:
        """Runs a callback that is no step: whom it wakes is woken by who is behind it."""
        before, self.turn.by = self.turn.by, by
        try:
            callback()
        finally:
            self.turn.by = before

    def sets_a_deadline(self, timer: asyncio.TimerHandle) -> None:
        """The running task waits no longer than to this timer."""
        if lane := self.turn.lane:
            lane.deadlines.append((timer, waits.timeout(sys._getframe(1), self.sources)))

    def stopped(self, lane: int) -> None:
        """A lane that ran on this thread stops."""
        before, now = self.turn.written, self.journal.written()
        wrote = {} if before is None or now is None else {"wrote": now - before}
        self.journal.write("stops", lane=lane, **wrote)

    def panics(self, lane: int | None, error: BaseException) -> None:
        """An exception leaves the root, or the program."""
        if getattr(error, "meanwhile_recorded", False):
            return
        error.meanwhile_recorded = True
        own: stack.Place | None = None
        for frame, line in traceback.walk_tb(error.__traceback__):
            own = stack.place(frame, self.sources, line) or own
        message = "".join(traceback.format_exception_only(error)).strip()
        # An address is another one each time.
        message = re.sub(r"0x[0-9a-f]+", "0x…", message)
        self.journal.write("panics", lane=lane, message=message, place=own)

    def limit(self) -> None:
        """The virtual clock is at its limit."""
        self.journal.write("limit", others=other_threads())

    def returns(self, others: int | None) -> None:
        """The last record."""
        self.journal.write("returns", others=others)
        self.journal.end()

    def _task_appears(self, loop: asyncio.AbstractEventLoop, task: Task) -> Lane | None:
        coroutine = task.get_coro()
        name = tasks.name_of(coroutine)
        frame = sys._getframe(1)
        is_root = not loop.is_running() and tasks.is_started(frame)
        if is_root and name in tasks.HOUSEKEEPING:
            return None
        place, library = stack.own_call(self.sources, frame)
        if library is not None and not self._is_own(coroutine):
            name = library
        kind = "root" if is_root else "task"
        parent = None if is_root or self.turn.lane is None else self.turn.lane.number
        lane = Lane(self.appears(kind, name, parent, place), kind)
        weakref.finalize(task, self._is_collected, lane).atexit = False
        return lane

    def _is_own(self, coroutine: Any) -> bool:
        code = getattr(coroutine, "cr_code", None)
        return code is not None and isinstance(self.sources.whose(code.co_filename), str)

    def _behind(self, loop: Any) -> By:
        """Who is behind what is scheduled now."""
        if self.turn.by is not None:
            return self.turn.by
        if loop._thread_id is None:
            return "unknown"  # the loop stands still: asyncio or the program, between two runs
        # What the loop runs without having queued it itself are the events of the selector.
        return "driver" if loop._thread_id == threading.get_ident() else "thread"

    def _wakes(self, lane: Lane, by: By, callback: Any) -> None:
        if lane is self.turn.lane:
            self.turn.woke_itself = "yield" if tasks.is_step(callback) else by
        else:
            self.journal.write("wakes", lane=lane.number, by=by)

    def _suspends(self, task: Task, lane: Lane) -> None:
        lane.deadlines = [one for one in lane.deadlines if tasks.is_ahead(one[0])]
        timeouts = [wait for _, wait in reversed(lane.deadlines)]
        for wait in (waits.suspension(task, self.sources), *timeouts):
            within = {"within": wait.within} if wait.within else {}
            self.journal.write("waits", lane=lane.number, on=wait.on, place=wait.place, **within)
        self.stopped(lane.number)
        if self.turn.woke_itself is not None:
            self.journal.write("wakes", lane=lane.number, by=self.turn.woke_itself)

    def _ends_if_done(self) -> None:
        """If the running task has just ended, records that before what its end sets off."""
        turn = self.turn
        if turn.task is None or turn.lane is None or not turn.task.done():
            return
        task, lane, turn.task, turn.lane = turn.task, turn.lane, None, None
        how, error = tasks.ending(task)
        if how == "panicked" and lane.kind == "root" and error is not None:
            self.panics(lane.number, error)
        self.stopped(lane.number)
        self._ends(lane, how)

    def _ends(self, lane: Lane, how: str) -> None:
        lane.kind = "ended"
        self.journal.write("ends", lane=lane.number, how=how)

    def _is_collected(self, lane: Lane) -> None:
        """Nobody refers to a task any more: if it has not ended, it never will."""
        if lane.kind != "ended":
            self._ends(lane, "cancelled")


def other_threads() -> int | None:
    """How many threads the process has beside this one, if the system tells."""
    try:
        return len(os.listdir("/proc/self/task")) - 1
    except OSError:
        return None
