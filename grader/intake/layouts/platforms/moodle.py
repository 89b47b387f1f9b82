"""Read what Moodle hands out: ``<Full name>_<participant>_assignsubmission_file/``, or flat.

The participant's number is another one in every assignment, so that only the name tells a person.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import code, levels
from grader.intake.layouts.tree.found import Asked, Download, Owned, is_of_most, names_of, refused
from grader.intake.roster import Owner
from grader.words.catalogue import sentence

_NAME = re.compile(
    r"(?P<name>.+?)_(?P<user>\d+)_assign(?P<kind>(?:submission|feedback)_[a-z]+)_?(?P<file>.+)?"
)

_BLIND = re.compile(r"(?P<word>[^\W\d]+(?: [^\W\d]{1,4})?) ?(?P<number>\d*)")
"""A word that hides a name, and perhaps the number: ``Participant 17``, ``Teilnehmer in 17``."""

_NO_GROUP = frozenset(
    [
        *("default group", "standardgruppe", "groupe par défaut", "grupo por defecto", "gruppo predefinito"),
        *("grupo padrão", "standaardgroep", "默认小组"),
    ]
)
"""What Moodle puts before those who are in no group, in its languages."""


def _place(parts: tuple[str, ...]) -> tuple[int, re.Match[str] | None]:
    """Return at which depth of a path Moodle's name stands: groups may have folders around it."""
    for depth, part in enumerate(parts):
        if found := _NAME.fullmatch(part):
            return depth, found
    return 0, None


def marked(download: Download) -> bool:
    """Tell whether most of the files are named as Moodle names them."""
    return is_of_most(download, _marked)


def _marked(entry: Entry) -> int:
    """Return how many parts of a path Moodle's name ends, 0 where it has none."""
    depth, found = _place(entry.parts)
    return depth + 1 if found else 0


def read(download: Download, asked: Asked) -> Iterator[Owned | Refused]:
    """Yield every file with its owner."""
    names = {_spaced(found["name"]) for one in download.entries if (found := _place(one.parts)[1])}
    cuts = _cuts(names, asked, lambda: _work(download))
    for entry in download.entries:
        depth, found = _place(entry.parts)
        if found is None:
            yield refused(entry, sentence("left.not_named", platform="Moodle"), doubt=True)
        elif found["kind"].startswith("feedback"):
            yield Refused(entry.path, sentence("left.given_back"))
        elif found["kind"] not in ("submission_file", "submission_onlinetext"):
            yield Refused(entry.path, sentence("left.typed"))
        elif naming.fold(found["name"]) in _NO_GROUP:
            yield refused(entry, sentence("left.no_group", name=_spaced(found["name"])), doubt=True)
        elif (cut := cuts[name := _spaced(found["name"])]) is None:
            why = sentence("left.group", name=name)
            yield refused(entry, why, doubt=True)
        else:
            typed = (found["file"],) if found["file"] else ()
            owner = _owner(name[cut:], found["user"], name[: max(0, cut - 1)])
            owner = replace(owner, section=owner.section or "/".join(entry.parts[:depth]))
            yield Owned(entry, owner, (*names_of(entry, depth + 1), *typed))


def _owner(name: str, user: str, section: str) -> Owner:
    """Return whom Moodle names: a person, or a number of a blind marking."""
    found = _BLIND.fullmatch(name)
    if found and levels.is_blind(found["word"]):
        hidden = f"{found['word']} {found['number'] or user}"
        return Owner(hidden, user, hidden, section=section, holds_once=True, blind=True)
    return Owner(name, user, name, section=section, holds_once=True)


def _spaced(name: str) -> str:
    """Return a name with single spaces, as it is read."""
    return " ".join(name.replace("_", " ").split())


def _work(download: Download) -> Mapping[str, frozenset[bytes]]:
    """Return what everybody handed in, by the names as they are read."""
    found: dict[str, set[bytes]] = defaultdict(set)
    for one in download.entries:
        depth, name = _place(one.parts)
        if name and name["kind"] == "submission_file":
            path = "/".join((name["file"] or "", *one.parts[depth + 1 :], one.inside))
            found[_spaced(name["name"])].add(
                hashlib.sha256(path.encode() + b"\0" + code.content(one)).digest()
            )
    return {name: frozenset(files) for name, files in found.items()}


def _cuts(
    names: set[str], asked: Asked, work: Callable[[], Mapping[str, frozenset[bytes]]]
) -> Mapping[str, int | None]:
    """Return where in every name the person begins: ``Group A-Ada Lovelace``; None where that is open.

    Where people hand in as groups, Moodle puts the group before every name. Groups that sound like groups
    are told; others that several share may as well be first names, as not only one is called Jean-Luc. What
    tells then is the ``work``: a group hands in once, and everybody in it has the same files.
    """
    open_ = [name for name in names if not asked.is_known(name)]
    places = {name: _places(name) for name in open_}
    cuts: dict[str, int | None] = dict.fromkeys(names, 0)
    if not all(places.values()):
        return cuts
    shared = Counter(name[: at - 1] for name in open_ for at in places[name])
    several = frozenset(head for head, count in shared.items() if count > 1)
    coded = {name: [at for at in places[name] if levels.is_group_code(name[: at - 1])] for name in open_}
    if _are_groups(coded):
        cuts |= {name: _cut(name, coded[name], several) for name in open_}
    elif several and all(_is_whole(name[places[name][0] :]) for name in open_):
        cuts |= _cuts_by_work(places, several, work())
    found = {name: [at for at in places[name] if asked.is_known(name[at:])] for name in open_}
    return cuts | {name: some[0] for name, some in found.items() if len(some) == 1}


def _cuts_by_work(
    places: Mapping[str, Sequence[int]], several: frozenset[str], work: Mapping[str, frozenset[bytes]]
) -> Mapping[str, int | None]:
    """Return where the person begins where just those who share a beginning share their files.

    One such beginning at least is more than a first name: it has a space or a digit in it.
    """
    heads = {name: [name[: at - 1] for at in places[name]] for name in places}
    grouped = {name: [one for one in heads[name] if one in several] for name in places}
    inside = {
        head: {work.get(name) for name in places if head in heads[name]}
        for head in several
        if naming.fold(head) not in _NO_GROUP
    }
    same = Counter(work.get(name) for name in places)
    by_work = all(len(files) == 1 and None not in files for files in inside.values()) and all(
        grouped[name] for name in places if same[work.get(name)] > 1
    )
    if not by_work or not any(re.search(r"[\s\d]", head) for head in inside):
        return dict.fromkeys(places)
    cuts: dict[str, int | None] = {}
    for name, found in places.items():
        likely = [at for at in found if name[: at - 1] in several] or found
        cuts[name] = likely[0] if len(likely) == 1 else None
    return cuts


def _are_groups(coded: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether every name begins with what sounds like a group; letters alone only if some share them."""
    firsts = [name[: some[0] - 1] if some else "" for name, some in coded.items()]
    return "" not in firsts and (all(map(levels.is_group, firsts)) or len(set(firsts)) < len(firsts))


def _cut(name: str, coded: Sequence[int], several: frozenset[str]) -> int | None:
    """Return where the person begins behind a group: one that others have, Moodle's none, or the only."""
    likely = [at for at in coded if name[: at - 1] in several] or list(coded)
    if naming.fold(name[: coded[0] - 1]) in _NO_GROUP:
        return coded[0]
    return likely[-1] if len(likely) == 1 or name[: likely[-1] - 1] in several else None


def _places(name: str) -> list[int]:
    """Return where a person may begin behind a group: after each hyphen but those before a number."""
    return [at for at, letter in enumerate(name, 1) if letter == "-" and name[at : at + 1].isalpha()]


def _is_whole(name: str) -> bool:
    """Tell whether a text may be a person's whole name: two words or more, none in small letters."""
    words = name.split()
    return len(words) > 1 and not words[0][0].islower()
