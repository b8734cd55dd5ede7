"""Which source files are the program's own."""

import os
import site
import sysconfig
from enum import Enum
from functools import cache
from pathlib import Path

MANIFESTS = ("Cargo.toml", "pyproject.toml")
"""A folder that holds one of these is a package's."""

PACKAGE = Path(__file__).resolve().parent


class Foreign(Enum):
    """Whose a file is that is not the program's."""

    STANDARD = "the standard library's, or this package's"
    LIBRARY = "an installed library's"


class Sources:
    """Tells the program's own files from others."""

    def __init__(self, program: str) -> None:
        self._called_in = Path.cwd()
        file = Path(program).resolve()
        self.folder = next(
            (folder for folder in file.parents if any((folder / m).exists() for m in MANIFESTS)),
            file.parent,
        )
        paths = sysconfig.get_paths()
        self._standard = [Path(paths[key]).resolve() for key in ("stdlib", "platstdlib")]
        self._standard.append(PACKAGE)
        installed = [paths["purelib"], paths["platlib"], *site.getsitepackages()]
        self._installed = [Path(path).resolve() for path in installed]
        self.whose = cache(self._whose)

    def _whose(self, file: str) -> str | Foreign:
        """The path below the program's folder, with slashes; or whose the file is instead."""
        if file.startswith("<"):
            return Foreign.STANDARD  # frozen, or made at run time: `<frozen runpy>`, `<string>`
        path = (self._called_in / file).resolve()
        if any(path.is_relative_to(folder) for folder in self._installed):
            return Foreign.LIBRARY
        if any(path.is_relative_to(folder) for folder in self._standard):
            return Foreign.STANDARD
        if not path.is_relative_to(self.folder) or "site-packages" in path.parts:
            return Foreign.LIBRARY
        return str(path.relative_to(self.folder)).replace(os.sep, "/")
