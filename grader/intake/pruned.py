"""Leave out whole folders that hold no student's work: environments, libraries, version control, caches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from grader.words.catalogue import sentence

REASONS: tuple[tuple[str, str], ...] = (
    (r"\.(?:virtual)?v?env|\.conda|(?:mini|ana)conda\d?", "left.environment"),
    (r"site-packages|dist-packages|node_modules|\.tox|\.nox|\.eggs", "left.libraries"),
    (r"\.git|\.hg|\.svn|\.bzr", "left.control"),
    (r"__MACOSX|\.(?!ipynb_checkpoints$)[^.].*|__pycache__", "left.junk"),
)
"""Folders by their names, and the sentence that says what they are. The first that fits counts."""

_NAMED = tuple((re.compile(pattern), why) for pattern, why in REASONS)

ENVIRONMENT = frozenset({"pyvenv.cfg", "conda-meta"})
"""What lies at the top of a virtual environment, whatever its folder is called."""

_LIBRARY = re.compile(r"lib(?:64)?/python\d(?:\.\d+)?|torch/(?:nn|optim)", re.IGNORECASE)
"""A folder and the one around it: of an environment that has lost its name, or a copy of PyTorch itself."""


def why(folder: str) -> str:
    """Say why a folder of that path is left out; an empty text for one to look into."""
    name = PurePosixPath(folder).name
    for pattern, reason in _NAMED:
        if pattern.fullmatch(name):
            return sentence(reason)
    inner = "/".join(PurePosixPath(folder).parts[-2:])
    return sentence("left.libraries") if _LIBRARY.fullmatch(inner) else ""


def environments(names: Iterable[str]) -> frozenset[str]:
    """Return the folders that are environments by what lies in them."""
    found = set()
    for name in names:
        path = PurePosixPath(name)
        # One at the very top would be the folder that was named: then somebody means it.
        if path.name in ENVIRONMENT and len(path.parts) > 1:
            found.add(str(path.parent))
        elif path.parent.name == "conda-meta" and len(path.parts) > 2:
            found.add(str(path.parent.parent))
    return frozenset(found)


def above(name: str, known: frozenset[str]) -> tuple[str, str]:
    """Return the uppermost folder above a file that is left out, and why; empty texts for none."""
    parts = PurePosixPath(name).parts
    for depth in range(1, len(parts)):
        folder = "/".join(parts[:depth])
        reason = sentence("left.environment") if folder in known else why(folder)
        if reason:
            return folder, reason
    return "", ""
