"""Say which parts of a failing task are right: some of its values, or the first entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from grader.grading.comparison import Comparison
from grader.grading.evidence import direct, is_right, names_of
from grader.words.lists import listed
from grader.words.message import Said, say


@np.errstate(all="ignore")
def what_is_right(compared: Comparison, tasks: Sequence[str]) -> tuple[Said, ...]:
    """Return a sentence for each of these tasks of which a part is right by public checks, denied by none."""
    return tuple(said for task in tasks for said in right_parts(compared, task))


def right_parts(compared: Comparison, task: str) -> Iterator[Said]:
    """Yield what is right of a task that fails: some of its values, or one sample, or the first entries."""
    every = direct(compared, task)
    shown = [index for index in every if compared.checks[index].check.public]
    failing = compared.failing_of(task)
    if not failing or not any(index in failing for index in shown):
        return
    names = with_wrong_buffers(compared, shown)
    right = [name for name in names if is_right(compared, every, name)]
    wrong = [name for name in names if not is_right(compared, shown, name)]
    if right and wrong and len(right) + len(wrong) == len(names):
        yield say("right.values", task=task, right=listed(right), wrong=listed(wrong))
    elif len(wrong) == 1:
        yield from right_entries(compared, task, [index for index in every if index in failing], wrong[0])


def with_wrong_buffers(compared: Comparison, shown: Sequence[int]) -> list[str]:
    """Return the values worth speaking of, with those buffers of theirs that are wrong."""
    every = names_of(compared, shown)
    names = spoken(every, [name for name in every if "." not in name])
    buffers = [name for name in every if name.endswith(".grad") and name not in names]
    return [*names, *(name for name in buffers if not is_right(compared, shown, name))]


def spoken(names: Sequence[str], plain: Sequence[str]) -> Sequence[str]:
    """Return the values worth speaking of: without flags, and without buffers beside their parameters."""
    numbers = [name for name in names if not name.endswith((".requires_grad", ".is_leaf"))]
    return plain if plain and len(plain) < len(numbers) else numbers


def right_entries(compared: Comparison, task: str, failing: Sequence[int], name: str) -> Iterator[Said]:
    """Yield how many entries of a history are right before the first wrong one, in all public checks.

    Where a hidden check has a wrong entry earlier, nothing is said: its place could tell a hidden number.
    """
    counts: list[int] = []
    hidden: list[int] = []
    for index in failing:
        got, expected = compared.row[index].values.get(name), compared.checks[index].expected.values.get(name)
        if (
            got is None
            or expected is None
            or got.ndim != 1
            or got.shape != expected.shape
            or got.dtype.kind not in "iuf"
        ):
            return
        allowed = compared.checks[index].check.bound.allowed(name, expected)
        off = ~(np.abs(got - expected) <= allowed)
        (counts if compared.checks[index].check.public else hidden).append(int(np.argmax(off)))
    if counts and 1 <= min(counts) <= min(hidden, default=min(counts)):
        id = "right.first.one" if min(counts) == 1 else "right.first"
        yield say(id, task=task, name=name, count=min(counts))
