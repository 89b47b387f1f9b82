"""What a program's text tells without being run: the functions that it defines, the modules that it imports.

Words are enough for that, so that a notebook, a file with an error and ten thousand files are no trouble.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from grader.errors import UsageError
from grader.intake import naming
from grader.intake.entry import Entry
from grader.intake.layouts.tree import levels
from grader.intake.layouts.tree.found import Owned
from grader.intake.modules import HELPERS_AT_MOST, HELPERS_BYTES, imported
from grader.intake.notebooks import document

_DEFINES = re.compile(rb"\b(?:def|class)\s+([A-Za-z_]\w*)")

_SIGNATURE = re.compile(r"\bdef\s+([A-Za-z_]\w*)\s*\(([^()]*)\)")
"""A function's head without calls in it."""

PACKAGE = "__init__"
"""The file with a package's own text."""

_NUMBERED = re.compile(r"-\d{1,3}$")


def defined(entry: Entry) -> frozenset[str]:
    """Return the names of the functions and classes that a file defines; none where it cannot be read."""
    return frozenset(name.decode() for name in _DEFINES.findall(text(entry)))


def asked_by(stub: str) -> frozenset[str]:
    """Return the functions and classes that a stub asks for."""
    return frozenset(re.findall(r"^(?:def|class)\s+(\w+)", stub, re.MULTILINE))


def words(entry: Entry) -> frozenset[str]:
    """Return every word of a file's text."""
    return frozenset(word.decode() for word in re.findall(rb"[A-Za-z_]\w*", text(entry)))


def parameters(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """Return the names of every function's parameters, of several of one name the last."""
    return parameters_of(text(entry).decode("utf-8", "replace"))


def parameters_of(source: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names of every function's parameters in a text."""
    return {
        name: tuple(re.findall(r"(?:^|,)\s*\**(\w+)", re.sub(r"\[[^\]]*\]", "", said)))
        for name, said in _SIGNATURE.findall(source)
    }


def text(entry: Entry) -> bytes:
    """Return a file's bytes; in a notebook's strings, every line on its own."""
    data = content(entry)
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data.replace(b"\\n", b"\n") if document.is_notebook(data, entry.file) else data


@lru_cache(maxsize=256)
def content(entry: Entry) -> bytes:
    """Return a file's bytes, nothing where it cannot be read: the grading will say so."""
    try:
        return entry.data()
    except UsageError:
        return b""


def helpers(answer: Owned, beside: list[Owned]) -> Mapping[str, Entry]:
    """Return the files of the same hand-in that an answer imports, by the modules' names."""
    known = _modules(answer, beside)
    found: dict[str, Entry] = {}
    todo = [("", text(answer.entry))]
    size = 0
    while todo:
        package, importing = todo.pop()
        for name in sorted(imported(importing, package)):
            for module in _steps(name, known):
                if module in found or len(found) >= HELPERS_AT_MOST:
                    continue
                data = content(known[module])
                size += len(data)
                if size <= HELPERS_BYTES:
                    found[module] = known[module]
                    is_package = naming.stem(known[module].file) == PACKAGE
                    todo.append((module if is_package else module.rpartition(".")[0], data))
    return found


def _steps(name: str, known: Mapping[str, Entry]) -> list[str]:
    """Return the known modules on the way to a dotted one: ``a`` and ``a.b`` of ``a.b``."""
    words = name.split(".")
    return [module for end in range(1, len(words) + 1) if (module := ".".join(words[:end])) in known]


def _modules(answer: Owned, beside: list[Owned]) -> Mapping[str, Entry]:
    """Return the scripts beside an answer, by the names under which it would import them.

    The nearest counts: one in the same folder before one in another, and never a draft; then the newest.
    What a platform has put behind a name that was handed in before, ``tools-1.py``, is not part of it. A
    folder above the answer's own may be where it is run from: then its own folder is a package.
    """
    home = _folders(answer)
    known: dict[str, Entry] = {}
    rows = sorted(
        beside, key=lambda one: (_folders(one) != home, len(_folders(one)), -one.order, one.entry.path)
    )
    usable = [
        one
        for one in rows
        if one.entry != answer.entry
        and naming.kind(one.names[0]) == "py"
        and not any(map(levels.is_draft, _folders(one)))
    ]
    for one in usable:
        _offer(known, _folders(one)[len(home) :] if _folders(one)[: len(home)] == home else (), one)
    for depth in range(len(home) - 1, -1, -1):
        for one in usable:
            if (folders := _folders(one))[:depth] == home[:depth]:
                _offer(known, folders[depth:], one)
    return known


def _offer(known: dict[str, Entry], below: tuple[str, ...], one: Owned) -> None:
    """Put a script down as the module that it is in these folders, a package's own text as the package."""
    stem = _NUMBERED.sub("", naming.plain(one.names[0]))
    is_package = naming.stem(one.names[0]) == PACKAGE
    words = below if is_package else (*below, stem)
    if words and all(word.isidentifier() for word in words):
        known.setdefault(".".join(words), one.entry)
        if not is_package:
            known.setdefault(stem, one.entry)


def _folders(one: Owned) -> tuple[str, ...]:
    """Return the folders in which a file lies."""
    return PurePosixPath(one.entry.path).parts[:-1] if not one.entry.inside else one.entry.inner[:-1]
