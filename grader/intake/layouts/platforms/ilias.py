"""Read what ILIAS hands out: ``[Team <n>/]<last>_<first>_<login>_<number>/``, often below ``Abgaben/``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.entry import Refused
from grader.intake.layouts.tree import moments
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_program, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_NAME = re.compile(r"(?P<name>[^_\d]+(?:_[^_\d]+)*)_(?P<login>(?=[^_]*[^\W\d_]|\d{5})[^_\s]+)_(?P<user>\d+)")
"""A login is a word, or the student's number where that is long enough for one."""

_STAMP = re.compile(r"(20\d{12})_(.+)")


def _depth(parts: tuple[str, ...]) -> int:
    """Return at which depth of a path a person's folder stands, -1 for none."""
    for depth, part in enumerate(parts[:-1]):
        found = _NAME.fullmatch(part)
        if found and "_" in found["name"]:
            return depth
    return -1


def marked(download: Download) -> bool:
    """Tell whether every program lies in a folder that is named as ILIAS names them."""
    programs = [entry for entry in download.entries if is_program(entry) or entry.fault]
    return bool(programs) and all(_depth(entry.parts) >= 0 for entry in programs)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner; the folders around a person's are a team or the exercise's own."""
    for entry in download.entries:
        depth = _depth(entry.parts)
        found = _NAME.fullmatch(entry.parts[depth]) if depth >= 0 else None
        if found is None:
            yield refused(entry, sentence("left.not_named", platform="ILIAS"), doubt=True)
            continue
        around = [part for part in entry.parts[:depth] if re.match(r"team\b", part, re.IGNORECASE)]
        owner = Owner(
            found["login"],
            user=found["login"],
            name=_turned(found["name"]),
            section="/".join(around),
        )
        stamp = _STAMP.fullmatch(entry.file)
        names = names_of(entry, depth + 1)
        if stamp:
            names = (stamp[2], *names[1:])
        when = stamp[1] if stamp else ""
        yield Owned(entry, owner, names, when=when, order=moments.order(when))


def _turned(name: str) -> str:
    """Return the first name first, if it is plain which words these are."""
    words = name.split("_")
    return " ".join(words[::-1] if len(words) == 2 else words)
