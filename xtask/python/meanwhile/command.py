"""The command line and the environment."""

import os
import sys
from typing import NoReturn

from meanwhile import program
from meanwhile.clock import Clock, RealClock, VirtualClock
from meanwhile.journal import Journal, take_stdout
from meanwhile.loop import install
from meanwhile.recorder import Recorder
from meanwhile.sources import Sources

USAGE = """\
Runs an asyncio program and writes what its tasks do into its stdout, between the printed lines.

    MEANWHILE_RECORD=MARK python3 -m meanwhile PROGRAM.py [ARGS…]

MEANWHILE_RECORD  what each record begins with, after the byte 0x1E: a word that the program does
                  not print. The crate `records` says what follows it.
MEANWHILE_CLOCK   `real` keeps the real clock. Without it seconds take no time: the loop's clock
                  jumps to the next timer when nothing can run. A program that blocks its thread,
                  opens a socket or starts threads needs the real one.

Exit codes: the program's own; 2 if it could not be started; 86 if the virtual clock came to two
hours, because all tasks wait or because a timer fires for ever.
"""

MISUSED = 2


def main(arguments: list[str]) -> None:
    """Runs the program that the arguments name; on its own errors ends the process."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return
    mark = os.environ.get("MEANWHILE_RECORD", "")
    if not mark or "\n" in mark:
        refuse(
            "MEANWHILE_RECORD is to hold the mark that each record begins with: "
            "MEANWHILE_RECORD=mark python3 -m meanwhile PROGRAM.py"
        )
    if not arguments:
        refuse("no program was named: python3 -m meanwhile PROGRAM.py [ARGS…]")
    path = arguments[0]
    try:
        text = program.load(path)
    except OSError as error:
        refuse(f"{path} cannot be read ({error.strerror}): name a Python file, such as src/main.py")
    clock = chosen_clock()
    program.take_the_stage(arguments)
    if clock.kind == "real":
        program.import_libraries(path)
    recorder = record(path, clock, mark)
    program.run(text, path, recorder)


def chosen_clock() -> Clock:
    """The clock that the environment asks for."""
    chosen = os.environ.get("MEANWHILE_CLOCK") or "virtual"
    if chosen not in ("virtual", "real"):
        refuse(f"there is no clock `{chosen}`: MEANWHILE_CLOCK is `real`, or is left out")
    return RealClock() if chosen == "real" else VirtualClock()


def record(path: str, clock: Clock, mark: str) -> Recorder:
    """From here on all that asyncio does is recorded."""
    if sys.stdout is None:
        refuse("stdout is closed, and records go there: give it a pipe or a file")
    clock.begin()
    journal = Journal(mark, take_stdout(), clock)
    recorder = Recorder(journal, clock, Sources(path))
    recorder.begins()
    install(recorder)
    return recorder


def refuse(what: str) -> NoReturn:
    """Says what is wrong and what to type, and ends the process."""
    print(f"meanwhile: {what}", file=sys.stderr)
    sys.exit(MISUSED)
