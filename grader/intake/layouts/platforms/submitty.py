"""Read what Submitty hands out: ``<student>/<version>/``, with the version that counts in a file beside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from grader.errors import UsageError
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.platforms.nbgrader import timestamp
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_of_most, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_SETTINGS = "user_assignment_settings.json"
_TIME = ".submit.timestamp"
_MADE = frozenset({"results", "results_public"})
"""Folders with what Submitty has made of the hand-ins; ``submissions`` and ``checkout`` hold these."""

_HELD = frozenset({"submissions", "checkout"})


def _depth(parts: tuple[str, ...]) -> int:
    """Return at which depth of a path a student's folder stands, -1 where a version's is not below it."""
    depth = 1 if parts[0] in _HELD else 0
    return depth if len(parts) > depth + 2 and re.fullmatch(r"[1-9]\d{0,3}", parts[depth + 1]) else -1


def _students(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the students in whose folders Submitty's own files lie; those of a repository lie elsewhere."""
    settings = {one.parts[-2] for one in entries if one.parts[-1] == _SETTINGS and len(one.parts) > 1}
    times = {one.parts[-3] for one in entries if one.parts[-1] == _TIME and len(one.parts) > 2}
    return frozenset(settings | times)


def marked(download: Download) -> bool:
    """Tell whether most programs lie in versions beside Submitty's own files."""
    handed = tuple(one for one in download.entries if one.parts[0] not in _MADE)
    students = _students(handed)

    def mark(entry: Entry) -> int:
        depth = _depth(entry.parts)
        return depth + 1 if depth >= 0 and entry.parts[depth] in students else 0

    return bool(students) and is_of_most(replace(download, entries=handed), mark)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner and the number of the version."""
    counting = {one.parts[:-1]: active(one) for one in download.entries if one.parts[-1] == _SETTINGS}
    times = {one.parts[:-1]: timestamp(one) for one in download.entries if one.parts[-1] == _TIME}
    for entry in download.entries:
        depth = _depth(entry.parts)
        if entry.parts[-1] in (_SETTINGS, _TIME) or entry.parts[0] in _MADE:
            yield Refused(entry.path, sentence("left.submitty"))
        elif depth < 0:
            yield refused(entry, sentence("left.no_path", path="<student>/<version>"), doubt=True)
        else:
            student, version = entry.parts[depth : depth + 2]
            home = ("submissions", student) if depth else (student,)
            counts = counting.get(home)
            if counts is not None and int(version) != counts:
                yield refused(entry, said_of(counts))
                continue
            when = times.get((*home, version), "")
            owner = Owner(student, user=student, name=student)
            yield Owned(entry, owner, names_of(entry, depth + 2), when=when, order=int(version))


def said_of(counts: int) -> str:
    """Say why a version does not count."""
    return sentence("left.version", version=counts) if counts else sentence("left.cancelled")


def active(settings: Entry) -> int | None:
    """Return the version that counts, 0 for none, None where that cannot be read."""
    try:
        found: Mapping[str, object] = json.loads(settings.data().decode("utf-8", "replace"))
        number = found.get("active_version")
    except (UsageError, ValueError, RecursionError, AttributeError):
        return None
    return number if isinstance(number, int) and not isinstance(number, bool) else None
