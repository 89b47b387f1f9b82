"""Find the Python that runs in browsers, Pyodide: in a folder that is copied, or at an address."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import UsageError

PUBLIC = "https://cdn.jsdelivr.net/pyodide/v0.27.7/full/"
"""The public distribution, as Pyodide's own documentation names it."""

LOCK = "pyodide-lock.json"

CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", LOCK)
"""What a browser loads before any package; NumPy's file is named in the lock."""

FOLDER = "pyodide/"
"""Where a copied distribution lies below the page's own folder."""

EARLIEST = (3, 11)
"""The Python that the grader needs."""


@dataclass(frozen=True)
class Pyodide:
    """A distribution: its address as the page sees it, and the files that are copied, none for an address."""

    base: str
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        """The server it comes from, empty where it is the page's own."""
        scheme, mark, rest = self.base.partition("://")
        return scheme + mark + rest.partition("/")[0] if mark else ""


def at(source: str) -> Pyodide:
    """Return the distribution in a folder, or at an address that begins with https:// (or http://).

    Raises:
        UsageError: the folder holds no distribution with NumPy, or a damaged one.
    """
    if source.startswith(("https://", "http://")):
        return Pyodide(source.rstrip("/") + "/")
    folder = Path(source)
    if not folder.is_dir():
        raise UsageError(f"{source}: is no folder and no address; name one with --pyodide, or leave it out")
    lock = read_lock(folder)
    package = lock["packages"]["numpy"]
    names = (*CORE, package["file_name"])
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise UsageError(f"{folder}: lacks {', '.join(missing)}; unpack Pyodide's full distribution there")
    files = {FOLDER + name: (folder / name).read_bytes() for name in names}
    if hashlib.sha256(files[FOLDER + package["file_name"]]).hexdigest() != package["sha256"]:
        raise UsageError(f"{folder / package['file_name']}: is damaged; unpack Pyodide's distribution again")
    return Pyodide(FOLDER, files)


def read_lock(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return a distribution's list of packages.

    Raises:
        UsageError: there is none, it has no NumPy, or its Python is too old.
    """
    path = folder / LOCK
    try:
        lock: dict[str, dict[str, dict[str, str]]] = json.loads(path.read_text(encoding="utf-8"))
        found = tuple(int(part) for part in str(lock["info"]["python"]).split(".")[:2])
        package = lock["packages"]["numpy"]
        package["file_name"], package["sha256"]
    except (OSError, ValueError, LookupError, TypeError) as fault:
        raise UsageError(
            f"{path}: is no list of Pyodide's packages with NumPy ({fault!r}); name the folder of its full "
            "distribution, version 0.26 or newer"
        ) from None
    if found < EARLIEST:
        raise UsageError(f"{path}: is of Python {found[0]}.{found[1]}; the grader needs 3.11 or newer")
    return lock
