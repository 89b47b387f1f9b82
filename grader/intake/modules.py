"""Which modules a program imports, and how much of its own it may bring along."""

from __future__ import annotations

import re

# What was matched once is never given back, so that no run of spaces takes long.
_DOTTED = rb"[A-Za-z_][\w.]*+(?:[ \t]++as[ \t]++\w++)?"
_LIST = _DOTTED + rb"(?:\s*+,\s*+" + _DOTTED + rb")*+"
_IMPORT = re.compile(rb"\bimport[ \t]++(" + _LIST + rb")")
_FROM = re.compile(
    rb"\bfrom[ \t]*+(\.*+)[ \t]*+((?!import\b)[A-Za-z_][\w.]*+)?+[ \t]*+import\b[ \t(\\\r\n]*+("
    + _LIST
    + rb")?"
)

HELPERS_AT_MOST = 30
"""Files that are loaded with one answer; a library is none."""

HELPERS_BYTES = 512 << 10
"""Bytes that these have together, at most."""


def imported(data: bytes, package: str = "") -> frozenset[str]:
    """Return the modules that a text imports, dotted; what it takes ``from`` one may be a module, too.

    ``package`` is what the text is a part of: dots before a name begin there.
    """
    found = {name for part in _IMPORT.findall(_FROM.sub(b"", data)) for name in _names(part)}
    for dots, module, part in _FROM.findall(data):
        above = package.split(".")[: 1 - len(dots) or None] if dots and package else []
        name = ".".join(filter(None, (*above, module.decode())))
        found |= {name, *(f"{name}.{one}".lstrip(".") for one in _names(part))}
    return frozenset(found - {""})


def _names(part: bytes) -> list[str]:
    """Return the names in a list of imports, without what they are called here."""
    return [name.split()[0].decode() for name in part.split(b",") if name.strip()]
