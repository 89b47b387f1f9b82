"""Read what Blackboard hands out: ``<assignment>_<user>_attempt_<time>[_<file>]``, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from grader.errors import UsageError
from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import levels, moments
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_program, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_NAME = re.compile(
    r"(?P<head>.+)_attempt_(?P<when>\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d)(?:_(?P<file>.+)|(?P<receipt>\.txt))?"
)
_PERSON = re.compile(r"^Name:\s*(?P<name>.*?)\s*(?:\((?P<user>[^()]+)\))?\s*$", re.MULTILINE)
_OF_GROUP = re.compile(r"group ?attempt_", re.IGNORECASE)
"""What Blackboard puts between the assignment and a group's name."""

_NOTHING = re.compile(r"There is no student submission|Comments:|Files:")


def marked(download: Download) -> bool:
    """Tell whether most of the files that lie at the top are named as Blackboard names them."""
    at_top = [one for one in download.entries if len(one.parts) == 1 and (is_program(one) or one.fault)]
    named = [one for one in download.entries if _NAME.fullmatch(one.parts[0])]
    return bool(named) and 2 * sum(_NAME.fullmatch(one.parts[0]) is not None for one in at_top) >= len(at_top)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner and the time of the attempt."""
    people = _receipts(download)
    heads = {found["head"] for one in download.entries if (found := _NAME.fullmatch(one.parts[0]))}
    users = _users(heads, asked)
    for entry in download.entries:
        found = _NAME.fullmatch(entry.parts[0])
        if found is None:
            yield refused(entry, sentence("left.not_named", platform="Blackboard"), doubt=True)
        elif found["receipt"] and not is_typed(entry):
            yield Refused(entry.name, sentence("left.receipt"))
        else:
            name, user = people.get((found["head"], found["when"]), ("", ""))
            if not (user and found["head"].endswith(f"_{user}")):
                user = users[found["head"]]
            if not user:
                yield refused(entry, sentence("left.head", head=found["head"]), doubt=True)
                continue
            user = _OF_GROUP.sub("", user, count=1)
            owner = Owner(user, user=user, name=name or user)
            names = (*reversed(entry.inner), *((found["file"],) if found["file"] else ()))
            when = found["when"]
            yield Owned(entry, owner, names, when=when, order=moments.order(when))


def is_typed(receipt: Entry) -> bool:
    """Tell whether a receipt holds text that was typed into the platform: that is in nobody's file."""
    _, field, typed = _text(receipt).partition("Submission Field:\n")
    return bool(field and typed.strip()) and not _NOTHING.match(typed.strip())


def _receipts(download: Download) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Return the person's name and user name that each attempt's receipt tells."""
    told = {}
    for entry in download.entries:
        found = _NAME.fullmatch(entry.name)
        if found and found["receipt"]:
            person = _PERSON.search(_text(entry))
            if person:
                told[found["head"], found["when"]] = (person["name"], person["user"] or "")
    return told


def _text(entry: Entry) -> str:
    """Return the beginning of a receipt, empty where it cannot be read."""
    try:
        return entry.data(4000).decode("utf-8-sig", "replace").replace("\r", "")
    except UsageError:
        return ""


def _users(heads: set[str], asked: Asked) -> Mapping[str, str]:
    """Return the user of each head ``<assignment>_<user>``, both of which may have an underscore in them.

    One download is of one assignment. Who is known tells where it ends, or a homework's number; then where
    the heads begin to differ. One head with several underscores tells nothing: its user is empty.
    """
    common = naming.beginning(heads)
    cuts = [place + 1 for place, letter in enumerate(common) if letter == "_"][::-1]
    known = (cut for cut in cuts if all(asked.is_known(head[cut:]) for head in heads))
    numbered = (cut for cut in cuts if levels.is_numbered_label(common[: cut - 1]))
    if cut := next(known, 0) or next(numbered, 0):
        return {head: head[cut:] for head in heads}
    if len(heads) == 1 and len(cuts) > 1:
        return dict.fromkeys(heads, "")
    if len({head.rpartition("_")[0] for head in heads}) > 1 and cuts:
        return {head: head[cuts[0] :] for head in heads}
    return {head: head.rpartition("_")[2] for head in heads}
