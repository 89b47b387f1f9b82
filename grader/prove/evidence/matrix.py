"""The kill matrix: every program that a page describes against every check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from grader.grading.carried_forward import carry_forward
from grader.grading.comparison import Comparison, hold, hold_known
from grader.grading.diagnose import diagnose
from grader.grading.judge import judge
from grader.inside.observation import Limits, Observation, Observed, Outcome, Program
from grader.inside.values import as_float32
from grader.keys.key import AnswerKey, Row, marked_row
from grader.keys.making.baselines import LAZY, constant_answers, lazy_programs
from grader.keys.making.looker import Looker
from grader.pages.page import Exercise
from grader.prove.evidence.loops import rewrite
from grader.prove.evidence.proof import Line, Trial
from grader.release import stub

LOADED = Observation(Outcome.RETURNED)

COUNTED = frozenset({"vectorised", "calls", "fits"})
"""Kinds of check for how a program works, which is another matter with loops in it."""


@dataclass(frozen=True)
class Named:
    """A program of the page by its id and kind."""

    id: str
    kind: str
    program: Program


def right(exercise: Exercise) -> Iterator[Named]:
    """Yield the reference and the alternatives."""
    yield Named("reference", "reference", exercise.reference)
    for variant in exercise.alternatives:
        yield Named(variant.id, "alternative", variant.program)


def wrong(exercise: Exercise) -> Iterator[Named]:
    """Yield the misconceptions."""
    for variant in exercise.misconceptions:
        yield Named(variant.id, "misconception", variant.program)


def line(
    made: AnswerKey,
    id: str,
    kind: str,
    seen: Observed,
    compare: Callable[[AnswerKey, Row], Comparison] = hold,
) -> Line:
    """Judge and diagnose one program, as a student's would be."""
    compared = compare(made, seen.row)
    diagnoses = diagnose(compared)
    verdicts = carry_forward(judge(compared, seen.load, Limits()), diagnoses, compared.key.checks)
    return Line(id, kind, compared.row, verdicts, tuple(found.id for found in diagnoses))


def rows(made: AnswerKey) -> dict[str, Row]:
    """Return the rows that a key holds of its alternatives and misconceptions."""
    return {known.id: known.row for known in (*made.alternatives, *made.misconceptions)}


# ---- trials -------------------------------------------------------------------------------------


def written(exercise: Exercise, how: str, made: AnswerKey) -> Trial:
    """Return the programs as they were observed for a key."""
    known = {"reference": made.reference, **rows(made)}
    lines = [
        line(made, one.id, one.kind, Observed(LOADED, known[one.id]), hold_known)
        for one in (*right(exercise), *wrong(exercise))
    ]
    return Trial(how, made, tuple(lines))


def on_float32(look: Looker, made: AnswerKey) -> Trial:
    """Return the programs on inputs in single precision, which no program can make more precise again."""
    single = [as_float32(asked) for asked in made.scenarios]
    checks = [replace(check, bound=replace(check.bound, double=check.bound.single)) for check in made.checks]
    wide = replace(made, checks=tuple(checks))
    named = (*right(look.exercise), *wrong(look.exercise))
    lines = [line(wide, one.id, one.kind, look.observe(one.program, single)) for one in named]
    return Trial(" on float32 inputs", wide, tuple(lines))


def with_loops(look: Looker, first: Trial) -> Trial:
    """Return the programs with loops in place of reductions and products; the others as they were."""
    lines = list(first.lines)
    for place, one in enumerate((*right(look.exercise), *wrong(look.exercise))):
        program = rewrite(one.program)
        if program is not one.program:
            seen = look.observe(program, first.key.scenarios)
            row = tuple(
                before if asked.kind in COUNTED else again
                for asked, before, again in zip(
                    first.key.scenarios, first.lines[place].row, seen.row, strict=True
                )
            )
            lines[place] = line(first.key, one.id, one.kind, replace(seen, row=row))
    return Trial(" rewritten with loops", first.key, tuple(lines))


# ---- programs that have understood nothing ------------------------------------------------------


def idle(made: AnswerKey, look: Looker) -> Iterator[Line]:
    """Yield the stub, the programs that answer every call alike, and zeros and ones in the right shapes."""
    exercise = look.exercise
    empty = replace(exercise.reference, text=stub.head(exercise.source, ""))
    yield line(made, "stub", "stub", look.observe(empty, made.scenarios))
    for answer, program in zip(LAZY, lazy_programs(exercise), strict=True):
        yield line(made, f"return {answer}", "lazy program", look.observe(program, made.scenarios))
    for place, word in enumerate(("zeros", "ones")):
        row = tuple(constant(exercise, made, check, place) for check in range(len(made.checks)))
        yield line(made, f"{word} in the right shapes", "lazy program", Observed(LOADED, row))


def constant(exercise: Exercise, made: AnswerKey, check: int, place: int) -> Observation:
    """Return a constant answer to a check; none where the check asks for more than a returned number."""
    answers = constant_answers(exercise.checks[check], made.reference[check])
    return answers[place] if answers else Observation(Outcome.UNFINISHED)


# ---- the same again -----------------------------------------------------------------------------


def repeats(made: AnswerKey, look: Looker) -> Mapping[str, Mapping[str, Row]]:
    """Return the right programs' rows a second time, with the checks in reverse order.

    A program that gives other numbers there is asked once more in the first order, to tell why.
    """
    look = look.again()
    first = {"reference": made.reference, **rows(made)}
    found: dict[str, dict[str, Row]] = {}
    for one in right(look.exercise):
        back = marked_row(look.row(one.program, made.scenarios[::-1])[::-1], made.checks)
        found[one.id] = {"with the checks in reverse order": back}
        if first_change(first[one.id], back) is not None:
            again = marked_row(look.again().row(one.program, made.scenarios), made.checks)
            found[one.id] = {"a second time": again, **found[one.id]}
    return found


def first_change(one: Row, other: Row) -> int | None:
    """Return the first check on which two rows differ in the last bit, None where there is none."""
    for place, (before, after) in enumerate(zip(one, other, strict=True)):
        if before.outcome is not after.outcome or before.values.keys() != after.values.keys():
            return place
        pairs = ((array, after.values[name]) for name, array in before.values.items())
        if not all(np.array_equal(a, b, equal_nan=a.dtype.kind in "fc") for a, b in pairs):
            return place
    return None
