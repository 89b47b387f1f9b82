"""Find how the numbers of a task relate to the right ones, and say so without telling a hidden number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from grader.grading.verdict import Diagnosis
from grader.keys.key import AnswerKey, Row
from grader.numbers.compare import graded, is_single
from grader.numbers.relations.case import NEAR, NEAR_SINGLE, Case, Found, arrays, befores, quantities
from grader.numbers.relations.forms import orders
from grader.numbers.relations.search import Search, find
from grader.words.catalogue import has_sentence
from grader.words.lists import listed
from grader.words.message import say, together

FACTORS = (
    "relation.scaled",
    "relation.sign",
    "relation.step_scaled",
    "relation.step_sign",
    "relation.unchanged",
)
"""The relations that say no more than by how much."""

PLAIN = (*FACTORS, "relation.zero", "relation.constant", "relation.boxed", "relation.exchanged")
"""The relations that say all there is to say, whatever mutant gives the same numbers."""

QUOTING = ("relation.scaled", "relation.step_scaled", "relation.offset", "relation.constant")
"""The relations that quote a number; each has a sentence without it, ``.unsaid``."""


def relation(
    key: AnswerKey, row: Row, other: Row, places: Sequence[int], searches: Sequence[Search] | None = None
) -> list[tuple[str, Found]]:
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
        how = find(whole, searches)
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
    got, expected = [row[place].values for place in places], [other[place].values for place in places]
    if not all(name in one for one in (*got, *expected) for name in names):
        return ()
    order = orders(names, got, expected)
    # Where some stand in their own place, each of the others is told by itself.
    return order if not any(one == other for one, other in zip(names, order, strict=False)) else ()


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


def phrased(id: str, plural: bool) -> str:
    """Return the id of the sentence for so many values: several take another verb."""
    many = f"{id}.many"
    return many if plural and has_sentence(many) else id


def is_plural(names: Sequence[str]) -> bool:
    """Tell whether what is named takes a plural verb: several values, or one that is called "losses"."""
    return len(names) > 1 or (names[0].endswith("s") and not names[0].endswith(("ss", "ias")))


def described(found: Sequence[tuple[str, Found]], checks: tuple[str, ...]) -> Diagnosis:
    """Return relations as a diagnosis, values with the same relation taken together."""
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}
    for name, how in found:
        groups.setdefault((how.sentence, tuple(sorted(how.words.items()))), []).append(name)
    said = [
        say(
            phrased(id if words or id not in QUOTING else f"{id}.unsaid", is_plural(names)),
            where=listed(names),
            **dict(words),
        )
        for (id, words), names in groups.items()
    ]
    first = next(iter(groups))[0]
    return Diagnosis(first, say(f"{first}.title"), together(said), checks)
