"""Read what OK hands out: ``<assignment>/<address>[-<address>]/<number>/``, with an ``info.json`` in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from grader.errors import UsageError
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import moments
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_of_most, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_INFO = re.compile(r"(?:[^/]+/)?[^/]*@[^/]*/[^/]+/info\.json")


def marked(download: Download) -> bool:
    """Tell whether OK's own files lie beside most of those handed in."""
    return is_of_most(download, lambda one: len(one.parts) - 1 if _INFO.fullmatch(one.name) else 0)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner; a group's file is each member's."""
    said = {one.parts[:-1]: info(one) for one in download.entries if _INFO.fullmatch(one.name)}
    for entry in download.entries:
        above = next((entry.parts[:depth] for depth in (3, 2) if entry.parts[:depth] in said), ())
        if entry.parts[-1] == "info.json":
            yield Refused(entry.name, sentence("left.who"))
        elif not above:
            yield refused(entry, sentence("left.no_submission_folder"), doubt=True)
        else:
            yield from _owned(entry, above, said[above])


def _owned(entry: Entry, above: tuple[str, ...], said: Mapping[str, Any]) -> Iterator[Owned | Refused]:
    """Yield a file once for every member of the group."""
    group = [one for one in said.get("group") or [above[-2]] if isinstance(one, str)]
    if any(one.count("@") != 1 for one in group):
        yield refused(entry, sentence("left.members"), doubt=True)
        return
    when = str(said.get("custom_time_local") or said.get("subm_time_local") or "")
    names = (*names_of(entry, len(above)), *reversed(above[:-2]))
    for address in group:
        owner = Owner(address.lower(), user=address, name=address, email=address)
        yield Owned(entry, owner, names, when=when, order=moments.order(when))


def info(entry: Entry) -> Mapping[str, Any]:
    """Return what OK says of a submission, nothing where it cannot be read."""
    try:
        found = json.loads(entry.data().decode("utf-8", "replace"))
    except (UsageError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
