"""The two clocks of a recording: the program's, which may be virtual, and the wall's."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

VIRTUAL_LIMIT = 2 * 60 * 60.0
"""How many seconds the virtual clock may go."""


class Clock:
    """What both kinds have: the wall, and the time that the loop is told."""

    kind: str

    def __init__(self) -> None:
        self._began = time.monotonic_ns()

    def begin(self) -> None:
        """Sets the wall to zero."""
        self._began = time.monotonic_ns()

    def now(self) -> tuple[int, int]:
        """Microseconds since the program began: on its own clock, and on the wall."""
        wall = (time.monotonic_ns() - self._began) // 1000
        return self._at(wall), wall

    def _at(self, wall: int) -> int:
        raise NotImplementedError

    def time(self) -> float:
        """Seconds, for the loop."""
        raise NotImplementedError

    @contextmanager
    def held(self) -> Iterator[None]:
        """While a thread is at work that the loop will hear of, a virtual clock does not jump."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def hold(self) -> None:
        """One more thread is at work."""

    def release(self) -> None:
        """One of them is done."""


class RealClock(Clock):
    """Seconds take a second."""

    kind = "real"

    def _at(self, wall: int) -> int:
        return wall

    def time(self) -> float:
        return time.monotonic()


class VirtualClock(Clock):
    """Seconds take no time. All loops of a program share it: time goes on from loop to loop."""

    kind = "virtual"

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0
        self._holders = 0
        self._lock = threading.Lock()

    def _at(self, wall: int) -> int:
        return round(self._now * 1_000_000)

    def time(self) -> float:
        return self._now

    def advance(self, when: float) -> None:
        """Jumps to `when`, never back."""
        self._now = max(self._now, when)

    @property
    def is_held(self) -> bool:
        """Whether a thread is at work that the loop will hear of."""
        return self._holders > 0

    def hold(self) -> None:
        with self._lock:
            self._holders += 1

    def release(self) -> None:
        with self._lock:
            self._holders -= 1
