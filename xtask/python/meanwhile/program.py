"""The file is run as python3 would run it."""

import ast
import atexit
import builtins
import importlib
import importlib.machinery
import importlib.util
import io
import os
import sys
from types import ModuleType, TracebackType
from typing import Any

from meanwhile.recorder import Recorder, other_threads
from meanwhile.sources import PACKAGE, Foreign, Sources


def load(path: str) -> bytes:
    """The program's text."""
    with io.open_code(os.path.abspath(path)) as file:
        return file.read()


def take_the_stage(arguments: list[str]) -> None:
    """From here on arguments and imports are the program's."""
    sys.argv = arguments
    if not sys.flags.safe_path:
        sys.path[0] = os.path.dirname(os.path.realpath(arguments[0]))


def run(text: bytes, path: str, recorder: Recorder) -> None:
    """Runs the program as `__main__`. Returns, raises and exits as it does."""
    path = os.path.abspath(path)
    main = ModuleType("__main__")
    main.__file__ = path
    main.__loader__ = importlib.machinery.SourceFileLoader("__main__", path)
    main.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = main
    returned: list[int | None] = []
    # Run when all threads have ended and all that the program itself has registered is done.
    atexit.register(lambda: returned and recorder.returns(returned[0]))
    try:
        exec(compile(text, path, "exec", dont_inherit=True), main.__dict__)
    except SystemExit:
        returned.append(other_threads())
        raise
    except BaseException as error:
        recorder.panics(None, error)
        leave_out_own_frames()
        raise
    returned.append(other_threads())


def import_libraries(path: str) -> None:
    """Imports what the program imports first of all and did not write itself.

    On a real clock it would count as the program's time: loading a large library takes longer than
    a program's delays.
    """
    try:
        tree = ast.parse(load(path))
    except (SyntaxError, ValueError):
        return  # said when the program is run
    sources = Sources(path)
    for name in imported(tree.body):
        try:
            found = importlib.util.find_spec(name.partition(".")[0])
            if found and found.origin and isinstance(sources.whose(found.origin), Foreign):
                importlib.import_module(name)
        except Exception:
            continue  # said when the program is run


def imported(statements: list[ast.stmt]) -> list[str]:
    """The modules that are imported before anything runs, inside `try` too."""
    names: list[str] = []
    for statement in statements:
        match statement:
            case ast.Import():
                names += [alias.name for alias in statement.names]
            case ast.ImportFrom(module=str(module), level=0):
                names.append(module)
            case ast.Try():
                names += imported(statement.body)
    return names


def leave_out_own_frames() -> None:
    """Whoever prints an exception that nobody has caught prints it without this package's calls."""
    hook = sys.excepthook

    def print_exception(kind: Any, error: BaseException, frames: TracebackType | None) -> None:
        seen: set[int] = set()
        rest: list[BaseException | None] = [error]
        while rest:
            one = rest.pop()
            if one is None or id(one) in seen:
                continue
            seen.add(id(one))
            one.__traceback__ = without_own_frames(one.__traceback__)
            rest += [one.__cause__, one.__context__, *getattr(one, "exceptions", ())]
        hook(kind, error, error.__traceback__)

    sys.excepthook = print_exception


def without_own_frames(frames: TracebackType | None) -> TracebackType | None:
    """A traceback without the calls of this package and of what started it."""
    kept: list[TracebackType] = []
    while frames is not None:
        file = frames.tb_frame.f_code.co_filename
        if file != "<frozen runpy>" and not file.startswith(f"{PACKAGE}{os.sep}"):
            kept.append(frames)
        frames = frames.tb_next
    rest: TracebackType | None = None
    for frame in reversed(kept):
        rest = TracebackType(rest, frame.tb_frame, frame.tb_lasti, frame.tb_lineno)
    return rest
