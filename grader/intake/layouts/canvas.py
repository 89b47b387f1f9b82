"""Read what Canvas hands out: ``<name>[_LATE]_<user>_<attachment>_<file>``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.entry import Entry, Refused
from grader.intake.layouts.found import Asked, Download, Owned, is_program, refused
from grader.intake.roster import Owner

_FILE = r"(?:(?P<upload>\d+)_(?P<file>.+)|(?P<typed>(?:text|link)\.html))"
_ANONYMOUS = re.compile(rf"(?:(?P<late>(?i:late))_)?anon_(?P<user>[^_]+)_{_FILE}")
_NAMED = re.compile(rf"(?P<name>[^@]+?)(?:_(?P<late>(?i:late)))?_(?P<user>\d+)_{_FILE}")
_DATE = re.compile(r"_(?:19|20)\d\d_(?:0?[1-9]|1[0-2])_")


def parts(name: str) -> re.Match[str] | None:
    """Take a file's name apart as Canvas puts it together; a year and a month are no numbers of Canvas's."""
    return None if _DATE.search(name) else _ANONYMOUS.fullmatch(name) or _NAMED.fullmatch(name)


def marked(download: Download) -> bool:
    """Tell whether most of the files that lie at the top are named as Canvas names them."""
    at_top = [one for one in download.entries if len(one.parts) == 1 and (is_program(one) or one.fault)]
    return 2 * sum(parts(one.name) is not None for one in at_top) > len({one.name for one in at_top})


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner; a later attachment has a higher number."""
    for entry in download.entries:
        found = parts(entry.parts[0])
        if len(entry.parts) > 1 or found is None:
            yield refused(entry, "is not named as Canvas names files", doubt=True)
        else:
            yield _owned(entry, found)


def _owned(entry: Entry, found: re.Match[str]) -> Owned:
    """Return the file that a name of Canvas describes."""
    said = found.groupdict()
    name = said.get("name") or f"anonymous {said['user']}"
    return Owned(
        entry,
        Owner(key=said["user"], user=said["user"], name=name, holds_once="name" not in said),
        names=(*reversed(entry.inner), said["file"] or said["typed"]),
        late=said["late"] is not None,
        order=int(said["upload"] or 0),
    )
