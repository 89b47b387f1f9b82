"""Read what Canvas hands out: ``<name>[_LATE]_<user>_<attachment>_<file>``.

Of a quiz it is ``<name><user>_question_<number>_<attachment>_<file>``. An archive that somebody has unpacked
is a folder of its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_program, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_FILE = r"(?:(?P<upload>\d+)_(?P<file>.+)|(?P<typed>(?:text|link)\.html))"
_ANONYMOUS = re.compile(rf"(?:(?P<late>(?i:late))_)?anon_(?P<user>[^_]+)_{_FILE}")
_NAMED = re.compile(rf"(?P<name>[^@]+?)(?:_(?P<late>(?i:late)))?_(?P<user>\d+)_{_FILE}")
_OF_QUIZ = re.compile(r"(?P<name>[^@]+?)(?P<user>\d+)_question_\d+_(?P<upload>\d+)_(?P<file>.+)")
_UNPACKED = re.compile(r".+_\d{3,}_\d{3,}_.+")
"""A folder of an archive's name: one of a shorter number may be anybody's, ``week_1_2_loops``."""

_DATE = re.compile(r"(?:19|20)\d\d_(?:0?[1-9]|1[0-2])_")


def parts(name: str) -> re.Match[str] | None:
    """Take a file's name apart as Canvas puts it together; a year and a month are no numbers of Canvas's."""
    found = _ANONYMOUS.fullmatch(name) or _OF_QUIZ.fullmatch(name) or _NAMED.fullmatch(name)
    return None if found is None or _DATE.match(name, found.start("user")) else found


def marked(download: Download) -> bool:
    """Tell whether most of what lies at the top is named as Canvas names files."""
    tops = {one.parts[0]: _told(one) for one in download.entries if is_program(one) or one.fault}
    return 2 * sum(told is not None for told in tops.values()) > len(tops)


def _told(entry: Entry) -> re.Match[str] | None:
    """Take the name apart of a file, or of the folder that was an archive."""
    top, *below = entry.parts
    return None if below and not _UNPACKED.fullmatch(top) else parts(top)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner; a later attachment has a higher number."""
    for entry in download.entries:
        found = _told(entry)
        if found is None:
            yield refused(entry, sentence("left.not_named", platform="Canvas"), doubt=True)
        else:
            yield _owned(entry, found)


def _owned(entry: Entry, found: re.Match[str]) -> Owned:
    """Return the file that a name of Canvas describes."""
    said = found.groupdict()
    name = said.get("name") or f"anonymous {said['user']}"
    return Owned(
        entry,
        Owner(key=said["user"], user=said["user"], name=name, holds_once="name" not in said),
        names=(*names_of(entry, 1), said["file"] or said["typed"]),
        late=said.get("late") is not None,
        order=int(said["upload"] or 0),
    )
