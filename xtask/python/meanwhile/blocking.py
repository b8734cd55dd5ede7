"""Calls that are handed to threads."""

import functools
import threading
from collections.abc import Callable
from concurrent import futures
from typing import Any

from meanwhile.recorder import Recorder

NAMELESS = "blocking call"


class Call:
    """One call; stands in for the executor that it is handed to.

    It has a lane from the moment it is handed over. If the executor's workers are processes, the
    lane is never seen to run.
    """

    def __init__(
        self, recorder: Recorder, executor: Any, function: Any, parent: int | None, place: Any
    ) -> None:
        self._recorder = recorder
        self._executor = executor
        self.lane = recorder.appears("blocking", name_of(function), parent, place)
        self._has_ended = False
        self._lock = threading.Lock()
        recorder.clock.hold()

    def submit(self, function: Callable[..., Any], *arguments: Any) -> "futures.Future[Any]":
        """Hands the call over. For `run_in_executor`."""
        if has_threads(self._executor):
            function = functools.partial(self._run, function)
        self._future: futures.Future[Any] = self._executor.submit(function, *arguments)
        return self._future

    def when_over(self, wake: Callable[[], None]) -> None:
        """From the end of the call on, the clock may jump again. `wake` wakes the loop."""
        self._future.add_done_callback(functools.partial(self._over, wake))

    def is_refused(self) -> None:
        """The executor does not take it."""
        self._ends("cancelled")
        self._recorder.clock.release()

    def _run(self, function: Callable[..., Any], *arguments: Any) -> Any:
        turn = self._recorder.turn
        turn.by = {"lane": self.lane}
        turn.written = self._recorder.journal.written()
        self._recorder.journal.write("runs", lane=self.lane)
        how = "panicked"
        try:
            result = function(*arguments)
            how = "done"
            return result
        finally:
            self._recorder.stopped(self.lane)
            turn.written = None
            self._ends(how)

    def _over(self, wake: Callable[[], None], future: "futures.Future[Any]") -> None:
        if future.cancelled():
            self._ends("cancelled")
        else:
            self._ends("done" if future.exception() is None else "panicked")
        if self._recorder.turn.by == {"lane": self.lane}:
            self._recorder.turn.by = None
        self._recorder.clock.release()
        wake()

    def _ends(self, how: str) -> None:
        with self._lock:
            if self._has_ended:
                return
            self._has_ended = True
        self._recorder.journal.write("ends", lane=self.lane, how=how)


def has_threads(executor: Any) -> bool:
    """Whether an executor's workers are threads of this interpreter."""
    interpreters = getattr(futures, "InterpreterPoolExecutor", ())
    return isinstance(executor, futures.ThreadPoolExecutor) and not isinstance(
        executor, interpreters
    )


def name_of(function: Any) -> str:
    """The name of what is called, without what `to_thread` wraps around it."""
    while isinstance(function, functools.partial):
        wraps = getattr(function.func, "__name__", "") == "run" and function.args
        function = function.args[0] if wraps else function.func
    name = getattr(function, "__name__", NAMELESS)
    return NAMELESS if name == "<lambda>" else name
