"""Run every program that a page describes, under every condition that a student may meet."""

from __future__ import annotations

from contextlib import suppress

from grader.errors import PageError
from grader.inside.values import as_float32
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker, tolerance
from grader.keys.making.baselines import lazy_programs
from grader.keys.making.looker import Looker
from grader.keys.making.remembering import Watching
from grader.pages.page import Exercise
from grader.prove.evidence import handout, matrix
from grader.prove.evidence.proof import Evidence
from grader.prove.inputs import averaged
from grader.prove.programs import predictions
from grader.release.student_key import named_in_public

CHANGES = (tolerance.moved, tolerance.nudged, as_float32)
"""What is done to inputs, to measure how far answers move with them."""

SEEDS = 6
"""Draws on which the reference has to give finite numbers."""


def gather(exercise: Exercise, sandbox: Watching, seed: int, committed: str | None) -> Evidence:
    """Return what all programs of a page do, on inputs drawn with a seed and with the next one.

    Raises:
        PageError: the page does not even give a key.
        SandboxError: the sandbox failed.
    """
    look = Looker(exercise, sandbox)
    look_ahead(look, seed)
    made, other = key_of(exercise, sandbox, seed), redrawn(exercise, sandbox, seed + 1)
    for more in range(2, SEEDS):
        demand_numbers_again(exercise, look, seed + more)
    first = matrix.written(exercise, "", made)
    return Evidence(
        exercise=exercise,
        key=made,
        margins=tuple(keymaker.measure(exercise, look, made.scenarios, made.reference, matrix.rows(made))),
        trials=(
            first,
            matrix.written(exercise, " on redrawn inputs", other),
            matrix.on_float32(look, made),
            matrix.with_loops(look, first),
        ),
        idle=tuple(matrix.idle(made, look)),
        repeats=matrix.repeats(made, look),
        public=named_in_public(made),
        stub=handout.try_out(exercise, made, committed),
        averaged=tuple(averaged.gather(look, made)),
        predicted=predictions.gather(look, made),
    )


def look_ahead(look: Looker, seed: int) -> None:
    """Have each program loaded once for all inputs on which it will be asked as it is written."""
    exercise = look.exercise
    asked = [exercise.scenarios(seed)]
    for more in range(1, SEEDS):
        with suppress(PageError, TypeError, ValueError, ArithmeticError, LookupError):
            asked.append(exercise.scenarios(seed + more))
    single = [as_float32(one) for one in asked[0]]
    for variant in exercise.variants:
        look.ahead(variant.program, [*asked[:2], single])
    moved = [[change(one) for one in each] for each in asked[:2] for change in CHANGES]
    look.ahead(exercise.reference, [*asked, single, *moved])
    for program in lazy_programs(exercise):
        look.ahead(program, asked[:2])


def key_of(exercise: Exercise, sandbox: Watching, seed: int) -> AnswerKey:
    """Return the key on inputs drawn with a seed, without what takes most of its time to make."""
    # Diagnosis turns to mutants where no misconception of the page fits, a fault with or without them.
    return keymaker.make(exercise, sandbox, seed, with_mutants=False)


def redrawn(exercise: Exercise, sandbox: Watching, seed: int) -> AnswerKey:
    """Return a key on other inputs.

    Raises:
        PageError: the page holds on the first inputs only.
    """
    try:
        return key_of(exercise, sandbox, seed)
    except PageError as fault:
        raise said_of_seed(fault, seed) from fault


def demand_numbers_again(exercise: Exercise, look: Looker, seed: int) -> None:
    """Raise PageError unless the reference gives finite numbers on other inputs as well."""
    try:
        scenarios = exercise.scenarios(seed)
    except (PageError, TypeError, ValueError, ArithmeticError, LookupError):
        return  # there is a rule for inputs that cannot always be drawn
    try:
        keymaker.demand_numbers(exercise, look.row(exercise.reference, scenarios))
    except PageError as fault:
        raise said_of_seed(fault, seed) from fault


def said_of_seed(fault: PageError, seed: int) -> PageError:
    """Return a page error that says with which inputs it comes."""
    message = f"on inputs redrawn with `grade key --seed {seed}`: {plain(fault)}"
    return PageError(fault.path, fault.line, message)


def plain(fault: PageError) -> str:
    """Return a page error's sentence without the place in front."""
    return str(fault).removeprefix(f"{fault.path}:{fault.line}: ").removeprefix(f"{fault.path}: ")
