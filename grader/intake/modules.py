"""Which modules a program imports, and how much of its own it may bring along."""

from __future__ import annotations

import re

_IMPORTS = re.compile(rb"\b(?:from|import)\s+(\.*[A-Za-z_][\w.]*(?:[ \t]*,[ \t]*[A-Za-z_][\w.]*)*)")

HELPERS_AT_MOST = 30
"""Files that are loaded with one answer; a library is none."""

HELPERS_BYTES = 512 << 10
"""Bytes that these have together, at most."""


def imported(data: bytes) -> frozenset[str]:
    """Return the modules that a text imports, dotted."""
    found = (name for group in _IMPORTS.findall(data) for name in re.split(rb"[ \t]*,[ \t]*", group))
    return frozenset(name.decode().lstrip(".") for name in found)
