"""Which modules a program imports, and how much of its own it may bring along."""

from __future__ import annotations

import re

_NAME = rb"[A-Za-z_]\w*"
_IMPORT = re.compile(rb"\bimport[ \t]+([A-Za-z_][\w.]*(?:[ \t]*,[ \t]*[A-Za-z_][\w.]*)*)")
_FROM = re.compile(
    rb"\bfrom[ \t]*(\.*)[ \t]*([A-Za-z_][\w.]*)?[ \t]+import[ \t]*\(?\s*("
    + _NAME
    + rb"(?:\s*,\s*"
    + _NAME
    + rb")*)"
)

HELPERS_AT_MOST = 30
"""Files that are loaded with one answer; a library is none."""

HELPERS_BYTES = 512 << 10
"""Bytes that these have together, at most."""


def imported(data: bytes, package: str = "") -> frozenset[str]:
    """Return the modules that a text imports, dotted; what it takes ``from`` one may be a module, too.

    ``package`` is what the text is a part of: dots before a name begin there.
    """
    plain = _IMPORT.findall(_FROM.sub(b"", data))
    found = {name.decode() for group in plain for name in re.split(rb"[ \t]*,[ \t]*", group)}
    for dots, module, names in _FROM.findall(data):
        above = package.split(".")[: 1 - len(dots) or None] if dots and package else []
        name = ".".join(filter(None, (*above, module.decode())))
        found |= {name, *(f"{name}.{one.decode()}".lstrip(".") for one in re.split(rb"\s*,\s*", names))}
    return frozenset(found - {""})
