"""Read what Gradescope hands out: ``submission_<id>/`` and the list of who handed them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from grader.errors import MissingExtra, UsageError
from grader.intake.entry import LISTING_AT_MOST, Entry, Refused
from grader.intake.layouts.tree import moments
from grader.intake.layouts.tree.found import Asked, Download, Owned, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

LIST = "submission_metadata.yml"


def marked(download: Download) -> bool:
    """Tell whether Gradescope's list lies beside the files."""
    return any(entry.name == LIST for entry in download.entries)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner; a group's file is each member's."""
    said = submissions(next(entry for entry in download.entries if entry.name == LIST))
    orders = in_order(said)
    for entry in download.entries:
        if entry.name == LIST:
            yield Refused(entry.name, sentence("left.who"))
        elif entry.parts[0] not in said or len(entry.parts) < 2:
            yield refused(entry, sentence("left.no_submission", list=LIST), doubt=True)
        else:
            yield from _owned(entry, said[entry.parts[0]], orders[entry.parts[0]])


def in_order(said: Mapping[str, Mapping[str, Any]]) -> Mapping[str, int]:
    """Return a number for every submission that grows with time; its own where one has no time."""
    times = {id: moments.order(_text(one.get(":created_at"))) for id, one in said.items()}
    numbers = {id: int(re.sub(r"\D", "", id) or "0") for id in said}
    return times if all(times.values()) else numbers


def _owned(entry: Entry, said: Mapping[str, Any], order: int) -> Iterator[Owned | Refused]:
    """Yield a file once for every member of the group that handed it in."""
    people = [one for one in said.get(":submitters") or () if isinstance(one, dict)]
    if not people:
        yield refused(entry, sentence("left.nobody", list=LIST), doubt=True)
        return
    for one in people:
        sid, email, name = (_text(one.get(key)) for key in (":sid", ":email", ":name"))
        yield Owned(
            entry,
            # A name alone may be two people's: then the submission tells them apart.
            Owner(sid or email or name, sid or email or entry.parts[0], name or email or sid, email),
            names_of(entry, 1),
            when=_text(said.get(":created_at")),
            order=order,
        )


def _text(value: object) -> str:
    """Return what is written in a place of the list, empty for YAML's words for nothing."""
    return value if isinstance(value, str) and value not in ("~", "null") else ""


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
    # Every value as it is written: no number of a student's is read as eight's, no tag of Ruby's refused.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        found = yaml.load(data, loader)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        reason = " ".join(str(fault).split())[:200]
        raise UsageError(f"{entry.name}: cannot be read ({reason}); export the submissions again") from None
    if not isinstance(found, dict):
        raise UsageError(f"{entry.name}: does not list submissions; export the submissions again")
    return {str(key): value for key, value in found.items() if isinstance(value, dict)}
