"""Read what Sakai hands out: ``<assignment>/<Last, First>(<login>)/Submission attachment(s)/``, and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.entry import Entry, Refused
from grader.intake.layouts.platforms.nbgrader import timestamp
from grader.intake.layouts.tree import code, moments
from grader.intake.layouts.tree.found import (
    TYPED,
    Asked,
    Download,
    Owned,
    is_of_most,
    is_program,
    names_of,
    refused,
)
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_NAME = re.compile(r"(?P<name>[^/]+?) ?\((?P<login>[^()/]{2,})\)")
_HANDED_IN = "Submission attachment(s)"
_TIME = "timestamp.txt"


def _depth(parts: tuple[str, ...]) -> int:
    """Return at which depth of a path a person's folder stands, -1 for none."""
    return next((depth for depth, part in enumerate(parts[:-1]) if _NAME.fullmatch(part)), -1)


def marked(download: Download) -> bool:
    """Tell whether Sakai's folder for what was handed in, or its time, lies in most people's folders."""
    return is_of_most(download, _marked)


def _marked(entry: Entry) -> int:
    """Return how many parts of a path lead to a person's folder, 0 where nothing of Sakai's lies in it."""
    depth = _depth(entry.parts)
    return depth + 1 if depth >= 0 and entry.parts[depth + 1] in (_HANDED_IN, _TIME) else 0


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner and the time of handing in; what was given back is nobody's work."""
    times = {one.parts[:-1]: timestamp(one)[:14] for one in download.entries if one.parts[-1] == _TIME}
    for entry in download.entries:
        depth = _depth(entry.parts)
        found = _NAME.fullmatch(entry.parts[depth]) if depth >= 0 else None
        if found is None:
            yield refused(entry, sentence("left.sakai"), doubt=True)
        elif entry.parts[-1] == _TIME:
            yield Refused(entry.path, sentence("left.time"))
        elif re.search(r"feedback", entry.parts[depth + 1], re.IGNORECASE):
            yield Refused(entry.path, sentence("left.given_back"))
        elif len(entry.parts) == depth + 2 and not is_program(entry) and not is_typed(entry):
            yield Refused(entry.path, sentence("left.note"))
        else:
            owner = Owner(found["login"], user=found["login"], name=_turned(found["name"]))
            when = times.get(entry.parts[: depth + 1], "")
            names = (*names_of(entry, depth + 2), *reversed(entry.parts[:depth]))
            yield Owned(entry, owner, names, when=when, order=moments.order(when))


def is_typed(entry: Entry) -> bool:
    """Tell whether a file holds text that was typed into the platform; it makes one without any, too."""
    return TYPED.search(entry.name) is not None and bool(code.text(entry).strip())


def _turned(name: str) -> str:
    """Return the first name first."""
    last, _, first = (part.strip() for part in name.partition(","))
    return f"{first} {last}".strip()
