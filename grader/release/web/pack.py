"""Pack what grades in a browser into one zip: our own modules, the report's templates, and Jinja."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import jinja2
import markupsafe

from grader.release.written import entry
from grader.report.templates import PACKAGE, TEMPLATES

ROOMS = (
    *("errors.py", "inside", "words", "numbers", "keys", "intake", "grading", "report"),
    *("release/__init__.py", "release/web/__init__.py", "release/web/judge.py"),
)
"""What the judge imports: all of a room, or one of its files."""

UNUSED = ("keys/making", "intake/layouts")
"""What of these rooms no grading needs."""

KINDS = (".py", ".toml", ".mo")
"""Modules, and the sentences that they say, in every language."""


def engine(own: Path) -> bytes:
    """Return the zip; the same modules give the same bytes. A course's own templates come before ours."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files(own).items()):
            archive.writestr(entry(name), content)
    return data.getvalue()


def files(own: Path) -> dict[str, bytes]:
    """Return the files by their paths in the zip."""
    paths = [PACKAGE / "__init__.py", *(path for room in ROOMS for path in within(PACKAGE / room))]
    ours = {f"grader/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes() for path in paths}
    kept = {name: data for name, data in ours.items() if not any(f"grader/{un}/" in name for un in UNUSED)}
    return {**kept, **templates(own), **library(jinja2), **library(markupsafe)}


def within(path: Path) -> Iterator[Path]:
    """Yield the modules and sentences of a folder, or the file itself."""
    found = path.rglob("*") if path.is_dir() else iter([path])
    return (one for one in found if one.suffix in KINDS)


def templates(own: Path) -> dict[str, bytes]:
    """Return the templates of a report."""
    folders = [one for one in (*reversed(TEMPLATES), own) if one.is_dir()]
    found = [path for folder in folders for kind in ("*.j2", "*.css", "*.js") for path in folder.glob(kind)]
    return {f"grader/templates/{path.name}": path.read_bytes() for path in found}


def library(module: object) -> dict[str, bytes]:
    """Return a library's modules in pure Python, and its licence."""
    folder = Path(str(module.__file__)).parent  # type: ignore[attr-defined]
    found = {f"{folder.name}/{path.name}": path.read_bytes() for path in folder.glob("*.py")}
    for path in metadata.files(folder.name) or ():
        if path.name.upper().startswith("LICEN"):
            found[f"{folder.name}/{path.name}"] = path.read_binary()
    return found
