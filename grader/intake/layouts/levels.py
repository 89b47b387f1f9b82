"""Tell what the folders of a path stand for: a week, a group, a person, drafts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.intake import naming
from grader.intake.layouts.found import Asked


def _words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


_LABEL = re.compile(
    r"(?:home ?work|hw|assignments?|assgn|weeks?|wk|labs?|p ?sets?|ps|problem ?sets?|projects?|units?|"
    r"sheets?|exercises?|ex|tasks?|parts?|modules?|sessions?|lectures?|tutorials?|blatt|blätter|übung(?:en)?|"
    r"uebung(?:en)?|aufgaben?|woche|devoirs?|semaine|tp|td|tareas?|semana|práctica|compiti)"
    r"[ .-]*(?:no\.? ?)?\d{0,3}[a-z]?",
)
_GROUP = re.compile(
    r"(?:[\w&]+ )?(?:groups?|gruppen?|groupes?|grupos?|teams?|sections?|sec|class|classe|tutorium|tutorial|"
    r"cohort)(?: ?[-#:]? ?\w{1,12})?"
)
_CODE = re.compile(r"[a-z]?\d{0,3}[a-z]?")
_AROUND = _words(
    "submissions submission submitted hand-ins download downloads students student abgaben abgabe all class "
    "files collected grading export input inbox"
) | {"handed in", "hand ins"}
_WITHIN = _words(
    "src source sources code solution solutions answer answers old older new newer draft drafts backup "
    "backups bak final archive archived attic trash tmp temp test tests notebook notebooks python py project "
    "proj copy copies previous unused work data docs doc scripts lib misc v1 v2 v3 version1 version2 "
    "attempt1 attempt2 first second last"
)
_DRAFT = _words(
    "old older draft drafts backup backups bak archive archived attic trash tmp temp copy copies previous "
    "unused v1"
)
_BLIND = _words(
    "participant teilnehmer teilnehmerin participante partecipante deelnemer deltager uczestnik участник"
)
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-_. ]?(?:0\d|1[0-2])[-_. ]?(?:[0-2]\d|3[01])(?!\d)|attempt_\d{4}-")


def is_label(name: str) -> bool:
    """Tell whether a folder is named for a week or a homework."""
    return _LABEL.fullmatch(naming.fold(name)) is not None


def is_around(name: str) -> bool:
    """Tell whether a folder is named for holding everybody's work."""
    return naming.fold(name) in _AROUND


def is_group(name: str) -> bool:
    """Tell whether a name is a group's or a section's."""
    return _GROUP.fullmatch(naming.fold(name)) is not None


def is_group_code(name: str) -> bool:
    """Tell whether a name is a group's, or as short as a group's: ``A``, ``3``, ``T12``."""
    return is_group(name) or _CODE.fullmatch(naming.fold(name)) is not None


def is_within(name: str) -> bool:
    """Tell whether a folder is of those that people make inside their own: ``src``, ``old``, ``final``."""
    return naming.fold(name) in _WITHIN


def is_draft(name: str) -> bool:
    """Tell whether a folder is named for what is not meant to count."""
    return naming.fold(name) in _DRAFT


def is_blind(name: str) -> bool:
    """Tell whether a name is the word by which a platform hides names."""
    return naming.fold(name) in _BLIND


def has_date(name: str) -> bool:
    """Tell whether a name holds a date, as no person's does."""
    return _DATE.search(name) is not None


def is_exercise(name: str, asked: Asked) -> bool:
    """Tell whether a folder is named just as an exercise is."""
    found = naming.told(name, asked.exercises)
    return found is not None and found.rank != naming.WITHIN


def person(folders: Sequence[str], asked: Asked) -> int:
    """Return at which depth the folder of a person stands, -1 where none can be one.

    Somebody who is known wins; else it is the first that is neither a week, an exercise nor a group, and
    where there is none, the last group: a team hands in as one.
    """
    for depth, name in enumerate(folders):
        if asked.is_known(name):
            return depth
    groups = [depth for depth, name in enumerate(folders) if is_group(name)]
    for depth, name in enumerate(folders):
        if depth in groups or is_label(name) or is_around(name) or is_exercise(name, asked):
            continue
        if is_within(name) and depth:
            break
        return depth
    return groups[-1] if groups else -1
