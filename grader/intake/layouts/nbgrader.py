"""Read nbgrader's folders: ``submitted/<student>/<assignment>/``, with ``timestamp.txt`` in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.errors import UsageError
from grader.intake.entry import Entry, Refused
from grader.intake.layouts import levels, moments
from grader.intake.layouts.found import Asked, Download, Owned, names_of, refused
from grader.intake.roster import Owner

_STAMP = re.compile(r"(?:submitted/)?([^/]+)/([^/]+)/timestamp\.txt")


def marked(download: Download) -> bool:
    """Tell whether the files lie in nbgrader's folder, or beside its time stamps.

    Sakai has the same, the other way round: ``<assignment>/<student>/timestamp.txt``.
    """
    names = [entry.name for entry in download.entries]
    stamps = [found for name in names if (found := _STAMP.fullmatch(name))]
    students, assignments = ({found[place] for found in stamps} for place in (1, 2))
    turned = any(map(levels.is_label, students)) or any(name.endswith(")") for name in assignments)
    if stamps and not turned and len(assignments) <= len(students):
        return True
    return bool(names) and all(re.match(r"submitted/[^/]+/[^/]+/", name) for name in names)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner and the time of handing in."""
    entries = download.entries
    lifted = 1 if all(entry.parts[0] == "submitted" for entry in entries) else 0
    times = {entry.parts[:-1]: timestamp(entry) for entry in entries if entry.parts[-1] == "timestamp.txt"}
    for entry in entries:
        parts = entry.parts[lifted:]
        if entry.parts[-1] == "timestamp.txt":
            yield Refused(entry.name, "tells the time of handing in")
        elif len(parts) < 3:
            yield refused(entry, "lies in no folder <student>/<assignment>", doubt=True)
        else:
            when = times.get(entry.parts[: lifted + 2], "")
            owner = Owner(parts[0], user=parts[0], name=parts[0])
            yield Owned(entry, owner, names_of(entry, lifted + 1), when=when, order=moments.order(when))


def timestamp(entry: Entry) -> str:
    """Return the time in nbgrader's file, empty where it cannot be read."""
    try:
        return entry.data(200).decode("utf-8", "replace").strip()[:40]
    except UsageError:
        return ""
