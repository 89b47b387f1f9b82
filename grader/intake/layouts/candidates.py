"""Tell which exercises a file answers: by its name, its folder's, or the functions that it defines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.intake import naming
from grader.intake.entry import Entry, Refused
from grader.intake.layouts.tree import code, levels
from grader.intake.layouts.tree.found import Asked, Owned
from grader.intake.modules import imported
from grader.intake.naming import WITHIN
from grader.words.catalogue import sentence


@dataclass(frozen=True)
class Candidate:
    """A file that may answer an exercise: how plainly it says so, and by what."""

    row: Owned
    exercise: str
    rank: int
    how: str = ""

    @property
    def depth(self) -> int:
        """How deep the file lies."""
        return len(self.row.entry.parts) + len(self.row.entry.inner)

    @property
    def is_draft(self) -> bool:
        """Whether it lies among drafts."""
        return any(map(levels.is_draft, (*self.row.entry.parts[:-1], *self.row.entry.inner[:-1])))


def candidates(row: Owned, programs: Sequence[Owned], asked: Asked) -> list[Candidate] | Refused:
    """Return the exercises that a file answers, or why that cannot be told.

    It is one, by the name; a file whose names tell none may hold the functions of several.
    """
    made = _by_name(row, programs, asked)
    if made == []:
        return _by_functions(row, asked)
    return made if isinstance(made, list | Refused) else []


def _by_name(row: Owned, programs: Sequence[Owned], asked: Asked) -> list[Candidate] | Refused | None:
    """Return the exercise that a file's names tell, if they tell one, or why that cannot be.

    None is for a file that is there to be imported by another one.
    """
    found = [naming.told(name, asked.exercises) for name in row.names]
    own = found[0] if found else None
    plain = list(dict.fromkeys(one.exercise for one in found if one and one.rank != WITHIN))
    if own and own.rank != WITHIN:
        return _plainly(row, own, plain, programs, asked)
    if own and defines_any(row, own.exercise, asked) is not False:
        more = [
            id for id in complete(row.entry, asked) if id != own.exercise and naming.told(row.names[0], [id])
        ]
        both = [Candidate(row, id, WITHIN, sentence("left.how.name")) for id in (own.exercise, *more)]
        return both if more else _checked(both[0], asked)
    for exercise in dict.fromkeys([*plain, *filter(None, [asked.exercise])]):
        defines = defines_any(row, exercise, asked)
        if defines or (defines is None and len(programs) == 1) or (own is None and len(programs) == 1):
            how = sentence("left.how.folder") if exercise in plain else "--exercise"
            return _checked(Candidate(row, exercise, WITHIN, how), asked)
    return []


def _plainly(
    row: Owned, own: naming.Told, plain: Sequence[str], programs: Sequence[Owned], asked: Asked
) -> list[Candidate] | Refused | None:
    """Return the exercise of a file that is called just as one, unless its folder names another."""
    if defines_any(row, own.exercise, asked) is False and _is_imported(row, programs, asked):
        return None  # a helper that happens to be called as an exercise is
    if len(plain) > 1 and (around := plain[1]) != own.exercise:
        beside = {told.exercise for one in programs if (told := naming.told(one.names[0], asked.exercises))}
        if around in beside:
            return None  # an earlier exercise, handed in beside the one that imports it
        defines = [defines_any(row, exercise, asked) for exercise in (own.exercise, around)]
        if defines != [True, False]:
            why = sentence("left.called", exercise=own.exercise, around=around)
            return Refused(row.entry.path, why, doubt=True)
    how = sentence("left.how.name")
    if plain[1:] and plain[1] != own.exercise:
        how = sentence("left.how.elsewhere", folder=plain[1])
    return _checked(Candidate(row, own.exercise, own.rank, how), asked)


def _is_imported(row: Owned, programs: Sequence[Owned], asked: Asked) -> bool:
    """Tell whether another answer of the same hand-in imports a file; a student's own test does not count."""
    name = naming.plain(row.names[0])
    for one in programs:
        told = naming.told(one.names[0], asked.exercises) if one is not row and one.names else None
        if told and defines_any(one, told.exercise, asked) and name in imported(code.text(one.entry)):
            return True
    return False


def _checked(made: Candidate, asked: Asked) -> list[Candidate] | Refused:
    """Return a candidate, or say that it defines the functions of another exercise.

    Where exercises ask for functions of the same names, their parameters tell.
    """
    others = [id for id in complete(made.row.entry, asked) if id != made.exercise]
    if defines_any(made.row, made.exercise, asked) is not False:
        others = [id for id in others if _fits_better(made.row, id, made.exercise, asked)]
    if not others:
        return [made]
    why = sentence("left.wrong", exercise=made.exercise, others=" + ".join(others))
    return Refused(made.row.entry.path, why, doubt=True)


def _fits_better(row: Owned, other: str, own: str, asked: Asked) -> bool:
    """Tell whether a file has every parameter as another exercise names it, and not as its own does."""
    theirs, its, here = asked.parameters.get(other), asked.parameters.get(own), code.parameters(row.entry)
    if not theirs or not its:
        return False
    shared = [name for name in its if name in here]
    return all(here.get(name) == said for name, said in theirs.items()) and any(
        here[name] != its[name] for name in shared
    )


def _by_functions(row: Owned, asked: Asked) -> list[Candidate] | Refused:
    """Return the exercises whose functions a file defines, all of them; of the same functions only one."""
    exercises = complete(row.entry, asked)
    names = [name for id in exercises for name in asked.functions[id]]
    if len(names) > len(set(names)):
        why = sentence("left.both", exercises=" + ".join(exercises))
        return Refused(row.entry.path, why, doubt=True)
    return [Candidate(row, id, WITHIN, sentence("left.how.functions")) for id in exercises]


def is_meant(row: Owned, asked: Asked) -> bool:
    """Tell whether a file that is no program may be an answer all the same: ``loss.pdf``, ``loss.txt``."""
    name = row.names[0].rpartition(".")[0] if row.names else ""
    return naming.told(name, asked.exercises) is not None or bool(complete(row.entry, asked))


def complete(entry: Entry, asked: Asked) -> list[str]:
    """Return the exercises all of whose functions a file defines."""
    if not asked.functions:
        return []
    defined = code.defined(entry)
    whole = {id: names for id, names in asked.functions.items() if names and names <= defined}
    # An exercise that asks for some of another's functions is not what a file with all of those is for.
    return [id for id, names in whole.items() if not any(names < more for more in whole.values())]


def defines_any(row: Owned, exercise: str, asked: Asked) -> bool | None:
    """Tell whether a file defines any of an exercise's functions, None where these are not known."""
    names = asked.functions.get(exercise)
    return None if not names else not names.isdisjoint(code.defined(row.entry))
