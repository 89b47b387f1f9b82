"""Read nbgrader's ``submitted/<student>/<assignment>/``, with ``timestamp.txt`` in it, and its exchange."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.errors import UsageError
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import moments
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_of_most, is_program, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

STEPS = frozenset({"source", "release", "submitted", "autograded", "feedback"})
"""The folders of a course; only what lies in one of them was handed in."""

CONFIG = "nbgrader_config.py"
"""The course's own settings, beside those folders."""

_EXCHANGED = re.compile(
    r"(?P<student>[^+/]+)\+(?P<assignment>[^+/]+)\+"
    r"(?P<when>\d{4}-\d\d-\d\d \d\d[:_]\d\d[:_]\d\d[^+/]*)(?:\+[^/]*)?"
)
"""What nbgrader's exchange calls a hand-in: ``ada+ps1+2026-03-01 12:00:00 UTC``."""

_STAMP = re.compile(r"(?:submitted/)?([^/]+)/([^/]+)/timestamp\.txt")


def marked(download: Download) -> bool:
    """Tell whether the files lie in nbgrader's folders, or most of them beside its time stamps."""
    names = [entry.name for entry in download.entries]
    stamps = [found for name in names if (found := _STAMP.fullmatch(name))]
    students, assignments = ({found[place] for found in stamps} for place in (1, 2))
    if len(assignments) <= len(students) and is_of_most(download, _marked):
        return True
    return any(re.match(r"submitted/[^/]+/[^/]+/", name) for name in names) and all(
        entry.parts[0] in STEPS or entry.name == CONFIG for entry in download.entries if is_program(entry)
    )


def _marked(entry: Entry) -> int:
    """Return how many parts of a path lead to a folder with a time stamp, or in the exchange's name."""
    return len(entry.parts) - 1 if _STAMP.fullmatch(entry.name) else 1 if _exchanged(entry) else 0


def _exchanged(entry: Entry) -> re.Match[str] | None:
    """Take apart what the exchange calls a hand-in."""
    return _EXCHANGED.fullmatch(entry.parts[0]) if len(entry.parts) > 1 else None


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner and the time of handing in."""
    entries = download.entries
    lifted = 1 if any(entry.parts[0] == "submitted" for entry in entries) else 0
    times = {entry.parts[:-1]: timestamp(entry) for entry in entries if entry.parts[-1] == "timestamp.txt"}
    for entry in entries:
        parts = entry.parts[lifted:]
        exchanged = _exchanged(entry)
        if entry.parts[-1] == "timestamp.txt":
            yield Refused(entry.name, sentence("left.time"))
        elif exchanged:
            when = exchanged["when"].replace("_", ":")
            names = (*names_of(entry, 1), exchanged["assignment"])
            yield _owned(entry, exchanged["student"], names, when)
        elif lifted and (entry.parts[0] in STEPS - {"submitted"} or entry.name == CONFIG):
            yield Refused(entry.name, sentence("left.nbgrader", folder=entry.parts[0]))
        elif len(parts) < 3 or (lifted and entry.parts[0] != "submitted"):
            yield refused(entry, sentence("left.no_path", path="<student>/<assignment>"), doubt=True)
        else:
            when = times.get(entry.parts[: lifted + 2], "")
            yield _owned(entry, parts[0], names_of(entry, lifted + 1), when)


def _owned(entry: Entry, student: str, names: tuple[str, ...], when: str) -> Owned:
    """Return a file with the student and the time that nbgrader tells."""
    owner = Owner(student, user=student, name=student)
    return Owned(entry, owner, names, when=when, order=moments.order(when))


def timestamp(entry: Entry) -> str:
    """Return the time in nbgrader's file, empty where it cannot be read."""
    try:
        return entry.data(200).decode("utf-8", "replace").strip()[:40]
    except UsageError:
        return ""
