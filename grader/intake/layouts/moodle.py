"""Read what Moodle hands out: ``<Full name>_<participant>_assignsubmission_file/``, or flat.

The participant's number is another one in every assignment, so that only the name tells a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from grader.intake.entry import Refused
from grader.intake.layouts import levels
from grader.intake.layouts.found import NOT_A_FILE, Asked, Download, Owned, names_of, refused
from grader.intake.roster import Owner

_NAME = re.compile(r"(?P<name>.+?)_(?P<user>\d+)_assignsubmission_(?P<kind>[a-z]+)_?(?P<file>.+)?")


def _place(parts: tuple[str, ...]) -> tuple[int, re.Match[str] | None]:
    """Return at which depth of a path Moodle's name stands: groups may have folders around it."""
    for depth, part in enumerate(parts):
        if found := _NAME.fullmatch(part):
            return depth, found
    return 0, None


def marked(download: Download) -> bool:
    """Tell whether any of the files is named as Moodle names them."""
    return any(_place(entry.parts)[1] for entry in download.entries)


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner."""
    groups = _groups({found["name"] for one in download.entries if (found := _place(one.parts)[1])})
    for entry in download.entries:
        depth, found = _place(entry.parts)
        if found is None:
            yield refused(entry, "is not named as Moodle names files", doubt=True)
        elif found["kind"] != "file":
            yield Refused(entry.path, NOT_A_FILE)
        else:
            typed = (found["file"],) if found["file"] else ()
            owner = _owner(found["name"], found["user"], groups, asked)
            owner = replace(owner, section=owner.section or "/".join(entry.parts[:depth]))
            yield Owned(entry, owner, (*names_of(entry, depth + 1), *typed))


def _owner(name: str, user: str, groups: frozenset[str], asked: Asked) -> Owner:
    """Return whom Moodle names: a person, one behind a group's name, or a number of a blind marking."""
    name, section = _spaced(name), ""
    if groups and not asked.is_known(name):
        section = _group(name, groups)
        name = name[len(section) + 1 :]
    if re.fullmatch(r"[^\W\d]+", name) and levels.is_blind(name):
        return Owner(f"{name} {user}", user, f"{name} {user}", holds_once=True, blind=True)
    return Owner(name, user, name, section=section, holds_once=True)


def _spaced(name: str) -> str:
    """Return a name with single spaces, as it is read."""
    return " ".join(name.replace("_", " ").split())


def _groups(names: set[str]) -> frozenset[str]:
    """Return the groups where every name stands behind one: ``Group A-Ada Lovelace``; none where not.

    The groups are fewer than the people, and sound like groups: not everybody's name is Jean-Luc.
    """
    spaced = [_spaced(name) for name in names]
    shared = Counter(head for name in spaced for head in _heads(name))
    several = frozenset(head for head, count in shared.items() if count > 1)
    groups = frozenset(_group(name, several) for name in spaced)
    return groups if "" not in groups and len(groups) < len(names) else frozenset()


def _group(name: str, known: frozenset[str]) -> str:
    """Return the group's name at the beginning of a text, empty for none.

    It is the longest that others have, too; of one person alone the shortest: a first name may have a hyphen.
    """
    heads = _heads(name)
    return next((head for head in reversed(heads) if head in known), heads[0] if heads else "")


def _heads(name: str) -> list[str]:
    """Return what may be a group's name before one of a text's hyphens, the shortest first."""
    cuts = [
        place for place, letter in enumerate(name) if letter == "-" and not name[place + 1 :][:1].isdigit()
    ]
    return [name[:cut] for cut in cuts if levels.is_group_code(name[:cut])]
