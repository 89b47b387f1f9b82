"""What follows from a mistake is paid for work only: not where a program without any gives the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from programs import check, diagnosed, key, known, seen
from samples import NIGHTLY

from grader.course.course import Course
from grader.grading.carried_forward import carry_forward
from grader.grading.comparison import hold
from grader.grading.diagnose import diagnose
from grader.grading.idle import are_idle
from grader.grading.judge import judge
from grader.inside.observation import Leaf, Limits, Observation, Outcome
from grader.keys.key import AnswerKey, Row
from grader.numbers.compare import graded
from grader.prove.programs.unpaid import unpaid

LOADED = Observation(Outcome.RETURNED)


@pytest.mark.parametrize(
    ("results", "args", "idle"),
    [
        ([seen(f=0.0)], [()], True),
        ([seen(f=1.0)], [()], True),
        ([seen(f=2.5)], [()], False),
        ([seen(f=2.5), seen(f=2.5)], [(), ()], True),
        ([seen(f=0.0), seen(f=1.0)], [(), ()], False),
        ([seen(f=[3.0, 3.0])], [()], True),
        ([seen(f=[3.0, 4.0])], [()], False),
        ([seen(f=[3.0, 4.0])], [(np.array([3.0, 4.0]),)], True),
        ([seen(f=[3.0, 4.0])], [(Leaf(np.array([3.0, 4.0])),)], True),
        ([seen(f=[3.0, 4.0])], [("text", 7)], False),
        ([seen(f=2.5), seen(f=3.5)], [(2.5, 1.0), (3.5, 1.0)], True),
        ([seen(f=2.5), seen(f=3.5)], [(2.5, 1.0), (1.0, 3.5)], False),
        ([seen(f=2.5), seen(f=3.5)], [(2.5,), ()], False),
        ([seen(f=0.0), seen()], [(), ()], False),
        ([], [], False),
        ([seen(a=[1.0, 2.0], b=[1.0, 2.0])], [(np.array([1.0, 2.0]),)], False),
    ],
)
def test_numbers_without_work(results: list[Observation], args: list[tuple[Any, ...]], idle: bool):
    """One constant for every call is no work, nor is the same input handed back by each; all else may be."""
    assert are_idle(list(zip(results, args, strict=True))) is idle


def of_train(*train: float) -> Row:
    """Return a wrong loss, and what a training gives with it."""
    return (seen(loss=[5.1, 6.2]), *(seen(train=value) for value in train))


@pytest.mark.parametrize(
    ("train", "paid"), [((7.0, 8.0), ("one", "two")), ((7.0, 7.0), ()), ((0.0, 0.0), ())]
)
def test_a_constant_is_not_given_back(train: tuple[float, ...], paid: tuple[str, ...]):
    """Where a mistake makes everything after it a constant, whoever returns that has shown nothing."""
    checks = [check("loss", "loss"), check("one", "train"), check("two", "train")]
    right = (seen(loss=[1.0, 2.0]), seen(train=3.0), seen(train=4.0))
    made = key(checks, right, [known("wrong", ("loss",), of_train(*train), ("loss", "one", "two"))])
    assert [found.follows for found in diagnosed(made, of_train(*train))] == [paid]
    assert list(unpaid(made)) == ([] if paid else [("wrong", "train")])


def score(made: AnswerKey, row: Row) -> float:
    """Return a row's points."""
    compared = hold(made, row)
    verdicts = carry_forward(judge(compared, LOADED, Limits()), diagnose(compared), compared.key.checks)
    return sum(one.points for one in verdicts)


def constants(made: AnswerKey) -> Iterator[Row]:
    """Yield what programs give that answer every call with zeros, with ones, or with halves."""
    for number in (0.0, 1.0, 0.5):
        yield tuple(
            replace(
                one,
                values={
                    **one.values,
                    **{name: np.full_like(one.values[name], number) for name in graded(one)},
                },
            )
            for one in made.reference
        )


def pages() -> list[str]:
    """Return the pages that are tried beside the building blocks."""
    return list(Course(ROOT).order) if NIGHTLY else []


def test_nobody_gains_by_a_mistake(keys: Mapping[str, AnswerKey]):
    """On constants in later tasks a known mistake in an earlier one earns no more than a right one."""
    for made in [*keys.values(), *(Course(ROOT).key(id) for id in pages())]:
        for mistake in made.misconceptions:
            for idle in islice(constants(made), None if NIGHTLY else 1):
                mine = [one.task in mistake.targets for one in made.checks]
                wrong = tuple(m if own else i for own, m, i in zip(mine, mistake.row, idle, strict=True))
                right = tuple(m if own else i for own, m, i in zip(mine, made.reference, idle, strict=True))
                assert score(made, wrong) <= score(made, right), (made.id, mistake.id)
