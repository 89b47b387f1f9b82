"""Write several names as a list in a sentence."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import groupby

from grader.words.message import Said, say


def listed(names: Sequence[str]) -> Said:
    """Return names as a list in a sentence: "w1 to w4, b and c"."""
    groups: list[Said] = []
    for _, run in groupby(enumerate(names), key=lambda pair: series(*pair)):
        members = [name for _, name in run]
        groups += [say("list.range", first=members[0], last=members[-1])] if len(members) > 2 else members
    if len(groups) == 1:
        return groups[0]
    return say("list.and", first=with_commas(groups[:-1]), last=groups[-1])


def with_commas(names: Sequence[Said]) -> Said:
    """Return names with a comma between them."""
    return functools.reduce(lambda first, last: say("list.comma", first=first, last=last), names)


def series(place: int, name: str) -> tuple[str, str, int]:
    """Return what is the same for names that are numbered one after the other: w1, w2, w3."""
    found = re.fullmatch(r"(.*?)(\d+)(\D*)", name)
    return (found[1], found[3], int(found[2]) - place) if found else (name, "", -1)
