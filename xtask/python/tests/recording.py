"""Runs a program in the recorder and takes records and printed bytes apart."""

import json
import os
import subprocess
import sys
import tempfile
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGES = Path(__file__).resolve().parent.parent
MARK = "a7f3"
OPENING = b"\x1e" + MARK.encode()
LONGEST = 4096


@dataclass
class Recording:
    """What a program did."""

    stdout: bytes
    stderr: str
    code: int

    def __post_init__(self) -> None:
        self.printed, self.records, self._after = b"", [], []
        rest = self.stdout
        while OPENING in rest:
            before, rest = rest.split(OPENING, 1)
            frame, rest = rest.split(b"\n", 1)
            assert len(OPENING) + len(frame) + 1 < LONGEST, "a record is one short write"
            self.printed += before
            self.records.append(json.loads(frame))
            self._after.append(len(self.printed))
        self.printed += rest

    @property
    def lines(self) -> list[str]:
        """The printed lines."""
        return self.printed.decode().splitlines()

    @property
    def names(self) -> dict[int, str]:
        """The lanes, with a number where several are called the same."""
        given = [(one["lane"], one["name"]) for one in self.of("appears")]
        names, all_names = {}, [name for _, name in given]
        for place, (lane, name) in enumerate(given):
            number = all_names[:place].count(name) + 1
            names[lane] = f"{name}#{number}" if all_names.count(name) > 1 else name
        return names

    def of(self, event: str) -> list[dict[str, Any]]:
        """The records of one kind."""
        return [record for record in self.records if record["is"] == event]

    def lane(self, name: str) -> int:
        """The number of the lane of this name."""
        return next(lane for lane, known in self.names.items() if known == name)

    def waits(self, name: str) -> list[str]:
        """What a lane waited on, and at which line."""
        own = [one for one in self.of("waits") if one["lane"] == self.lane(name)]
        return [f"{one['on']} at {one['place'] and one['place']['line']}" for one in own]

    def wakes(self, name: str) -> list[str]:
        """Who woke a lane."""
        return [self.who(one["by"]) for one in self.of("wakes") if one["lane"] == self.lane(name)]

    def ends(self) -> dict[str, str]:
        """How the lanes ended, in the order in which they did."""
        return {self.names[one["lane"]]: one["how"] for one in self.of("ends")}

    def who(self, by: Any) -> str:
        return by if isinstance(by, str) else self.names[by["lane"]]

    def story(self) -> list[str]:
        """A line for each record, and for each printed line, with the lane that ran."""
        story, shown, running = [], 0, None
        for record, after in zip(self.records, self._after):
            while (end := self.printed.find(b"\n", shown, after)) >= 0:
                text = self.printed[shown:end].decode()
                story.append(f"{self.names.get(running, 'outside')} prints {text}")
                shown = end + 1
            story.append(f"{record['at'] / 1_000_000:g} s  {self._words(record)}")
            running = {"runs": record.get("lane"), "stops": None}.get(record["is"], running)
        return story

    def _words(self, record: dict[str, Any]) -> str:
        lane = self.names.get(record.get("lane"), "nobody")
        place = record.get("place")
        at = f" at {place['line']}" if place else ""
        match record["is"]:
            case "appears":
                parent = record["parent"]
                by = "" if parent is None else f" by {self.names[parent]}"
                return f"{lane} appears: {record['kind']}{by}{at}"
            case "waits":
                within = [frame["name"] for frame in record.get("within", [])]
                return f"{lane} waits: {record['on']}{at} in {' in '.join(within)}"
            case "wakes":
                return f"{lane} is woken by {self.who(record['by'])}"
            case "ends":
                return f"{lane} ends: {record['how']}"
            case "panics":
                return f"{lane} panics: {record['message']}{at}"
            case "runs" | "stops":
                return f"{lane} {record['is']}"
            case event:
                return event


def command(file: str, *arguments: str, recorded: bool = True) -> list[str]:
    """What starts a program."""
    return [sys.executable, *(["-m", "meanwhile"] if recorded else []), file, *arguments]


def environment(clock: str | None = None, **variables: str) -> dict[str, str]:
    """A program's environment."""
    own = {"PYTHONPATH": str(PACKAGES), "MEANWHILE_RECORD": MARK, "PYTHONDONTWRITEBYTECODE": "1"}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MEANWHILE_")}
    chosen = {} if clock is None else {"MEANWHILE_CLOCK": clock}
    return {**kept, **own, **chosen, **variables}


def record(
    source: str,
    *,
    clock: str | None = None,
    recorded: bool = True,
    helper: str = "",
    **variables: str,
) -> Recording:
    """Runs a program, and beside it the module `helper`, to its end. Its first line is line 1."""
    with tempfile.TemporaryDirectory() as folder:
        write(folder, source)
        (Path(folder) / "helper.py").write_text(helper)
        done = subprocess.run(
            command("program.py", recorded=recorded),
            cwd=folder,
            env=environment(clock, **variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=300,
        )
    return Recording(done.stdout, done.stderr.decode(), done.returncode)


def write(folder: str, source: str) -> None:
    """The program's file."""
    (Path(folder) / "program.py").write_text(textwrap.dedent(source).lstrip("\n"))
