"""Read what Brightspace hands out: ``<number>-<number> - <Name> - <time>/``, and an ``index.html``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.entry import Refused
from grader.intake.layouts import moments
from grader.intake.layouts.found import Asked, Download, Owned, names_of, refused
from grader.intake.roster import Owner

_NAME = re.compile(r"(?P<user>\d+)-\d+ ?- ?(?P<name>\S.*?) ?- ?(?P<when>[^-]*\b(?:19|20)\d\d\b[^-]*)")


def marked(download: Download) -> bool:
    """Tell whether any of the folders is named as Brightspace names them."""
    return any(_NAME.fullmatch(entry.parts[0]) for entry in download.entries if len(entry.parts) > 1)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner and the time of handing in."""
    for entry in download.entries:
        found = _NAME.fullmatch(entry.parts[0])
        if entry.name == "index.html":
            yield Refused(entry.name, "tells who handed in what")
        elif found is None or len(entry.parts) < 2:
            yield refused(entry, "is not named as Brightspace names files", doubt=True)
        else:
            name = " ".join(found["name"].split())
            owner = Owner(name, user=found["user"], name=name)
            when = found["when"]
            yield Owned(entry, owner, names_of(entry, 1), when=when, order=moments.order(when))
