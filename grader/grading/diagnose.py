"""Recognise a known mistake by its numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np

from grader.grading.carried_forward import with_known, with_slip
from grader.grading.no_result import stopped
from grader.grading.verdict import Diagnosis
from grader.inside.observation import NUMERIC, Observation, Outcome
from grader.keys.key import AnswerKey, Derived, Known, Row, agrees
from grader.numbers.compare import graded, is_single
from grader.numbers.equivalence import is_equivalent
from grader.numbers.relations.case import NEAR, NEAR_SINGLE, Case, Found, arrays, befores, quantities
from grader.numbers.relations.forms import orders
from grader.numbers.relations.search import find
from grader.words.catalogue import sentence

FACTORS = (
    "relation.scaled",
    "relation.sign",
    "relation.step_scaled",
    "relation.step_sign",
    "relation.unchanged",
)
"""The relations that say no more than by how much."""

PLAIN = (*FACTORS, "relation.zero", "relation.constant", "relation.boxed")
"""The relations that say all there is to say, whatever slip gives the same numbers."""

OF_LOOPS = ("loop_", "one_round_", "after_the_loop", "return_in_loop", "stops_early", "overwritten")
"""How the sentences begin that speak of a loop."""

QUOTING = ("relation.scaled", "relation.step_scaled", "relation.offset", "relation.constant")
"""The relations that quote a number; each has a sentence without it, ``.unsaid``."""

UNKNOWABLE = frozenset({Outcome.MISSING, Outcome.UNFINISHED})
"""Nothing is recognised in what was not written."""


def diagnose(key: AnswerKey, row: Row, loops: bool = True) -> tuple[Diagnosis, ...]:
    """Return the mistakes that explain a row of observations, the one that explains most first.

    Every task is looked at by itself: first the page's misconceptions, then general relations to the
    right numbers. What a mistake in one task does to the checks of another is explained by it. A row that
    agrees with the reference everywhere is never diagnosed. ``loops`` tells whether the program has a
    loop, without which none can be wrong.
    """
    failing = {place for place in range(len(row)) if not agrees(key, row, key.reference, place)}
    found: list[Diagnosis] = []
    left = set(failing)
    for task in key.tasks:
        own = {place for place in left if key.checks[place].task == task}
        if not own or all(row[place].outcome in UNKNOWABLE for place in own):
            continue
        diagnosis = named(key, row, task, failing) or unnamed(
            key, row, task, loops, [one.task for one in found]
        )
        if diagnosis is not None:
            found.append(diagnosis)
            left -= {place for place in left if key.checks[place].id in diagnosis.checks}
    return tuple(sorted(found, key=lambda diagnosis: -len(diagnosis.checks)))


def unnamed(
    key: AnswerKey, row: Row, task: str, loops: bool, recognised: Collection[str]
) -> Diagnosis | None:
    """Return what can be said of a task's mistake that the page does not name.

    ``recognised`` are the tasks whose mistake is known already.
    """
    found = (
        plain(key, row, task)
        or derived(key, row, task, loops)
        or related(key, row, task)
        or own_loss(key, row, task)
        or stopped(key, row, task, recognised)
    )
    return None if found is None else with_slip(key, row, task, found)


# ---- the page's misconceptions -------------------------------------------------------------------


def named(key: AnswerKey, row: Row, task: str, failing: set[int]) -> Diagnosis | None:
    """Return the one misconception of the page whose numbers these are; None where none is, or several."""
    fits = [known for known in key.misconceptions if explains(key, known, row, task)]
    if len(fits) != 1:
        return None
    known = fits[0]
    explained = sorted(place for place in failing if agrees(key, row, known.row, place))
    found = Diagnosis(
        known.id, known.title, known.message, ids(key, explained), known.hints, known.targets[0]
    )
    return with_known(key, row, known, found)


def explains(key: AnswerKey, known: Known, row: Row, task: str) -> bool:
    """Tell whether a misconception's row is the student's on every check it must show in.

    These are the checks of the tasks it replaces; for a helper, every check that it changes. One of
    them must be a check of ``task`` that differs from the reference.
    """
    changed = {place for place, check in enumerate(key.checks) if check.id in known.changed}
    own = {place for place in range(len(row)) if key.checks[place].task in known.targets} or changed
    if not any(key.checks[place].task == task and place in changed for place in own):
        return False
    return all(agrees(key, row, known.row, place) for place in own)


def ids(key: AnswerKey, places: Iterable[int]) -> tuple[str, ...]:
    """Return the ids of checks by their places."""
    return tuple(key.checks[place].id for place in places)


# ---- general relations ---------------------------------------------------------------------------


def plain(key: AnswerKey, row: Row, task: str) -> Diagnosis | None:
    """Return the plainest that can be said of wrong numbers: a mere factor, always the same, in a list."""
    places, failing = concerned(key, row, task)
    found = relation(key, row, key.reference, places)
    told = found and all(how.sentence in PLAIN for _, how in found)
    return described(sayable(key, row, key.reference, places, found), ids(key, failing)) if told else None


def related(key: AnswerKey, row: Row, task: str) -> Diagnosis | None:
    """Return a relation between the student's numbers and the right ones, or those of a known mistake."""
    places, failing = concerned(key, row, task)
    if not set(places) & set(failing):
        return None  # half of a known mistake, doubled, is no mistake
    found = relation(key, row, key.reference, places)
    if found:
        return described(sayable(key, row, key.reference, places, found), ids(key, failing))
    for known in key.misconceptions:
        if task in known.targets and all(known.row[place].outcome is Outcome.RETURNED for place in places):
            found = relation(key, row, known.row, places)
            if found and is_factor(found) and is_plain_number(found):
                both = described(sayable(key, row, known.row, places, found), ids(key, failing))
                message = sentence("relation.both", first=known.message, second=both.message)
                return Diagnosis(f"{known.id}+{both.id}", known.title, message, both.checks, known.hints)
    return None


def concerned(key: AnswerKey, row: Row, task: str) -> tuple[list[int], list[int]]:
    """Return the checks over which a relation must hold, and those that fail; none where a call gave none.

    An experiment puts several calls together, so that no plain relation holds in it.
    """
    places = [place for place in range(len(row)) if key.checks[place].task == task]
    failing = [place for place in places if not agrees(key, row, key.reference, place)]
    direct = [place for place in places if key.checks[place].scenario.kind != "experiment"]
    if any(row[place].outcome is not Outcome.RETURNED for place in direct):
        return [], failing
    return direct, failing


# ---- slips that no page names ---------------------------------------------------------------------


def derived(key: AnswerKey, row: Row, task: str, loops: bool) -> Diagnosis | None:
    """Return the slip in a right definition that gives exactly these numbers."""
    _, failing = concerned(key, row, task)
    places = {check.id: place for place, check in enumerate(key.checks)}
    for one in key.derived:
        sayable = loops or not one.sentence.startswith(OF_LOOPS)
        if (
            one.task == task
            and sayable
            and all(agrees_with(key, row, one, id, places[id]) for id in one.seen)
        ):
            id = f"derived.{one.sentence}"
            message = sentence(id, **one.words)
            return Diagnosis(id, sentence(f"{id}.title"), message, ids(key, failing))
    return None


def agrees_with(key: AnswerKey, row: Row, one: Derived, id: str, place: int) -> bool:
    """Tell whether a slip gives the student's numbers on one check."""
    return is_equivalent(row[place], one.seen[id], key.checks[place].bound)


# ---- relations between values ---------------------------------------------------------------------


def relation(key: AnswerKey, row: Row, other: Row, places: Sequence[int]) -> list[tuple[str, Found]]:
    """Return, for every value that is wrong, how it relates to the other row's; empty unless all do."""
    if not places:
        return []
    names = list(dict.fromkeys(name for place in places for name in graded(key.reference[place])))
    exchanged = exchange(row, other, places, names)
    if exchanged:
        return [(", ".join(names), Found("relation.exchanged", {"order": ", ".join(exchanged)}))]
    found: list[tuple[str, Found]] = []
    for name in names:
        cases = [case(key, row, other, place, name) for place in places if name in graded(other[place])]
        if any(one is None for one in cases):
            return []
        whole = [one for one in cases if one is not None]
        if not any(one.wrong for one in whole):
            continue
        how = find(whole)
        if how is None:
            return []
        found.append((name, how))
    return found


def case(key: AnswerKey, row: Row, other: Row, place: int, name: str) -> Case | None:
    """Return one value of one check beside what it is compared with; None where the student gave none."""
    scenario = key.checks[place].scenario
    if name not in row[place].values or row[place].values[name].dtype.kind == "c":
        return None
    near = NEAR_SINGLE if is_single(row[place]) and row[place].values[name].dtype == np.float32 else NEAR
    return Case(
        name,
        row[place].values[name],
        other[place].values[name],
        befores(scenario).get(name),
        quantities(scenario),
        arrays(scenario),
        near,
    )


def exchange(row: Row, other: Row, places: Sequence[int], names: Sequence[str]) -> tuple[str, ...]:
    """Return the order in which the student gave the right values, the same in every check, () if none."""
    found = set()
    for place in places:
        got, expected = row[place].values, other[place].values
        if not all(name in got and name in expected for name in names):
            return ()
        found.add(orders(names, got, expected))
    return found.pop() if len(found) == 1 else ()


def is_factor(found: Sequence[tuple[str, Found]]) -> bool:
    """Tell whether everything found is a factor, the only relation looked for on top of a known mistake."""
    return all(how.sentence in FACTORS for _, how in found)


def is_plain_number(found: Sequence[tuple[str, Found]]) -> bool:
    """Tell whether every factor is a constant or a number of samples.

    With a factor that is an argument, a mistake becomes many a formula that has nothing to do with it.
    """
    return all(set(re.findall(r"[^\W\d_]+", how.words.get("factor", ""))) <= {"n", "ln"} for _, how in found)


def sayable(
    key: AnswerKey, row: Row, other: Row, places: Sequence[int], found: Sequence[tuple[str, Found]]
) -> list[tuple[str, Found]]:
    """Return relations without the numbers that only hidden checks show.

    A program chooses such a number when it knows a hidden input, and could tell the input by it.
    """
    public = [place for place in places if key.checks[place].public]

    def shown(name: str, how: Found) -> bool:
        cases = (case(key, row, other, place, name) for place in public if name in graded(other[place]))
        return any(one is not None and shows(one, how) for one in cases)

    return [
        (name, how if how.sentence not in QUOTING or shown(name, how) else Found(how.sentence, {}))
        for name, how in found
    ]


def shows(one: Case, how: Found) -> bool:
    """Tell whether a relation that quotes a number holds in one case by itself; a name is no number."""
    try:
        number = float(next(iter(how.words.values())))
    except ValueError:
        return True
    candidates = {
        "relation.scaled": one.expected * number,
        "relation.offset": one.expected + number,
        "relation.constant": np.full(one.got.shape, number),
    }
    # A sentence quotes six digits.
    near = replace(one, near=max(one.near, 1e-5))
    return how.sentence not in candidates or (one.wrong and near.same(candidates[how.sentence]))


def described(found: Sequence[tuple[str, Found]], checks: tuple[str, ...]) -> Diagnosis:
    """Return relations as a diagnosis, values with the same relation taken together."""
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}
    for name, how in found:
        groups.setdefault((how.sentence, tuple(sorted(how.words.items()))), []).append(name)
    sentences = [
        sentence(id if words or id not in QUOTING else f"{id}.unsaid", where=", ".join(names), **dict(words))
        for (id, words), names in groups.items()
    ]
    first = next(iter(groups))[0]
    return Diagnosis(first, sentence(f"{first}.title"), " ".join(sentences), checks)


# ---- the student's own loss ----------------------------------------------------------------------


def own_loss(key: AnswerKey, row: Row, task: str) -> Diagnosis | None:
    """Tell a right derivative of another loss from a wrong derivative.

    The grader differenced the student's own loss beside the gradient. Where both agree and the loss is
    a task of the exercise, it is the loss that differs.
    """
    places = [
        place
        for place, check in enumerate(key.checks)
        if check.task == task and check.scenario.of in key.tasks and row[place].outcome is Outcome.RETURNED
    ]
    wrong = [place for place in places if not agrees(key, row, key.reference, place)]
    if not wrong or not all(is_own_derivative(key, row[place], place) for place in wrong):
        return None
    return Diagnosis("own_loss", sentence("own_loss.title"), sentence("own_loss"), ids(key, wrong))


def is_own_derivative(key: AnswerKey, seen: Observation, place: int) -> bool:
    """Tell whether a gradient is the derivative of the program's own loss, by central differences."""
    slopes = [array.ravel() for name, array in seen.values.items() if name.startswith(NUMERIC)]
    given = [seen.values[name].ravel() for name in graded(key.reference[place]) if name in seen.values]
    if not slopes or not given:
        return False
    mine, numeric = np.concatenate(given), np.concatenate(slopes)
    size = float(np.max(np.abs(numeric), initial=0))
    return mine.shape == numeric.shape and size > 0 and bool(np.all(np.abs(mine - numeric) <= 1e-5 * size))
