"""Put two misconceptions of a task together: what a program gives in which both were made."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, islice

from grader.keys.key import PAIR
from grader.keys.making.mutants import Base, bases, definition
from grader.keys.making.mutation.tree import SourceMutant, body_of
from grader.pages.page import Exercise

PAIRS_AT_MOST = 120
"""Pairs of one task that are watched."""

CHANGED_AT_MOST = 40
"""Pieces of text by which a misconception may differ from a right definition: more is another program."""

Edit = tuple[int, int, list[str]]
"""From which piece of a text to which, and what stands there instead."""


def pairs(exercise: Exercise) -> Iterator[tuple[Base, list[SourceMutant]]]:
    """Yield each right definition with the pairs of misconceptions that are two separate changes to it.

    A pair belongs to the definition to which it changes least.
    """
    right = list(bases(exercise))
    found: dict[int, list[SourceMutant]] = {}
    for task in exercise.tasks:
        own = {
            place: text for place, base in enumerate(right) if base.task == task and (text := pieces(base))
        }
        for place, made, words in islice(of_task(exercise, task, own), PAIRS_AT_MOST):
            whole = f"def {right[place].name}({made}"
            found.setdefault(place, []).append(SourceMutant(PAIR, whole, words))
    yield from ((right[place], some) for place, some in found.items())


def of_task(
    exercise: Exercise, task: str, own: Mapping[int, list[str]]
) -> Iterator[tuple[int, str, Mapping[str, str]]]:
    """Yield the pairs of a task: the place of the right definition, the changed text, and both ids."""
    wrong = [one for one in exercise.misconceptions if one.targets == (task,)]
    edits = {
        one.id: {place: edits_of(text, changed) for place, text in own.items()}
        for one in wrong
        if (changed := pieces(Base(task, one.id, one.program)))
    }
    for one, other in combinations(edits, 2):
        texts = {place: together(text, edits[one][place], edits[other][place]) for place, text in own.items()}
        made = {place: text for place, text in texts.items() if text is not None}
        if made:
            least = min(made, key=lambda place: size(edits[one][place]) + size(edits[other][place]))
            yield least, made[least], {"one": one, "other": other}


def pieces(base: Base) -> list[str]:
    """Return a definition's text behind its name in words, signs and blanks; empty where there is none.

    Its docstring is left out: misconceptions have none, or one of their own.
    """
    function = definition(base)
    if function is None:
        return []
    function.body = list(body_of(function)) or function.body
    return re.findall(r"\s+|\w+|.", ast.unparse(function).partition("(")[2])


def size(edits: Sequence[Edit]) -> int:
    """Return by how many pieces two texts differ."""
    return sum(end - begin + len(new) for begin, end, new in edits)


def edits_of(text: Sequence[str], changed: Sequence[str]) -> list[Edit]:
    """Return the changes that make one text of another."""
    matched = SequenceMatcher(None, text, changed, autojunk=False)
    return [
        (begin, end, list(changed[first:last]))
        for kind, begin, end, first, last in matched.get_opcodes()
        if kind != "equal"
    ]


def together(text: Sequence[str], one: Sequence[Edit], other: Sequence[Edit]) -> str | None:
    """Return a text with two sets of changes, None where they meet or are many, or make no Python."""
    if max(size(one), size(other)) > CHANGED_AT_MOST or any(
        a[0] <= b[1] and b[0] <= a[1] for a in one for b in other
    ):
        return None
    made = list(text)
    for begin, end, new in sorted([*one, *other], reverse=True, key=lambda edit: edit[:2]):
        made[begin:end] = new
    whole = "".join(made)
    try:
        ast.parse(f"def both({whole}")
    except SyntaxError:
        return None
    return whole
