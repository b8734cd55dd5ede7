"""The frames of a suspended coroutine, and of a call."""

import asyncio
import gc
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import AsyncGeneratorType, CodeType, CoroutineType, FrameType, GeneratorType
from typing import Any

from meanwhile.sources import Foreign, Sources

Place = dict[str, Any]
Frame = dict[str, Any]

OPAQUE = {"async_generator_asend", "async_generator_athrow", "coroutine_wrapper", "anext_awaitable"}
"""Types of the interpreter's that hold what is awaited and have no name for it."""

LOOP = asyncio.BaseEventLoop.run_forever.__code__


def suspended(awaited: Any) -> Iterator[FrameType]:
    """The frames of a suspended coroutine, outermost first, down to the future that it awaits."""
    while awaited is not None:
        if isinstance(awaited, CoroutineType):
            frame, awaited = awaited.cr_frame, awaited.cr_await
        elif isinstance(awaited, GeneratorType):
            frame, awaited = awaited.gi_frame, awaited.gi_yieldfrom
        elif isinstance(awaited, AsyncGeneratorType):
            frame, awaited = awaited.ag_frame, awaited.ag_await
        elif type(awaited).__name__ in OPAQUE:
            frame, awaited = None, inside(awaited)
        else:
            return
        if frame is not None:
            yield frame


def inside(opaque: Any) -> Any:
    """The generator or coroutine that an object of an opaque type drives."""
    known = (AsyncGeneratorType, CoroutineType, GeneratorType)
    held = gc.get_referents(opaque)
    first = next((one for one in held if isinstance(one, known)), None)
    return first or next((one for one in held if type(one).__name__ in OPAQUE), None)


def callers(frame: FrameType | None) -> Iterator[FrameType]:
    """A call and its callers, innermost first, as far as to the loop that runs them."""
    while frame is not None and frame.f_code is not LOOP:
        yield frame
        frame = frame.f_back


def place(frame: FrameType, sources: Sources, line: int | None = None) -> Place | None:
    """Where a frame is, if it is the program's own."""
    file = sources.whose(frame.f_code.co_filename)
    if isinstance(file, Foreign):
        return None
    if line is not None:
        return {"file": file, "line": line, "column": 0}
    return {"file": file, "line": frame.f_lineno or 0, "column": column(frame)}


def column(frame: FrameType) -> int:
    """The column of what a frame is at, from 1; 0 if unknown."""
    columns = columns_of(frame.f_code)
    at = frame.f_lasti // 2
    return columns[at] if 0 <= at < len(columns) else 0


@lru_cache(maxsize=1000)
def columns_of(code: CodeType) -> list[int]:
    """The column of each instruction."""
    return [0 if start is None else start + 1 for _, _, start, _ in code.co_positions()]


def within(frames: Iterable[FrameType], sources: Sources) -> list[Frame]:
    """The program's own functions among some frames, and where each is, in the same order."""
    places = ((frame.f_code.co_name, place(frame, sources)) for frame in frames)
    return [
        {"name": name, "place": own}
        for name, own in places
        if own is not None and not name.startswith("<")
    ]


def own_call(sources: Sources, frame: FrameType | None) -> tuple[Place | None, str | None]:
    """The line of the program that called into asyncio; or the library that did so, by name."""
    for caller in callers(frame):
        whose = sources.whose(caller.f_code.co_filename)
        if whose is Foreign.LIBRARY:
            return None, caller.f_globals.get("__name__", "").partition(".")[0] or None
        if not isinstance(whose, Foreign):
            return place(caller, sources), None
    return None, None
