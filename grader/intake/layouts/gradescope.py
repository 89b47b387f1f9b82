"""Read what Gradescope hands out: ``submission_<id>/`` and the list of who handed them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from grader.errors import MissingExtra, UsageError
from grader.intake.entry import LISTING_AT_MOST, Entry, Refused
from grader.intake.layouts.found import Asked, Download, Owned, names_of, refused
from grader.intake.roster import Owner

LIST = "submission_metadata.yml"


def marked(download: Download) -> bool:
    """Tell whether Gradescope's list lies beside the files."""
    return any(entry.name == LIST for entry in download.entries)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner; a group's file is each member's."""
    said = submissions(next(entry for entry in download.entries if entry.name == LIST))
    for entry in download.entries:
        if entry.name == LIST:
            yield Refused(entry.name, "tells who handed in what")
        elif entry.parts[0] not in said or len(entry.parts) < 2:
            yield refused(entry, f"is of no submission that {LIST} names", doubt=True)
        else:
            yield from _owned(entry, said[entry.parts[0]])


def _owned(entry: Entry, said: Mapping[str, Any]) -> Iterator[Owned | Refused]:
    """Yield a file once for every member of the group that handed it in."""
    people = [one for one in said.get(":submitters") or () if isinstance(one, dict)]
    if not people:
        yield refused(entry, f"{LIST} names nobody for it", doubt=True)
        return
    number = re.sub(r"\D", "", entry.parts[0]) or "0"
    for one in people:
        sid, email, name = (str(one.get(key) or "") for key in (":sid", ":email", ":name"))
        yield Owned(
            entry,
            # A name alone may be two people's: then the submission tells them apart.
            Owner(sid or email or name, sid or email or entry.parts[0], name or email or sid, email),
            names_of(entry, 1),
            when=str(said.get(":created_at") or ""),
            order=int(number),
        )


def submissions(entry: Entry) -> Mapping[str, Mapping[str, Any]]:
    """Return what Gradescope's list says of every submission.

    Raises:
        UsageError: it is not YAML, or says something else.
        MissingExtra: no library reads YAML here.
    """
    try:
        import yaml
    except ModuleNotFoundError:
        raise MissingExtra("a download from Gradescope", "PyYAML", "gradescope") from None

    data = entry.data(LISTING_AT_MOST)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(data, loader)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        reason = " ".join(str(fault).split())[:200]
        raise UsageError(f"{entry.name}: cannot be read ({reason}); export the submissions again") from None
    if not isinstance(found, dict):
        raise UsageError(f"{entry.name}: does not list submissions; export the submissions again")
    return {str(key): value for key, value in found.items() if isinstance(value, dict)}
