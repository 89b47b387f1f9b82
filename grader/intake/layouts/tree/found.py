"""What a layout says of the files: who handed in which, and what is left out and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.roster import Owner, Roster
from grader.words.catalogue import sentence

JUNK = re.compile(
    r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.ipynb_checkpoints/|__pycache__/)"
)
"""What operating systems and Jupyter leave behind."""

TYPED = re.compile(r"_onlinetext(/|$)|_(text|link|submissionText)\.html$|_attempt_\d{4}(-\d\d){5}\.txt$")
"""What platforms call text that people type into them."""

CHECKPOINTS = ".ipynb_checkpoints"
"""The folder in which Jupyter keeps copies."""


@dataclass(frozen=True)
class Download:
    """The files of a download, the name of the folder ``around`` them, and the folders not looked into."""

    entries: tuple[Entry, ...]
    around: str = ""
    pruned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Owned:
    """One file and whose it is. ``names`` may tell the exercise, the nearest first.

    ``order`` grows with every attempt, 0 where nothing tells; ``when`` is the platform's own text.
    """

    entry: Entry
    owner: Owner
    names: tuple[str, ...]
    late: bool | None = None
    when: str = ""
    order: int = 0


@dataclass(frozen=True)
class Handed:
    """One student's answer to one exercise. ``late`` is None and ``when`` empty where nothing tells.

    ``student`` is what the gradebook knows the student by. ``how`` says what told the exercise, ``helpers``
    are the files that it imports, by the names of the modules. ``layout`` is the download's where the
    listing has several.
    """

    student: str
    name: str
    exercise: str
    entry: Entry
    late: bool | None = None
    when: str = ""
    order: int = 0
    email: str = ""
    section: str = ""
    how: str = ""
    layout: str = ""
    helpers: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True)
class Listing:
    """Everything in a folder or zip: the files to grade, and those that are left out."""

    layout: str
    handed: tuple[Handed, ...]
    left_out: tuple[Refused, ...]

    @property
    def doubts(self) -> tuple[Refused, ...]:
        """The files that may well be somebody's work and are not graded."""
        return tuple(one for one in self.left_out if one.doubt)


@dataclass(frozen=True)
class Asked:
    """What the files are held against: the course's exercises, and the one asked for.

    ``functions`` are those that an exercise asks for, ``parameters`` the names in their heads, ``stubs`` what
    was handed out. ``known`` are
    the students of the gradebook, by their folded names and keys, ``answered`` the exercises that each has
    answered. ``attempts`` says which count: ``last``, ``first`` or ``best``.
    """

    exercises: tuple[str, ...]
    exercise: str = ""
    functions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    stubs: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    answered: Mapping[str, frozenset[str]] = field(default_factory=dict)
    roster: Roster | None = None
    attempts: str = "last"

    def is_known(self, text: str) -> bool:
        """Tell whether the roster or the gradebook knows somebody by this text."""
        return naming.fold(text) in self.known or (self.roster is not None and self.roster.knows(text))


def is_program(entry: Entry) -> bool:
    """Tell whether a file may be somebody's program."""
    return bool(naming.kind(entry.file)) and not JUNK.search(entry.path)


def is_kept_copy(entry: Entry) -> bool:
    """Tell whether a file is what Jupyter keeps of a notebook, to go back to."""
    return entry.path.split("/")[-2:-1] == [CHECKPOINTS] and bool(naming.kind(entry.file))


def why_not(entry: Entry) -> str:
    """Say why a file that is no program is left out."""
    if TYPED.search(entry.path):
        return sentence("left.typed")
    if JUNK.search(entry.path):
        return sentence("left.junk")
    return entry.fault or sentence("left.no_program")


def names_of(entry: Entry, below: int) -> tuple[str, ...]:
    """Return what may tell a file's exercise: its name, then its folders, as far as ``below`` a depth."""
    return tuple(reversed([*entry.parts[below:], *entry.inner]))


def refused(entry: Entry, why: str, doubt: bool = False) -> Refused:
    """Leave a file out: a program that nobody can be named for is in doubt, anything else is not."""
    if not is_program(entry) and not entry.fault:
        return Refused(entry.path, why_not(entry))
    return Refused(entry.path, why, doubt)


def is_of_most(download: Download, depth: Callable[[Entry], int]) -> bool:
    """Tell whether most of what lies side by side bears a platform's mark: one hand-in's is no class's.

    ``depth`` says how many parts of a path are the folder, or the file, that bears it, 0 for none. Counted is
    what the programs' paths begin with where they part, so that many files of one person are one.
    """
    heads = {entry.parts[:at] for entry in download.entries if (at := depth(entry))}
    programs = [entry for entry in download.entries if is_program(entry) or entry.fault] or download.entries
    folders = [entry.parts[:-1] for entry in programs]
    least, most = min(folders, default=()), max(folders, default=())
    common = next(
        (at for at, (one, other) in enumerate(zip(least, most, strict=False)) if one != other), len(least)
    )
    borne: dict[str, bool] = defaultdict(bool)
    for entry in programs:
        borne[entry.parts[common]] |= any(entry.parts[:at] in heads for at in range(1, len(entry.parts) + 1))
    return 2 * sum(borne.values()) > len(borne)
