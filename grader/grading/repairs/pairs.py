"""Choose pairs of changes worth trying: two mistakes in one task, or one that was made twice."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, islice

import numpy as np

from grader.grading.repairs.changes.change import Change, last_name
from grader.grading.repairs.experiment import Active, Trial

SHAPING_AT_MOST = 6
"""Changes that give the right shape, of those that are tried together with every other one."""

AT_MOST = 4000
"""Pairs that are tried; the time for trying ends before that where the task is slow."""

FORETOLD_AT_MOST = 250
"""Pairs that are tried first because their effects, put together, come near the right numbers."""

TWICE_AT_MOST = 12
"""Changes of one kind in one line of which pairs are tried before all others."""

TWICE_IN_ALL = 400
"""Pairs of changes of one kind in one line that are tried before all others."""

PRODUCT_AT_MOST = 700
"""Up to this product of two ranks a pair is tried before others: a very likely change with any other."""

RANKED_AT_MOST = 2000
"""Pairs of two likely changes that are tried before those of a very likely one with any other."""

COMMON = frozenset(
    {
        "added",
        "argument",
        "axis",
        "call",
        "condition",
        "factor",
        "needless",
        "overwritten",
        "power",
        "range",
        "reduction",
        "results_exchanged",
        "shares",
        "sibling",
        "sign",
        "slice",
        "square_missing",
        "term",
        "transpose",
    }
)
"""Kinds of mistakes that are made most; pairs of these come before others."""


def pairs(changes: Sequence[Change], tries: Trial, before: np.ndarray | None) -> list[Active]:
    """Return pairs of changes, the likely ones first; each does something by itself, and no two the same.

    ``before`` are the program's own numbers, None where they have another shape than the right ones: then
    one of the two changes gives the right shape, and the other may be any.
    """
    units = sorted(different(tries, before), key=lambda unit: (changes[unit[0]].kind not in COMMON, unit))
    if before is None:
        every = ((number,) for number in range(len(changes)))
        shaping = (joined(unit, other) for other in every for unit in units[:SHAPING_AT_MOST])
        whole = (pair for pair in shaping if len(pair) > 1 and not undo(changes, pair))
        return list(islice(dict.fromkeys(whole), AT_MOST))
    count = len(units)
    ranked = chain(
        islice(by_rank(count), RANKED_AT_MOST),
        by_product(count),
        by_rank(count),
    )
    both = chain(foretold(units, tries, before) if count > 1 else [], ranked)
    twice = islice(twice_in_a_line(changes, list(tries.rows)), TWICE_IN_ALL)
    likely = chain(twice, (joined(units[one], units[other]) for one, other in both))
    found: dict[Active, None] = {}
    for pair in likely:
        if pair not in found and not undo(changes, pair):
            found[pair] = None
            if len(found) == AT_MOST:
                break
    return list(found)


def undo(changes: Sequence[Change], pair: Active) -> bool:
    """Tell whether two changes may cancel: what is put into one line twice, a 2 and a half of it."""
    lines = [changes[number].line for number in pair if changes[number].adds]
    return len(lines) > 1 and len(set(lines)) < len(lines)


def joined(one: Active, other: Active) -> Active:
    """Return the changes of two sets."""
    return tuple(sorted({*one, *other}))


def different(tries: Trial, before: np.ndarray | None) -> list[Active]:
    """Return the changes that give finite numbers, unlike the program's own and those of changes before."""
    seen = set() if before is None else {mark(before)}
    unlike: list[Active] = []
    for active, row in tries.rows.items():
        if np.isfinite(row).all() and mark(row) not in seen:
            seen.add(mark(row))
            unlike.append(active)
    return unlike


def mark(row: np.ndarray) -> bytes:
    """Return what is the same for equal numbers, a zero of either sign among them."""
    return (row + 0.0).tobytes()


# ---- one mistake made again ----------------------------------------------------------------------


def made_again(changes: Sequence[Change], numbers: Sequence[int]) -> Iterator[Active]:
    """Yield the same change in all places of a line, or in all lines that differ by numbers in names only.

    So it is with o1 - y1 and o2 - y2; of a line with several such places first one, then all are changed.
    """
    alike: dict[str, dict[int, list[int]]] = {}
    for number in numbers:
        change = changes[number]
        undone = change.adds and change.kind in TURNS
        if isinstance(change.place, ast.expr) and isinstance(change.other, ast.expr) and not undone:
            group = alike.setdefault(likeness(change.kind, change.place, change.other), {})
            group.setdefault(change.line, []).append(number)
    for lines in alike.values():
        yield from (tuple(places) for places in lines.values() if len(places) > 1)
        if len(lines) > 1:
            yield tuple(places[0] for _, places in sorted(lines.items()))
            if any(len(places) > 1 for places in lines.values()):
                yield tuple(number for _, places in sorted(lines.items()) for number in places)


TURNS = frozenset({"sign", "complement_missing", "transpose"})
"""What one line lacks another may undo: of these, several that are missing explain numbers by chance."""


def likeness(kind: str, place: ast.expr, other: ast.expr) -> str:
    """Return what is the same for one mistake in several places; of functions these are the two names."""
    if kind == "reduction" and isinstance(place, ast.Call) and isinstance(other, ast.Call):
        return f"{kind} {last_name(place.func)} {last_name(other.func)}"
    if kind == "call" and isinstance(place, ast.Call):
        return f"{kind} {last_name(place.func)}"
    return f"{kind} {bare(place)} {bare(other)}"


def bare(code: ast.expr) -> str:
    """Return code without the numbers in its names, and without those of entries: h[0] is one like h[1]."""
    return re.sub(DIGITS, "", ast.unparse(code))


DIGITS = r"(?<=[^\W\d])\d+|(?<=\[)\d+(?=\])"
"""Numbers at the end of names, and in square brackets."""


def twice_in_a_line(changes: Sequence[Change], units: Sequence[Active]) -> Iterator[Active]:
    """Yield pairs of changes of one kind in one line: who makes a mistake often makes it twice.

    Two other numbers in one line fit by chance.
    """
    alike: dict[tuple[str, int], list[int]] = {}
    for number in (unit[0] for unit in units if len(unit) == 1):
        change = changes[number]
        if not change.adds and change.kind != "number":
            alike.setdefault((change.kind, change.line), []).append(number)
    for group in sorted(alike.values(), key=len):
        yield from combinations(group[:TWICE_AT_MOST], 2)


# ---- two mistakes --------------------------------------------------------------------------------


@np.errstate(all="ignore")
def foretold(units: Sequence[Active], tries: Trial, before: np.ndarray) -> list[tuple[int, int]]:
    """Return the places of two changes whose effects, put together, come nearest to the right numbers.

    Small effects add up, and factors multiply; what else two changes do together is not foretold.
    """
    rows = np.array([tries.rows[unit] for unit in units])
    sizes = np.where(tries.allowed > 0, tries.allowed, 1.0)
    factors, wanted = rows / before, tries.wanted / before
    sound = np.isfinite(wanted) & (wanted != 0)
    logs = np.nan_to_num(np.log(np.abs(factors[:, sound])), nan=FAR, posinf=FAR, neginf=FAR)
    nearest = np.stack(
        [
            far_off((rows - before) / sizes, (tries.wanted - before) / sizes),
            far_off(logs, np.log(np.abs(wanted[sound]))),
        ]
    ).reshape(2, -1)
    count = min(FORETOLD_AT_MOST, nearest.shape[1])
    first = np.argpartition(nearest, count - 1, axis=1)[:, :count]
    order = np.take_along_axis(first, np.argsort(np.take_along_axis(nearest, first, 1), 1), 1).T.ravel()
    places = (divmod(int(place), len(units)) for place in order)
    return [(one, other) for one, other in places if one < other]


FAR = 99.0
"""The logarithm of a factor that leads nowhere."""


def far_off(effects: np.ndarray, goal: np.ndarray) -> np.ndarray:
    """Return how far each two effects together are off a goal, inf where they are no pair: shape (k, k)."""
    squares, along = (effects**2).sum(axis=1), effects @ goal
    off = squares[:, None] + squares + 2 * effects @ effects.T - 2 * (along[:, None] + along)
    return np.where(np.triu(np.ones(off.shape, dtype=bool), 1), off, np.inf)


def by_rank(count: int) -> Iterator[tuple[int, int]]:
    """Yield all pairs of so many ranks, those with the least sum first."""
    for total in range(1, 2 * count - 2):
        yield from ((one, total - one) for one in range(max(0, total - count + 1), (total + 1) // 2))


def by_product(count: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of so many ranks whose product is small."""
    for one in range(count):
        yield from ((one, other) for other in range(one + 1, min(count, PRODUCT_AT_MOST // (one + 1))))
