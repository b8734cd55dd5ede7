"""Where records go: the program's own stdout, in one order with what it prints."""

import io
import itertools
import json
import os
import sys
import threading
from typing import Any

from meanwhile.clock import Clock

SEPARATOR = b"\x1e"

LONGEST = 4096
"""A frame is shorter, in bytes: what POSIX lets a pipe take in one piece."""

MOST_LETTERS = 500
"""How much of a text is kept where a record would be too long."""


class Written(threading.local):
    """What each thread has printed."""

    bytes = 0


class Stdout(io.TextIOWrapper):
    """Passes a line on as soon as it ends, and counts what each thread prints."""

    def __init__(self, buffer: Any, **options: Any) -> None:
        super().__init__(buffer, line_buffering=True, **options)
        self.mode = "w"
        self.counts = False
        self._written = Written()

    def write(self, text: str) -> int:
        if self.counts:
            self._written.bytes += len(text.encode(self.encoding, self.errors or "strict"))
        return super().write(text)

    def written_by_this_thread(self) -> int:
        """How many bytes."""
        return self._written.bytes


def take_stdout() -> Stdout:
    """Puts a `Stdout` in the place of the interpreter's, on the same file."""
    before = sys.stdout
    encoding, errors = before.encoding, before.errors
    before.flush()
    newline = None if os.linesep != "\n" else "\n"
    stdout = Stdout(before.detach(), encoding=encoding, errors=errors, newline=newline)
    sys.stdout = sys.__stdout__ = stdout
    return stdout


class Journal:
    """Writes framed records."""

    def __init__(self, mark: str, stdout: Stdout, clock: Clock) -> None:
        self._opening = SEPARATOR + mark.encode()
        self._stdout = stdout
        # A descriptor of its own: the program may close its stdout.
        self._file = os.dup(stdout.fileno())
        self._clock = clock
        self._threads = itertools.count()
        self._thread = threading.local()
        self._is_over = False
        stdout.counts = clock.kind == "real"
        # A child that was forked prints, and knows nothing of the program's lanes.
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.end)

    def write(self, event: str, **fields: Any) -> None:
        """Writes one record, in one call, with the number of the calling thread."""
        if self._is_over:
            return
        at, wall = self._clock.now()
        record = {
            "at": at,
            "wall": wall,
            "thread": self._number_of_thread(),
            "is": event,
            **fields,
        }
        frame = framed(self._opening, record)
        self._flush()
        try:
            while frame:
                frame = frame[os.write(self._file, frame) :]
        except OSError:
            # Nobody reads any more: the runner has gone, and with it the reason to run.
            os._exit(1)

    def end(self) -> None:
        """No record comes after this."""
        self._is_over = True

    def written(self) -> int | None:
        """How many bytes the calling thread has printed; `None` where nobody needs to know."""
        return self._stdout.written_by_this_thread() if self._stdout.counts else None

    def _flush(self) -> None:
        """What is printed comes before the record, half a line too."""
        try:
            self._stdout.flush()
        except (ValueError, RuntimeError):
            pass  # closed by the program; or flushed by this very thread, in a finalizer
        except BrokenPipeError:
            os._exit(1)
        except OSError:
            pass  # the program will hear of it when it prints

    def _number_of_thread(self) -> int:
        try:
            return self._thread.number
        except AttributeError:
            self._thread.number = next(self._threads)
            return self._thread.number


def framed(opening: bytes, record: dict[str, Any]) -> bytes:
    """A record as it stands in stdout.

    One that would be too long is shortened: first its frames go, then its texts are cut.
    """
    frame = in_full(opening, record)
    if len(frame) < LONGEST:
        return frame
    shorter = {key: value for key, value in record.items() if key != "within"}
    for text in ("name", "message"):
        if len(shorter.get(text, "")) > MOST_LETTERS:
            shorter[text] = shorter[text][:MOST_LETTERS] + "…"
    frame = in_full(opening, shorter)
    if len(frame) < LONGEST:
        return frame
    return in_full(opening, {**shorter, "place": None})


def in_full(opening: bytes, record: dict[str, Any]) -> bytes:
    """A frame, however long."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return opening + text.encode(errors="replace") + b"\n"
