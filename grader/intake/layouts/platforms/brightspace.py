"""Read what Brightspace hands out: ``<number>-<number> - <Name> - <time>/``, and an ``index.html``.

Older ones put a file's own name behind that, and make no folders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import moments
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_of_most, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_NAME = re.compile(
    r"(?P<user>\d+)-\d+ ?- ?(?P<name>\S.*?) ?- ?"
    r"(?P<when>[^-]*(?<!\d)(?:19|20)\d\d(?!\d)(?:[^-]*|[^-]*\d-\d\d[^-]*))"
)
_FILE = re.compile(rf"{_NAME.pattern} - (?P<file>.+)")


def marked(download: Download) -> bool:
    """Tell whether most of the folders or files are named as Brightspace names them."""
    return is_of_most(download, lambda entry: 1 if _told(entry) else 0)


def _told(entry: Entry) -> re.Match[str] | None:
    """Take apart what Brightspace has put around a file, or before its name."""
    return (_FILE if len(entry.parts) == 1 else _NAME).fullmatch(entry.parts[0])


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner and the time of handing in."""
    for entry in download.entries:
        found = _told(entry)
        if entry.name == "index.html":
            yield Refused(entry.name, sentence("left.who"))
        elif found is None:
            yield refused(entry, sentence("left.not_named", platform="Brightspace"), doubt=True)
        else:
            name = " ".join(found["name"].split())
            owner = Owner(name, user=found["user"], name=name)
            # Between hours and minutes stands nothing, or what an unpacker has put for a colon.
            when = re.sub(r"(?<=\d)[-_:](?=\d\d(?!\d))", "", found["when"])
            typed = found.groupdict().get("file")
            names = (*reversed(entry.inner), typed) if typed else names_of(entry, 1)
            yield Owned(entry, owner, names, when=when, order=moments.order(when))
