"""Make an answer key: draw the inputs, observe every program of the page, measure the tolerances."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from grader.errors import PageError
from grader.inside.observation import Observation, Outcome, Scenario
from grader.inside.values import as_float32
from grader.keys.key import AnswerKey, KeyCheck, Known, Row
from grader.keys.making import derived, scriptkey, tolerance
from grader.keys.making.baselines import constant_answers, lazy_programs
from grader.keys.making.looker import Looker
from grader.keys.making.remembering import Watching, unremembered
from grader.keys.making.tolerance import CheckMargins
from grader.keys.staleness import code_digest_of
from grader.numbers.compare import Bound, agree, graded
from grader.numbers.sealed import Sealed, answer_of, marked, seal
from grader.pages.calls import call_text
from grader.pages.check import Check
from grader.pages.page import Exercise
from grader.pages.variants import Variant


def make(exercise: Exercise, sandbox: Watching, seed: int, with_mutants: bool = True) -> AnswerKey:
    """Draw the inputs, observe every program of the page, measure the tolerances.

    ``with_mutants`` also derives the everyday mistakes from the page's right definitions, for diagnosis.

    Raises:
        PageError: the reference fails on its own checks.
    """
    # Of the text that was read: the page may be saved again while its programs are observed.
    digest = code_digest_of(exercise.source.text.encode(), exercise.source.path)
    if exercise.is_script:
        return scriptkey.make(exercise, unremembered(sandbox), seed, digest)
    scenarios = exercise.scenarios(seed)
    look = Looker(exercise, sandbox)
    reference = look.row(exercise.reference, scenarios)
    demand_numbers(exercise, reference)
    rows = {variant.id: look.row(variant.program, scenarios) for variant in exercise.variants}
    seals = seal_predictions(exercise, reference, rows)
    reference = marked_in(seals, reference)
    rows = {id: marked_in(seals, row) for id, row in rows.items()}
    bounds = [margins.bound for margins in measure(exercise, look, scenarios, reference, rows)]
    lazy = [marked_in(seals, look.row(program, scenarios)) for program in lazy_programs(exercise)]
    programs = {
        variant.id: known(variant, rows[variant.id], reference, exercise.checks, bounds)
        for variant in exercise.variants
    }
    return AnswerKey(
        id=exercise.id,
        title=exercise.title,
        story=exercise.story,
        tasks=exercise.tasks,
        allows_torch=exercise.allows_torch,
        checks=key_checks(exercise, scenarios, reference, bounds, lazy, seals),
        reference=reference,
        alternatives=tuple(programs[variant.id] for variant in exercise.alternatives),
        misconceptions=tuple(programs[variant.id] for variant in exercise.misconceptions),
        mutants=derived.derive_all(look, scenarios, reference, rows, bounds) if with_mutants else (),
        seed=seed,
        digest=digest,
        environment=look.versions(),
    )


def demand_numbers(exercise: Exercise, row: Row) -> None:
    """Raise PageError unless the reference returns finite numbers on every check."""
    for check, seen in zip(exercise.checks, row, strict=True):
        if seen.outcome is not Outcome.RETURNED:
            message = f"the reference fails on its own check {check.title!r}: {said_of(seen)}"
            line = seen.line or exercise.source.line_of_text(check.title)
            raise PageError(exercise.source.path, line, message)
        missing = [name for name in check.only if not graded(seen.cut_to((name,)))]
        if missing:
            message = (
                f"the reference gives no {missing[0]!r} on the check {check.title!r}; name what it gives"
            )
            raise PageError(exercise.source.path, exercise.source.line_of_text(check.title), message)
        if not graded(seen):
            message = f"the reference gives no number on the check {check.title!r}; return one"
            raise PageError(exercise.source.path, 0, message)
        if not all(np.isfinite(seen.values[name]).all() for name in graded(seen)):
            message = (
                f"the reference is not finite on the check {check.title!r}; look at its inputs, or shorten "
                "the run"
            )
            raise PageError(exercise.source.path, exercise.source.line_of_text(check.title), message)

        if check.within and answer_of(seen) is None:
            message = f"the reference gives no single number on the check {check.title!r}; return one"
            raise PageError(exercise.source.path, 0, message)


def said_of(seen: Observation) -> str:
    """Say how the reference ended where it gave nothing."""
    if seen.outcome is Outcome.TIMED_OUT:
        return "it does not end in the time that a check has; shorten the run"
    if seen.outcome is Outcome.MISSING and seen.error is not None:
        return f"there is no {seen.error.text}"
    return f"{seen.outcome.value} {seen.error}"


# ---- predictions ----


def seal_predictions(exercise: Exercise, reference: Row, rows: Mapping[str, Row]) -> list[Sealed | None]:
    """Return the seal of every check whose number is predicted, None for the others.

    The salt is public. The seed is no part of it: whoever guesses one must not see there that it is right.
    """
    wrong = [rows[variant.id] for variant in exercise.misconceptions]
    return [
        seal(
            hashlib.sha256(f"{exercise.id} {check.id}".encode()).hexdigest()[:16],
            check.within,
            [answer_of(row[place]) for row in (reference, *wrong)],
        )
        if check.within
        else None
        for place, check in enumerate(exercise.checks)
    ]


def marked_in(seals: Sequence[Sealed | None], row: Row) -> Row:
    """Return an observed row with marks in place of the numbers that are sealed."""
    return tuple(marked(seen, sealed) for seen, sealed in zip(row, seals, strict=True))


# ---- tolerances ----


def measure(
    exercise: Exercise, look: Looker, scenarios: Sequence[Scenario], reference: Row, rows: Mapping[str, Row]
) -> list[CheckMargins]:
    """Measure every check's scales and tolerances; see ``grader.keys.making.tolerance``."""
    program = exercise.reference
    neighbours = look.row(program, [tolerance.moved(asked) for asked in scenarios])
    nudges = look.row(program, [tolerance.nudged(asked) for asked in scenarios])
    singles = look.row(program, [as_float32(asked) for asked in scenarios])
    measured = []
    for place, check in enumerate(exercise.checks):
        seen = reference[place]
        if check.within:
            measured.append(tolerance.of_marks(check.task))
            continue
        sizes = tolerance.scales(seen, neighbours[place])
        double, single = tolerance.split([rows[variant.id][place] for variant in exercise.alternatives])
        wrong = [rows[variant.id][place] for variant in exercise.misconceptions]
        measured.append(
            CheckMargins(
                sizes,
                tolerance.measure(seen, [nudges[place], *double], wrong, sizes, "double", check.tolerance),
                tolerance.measure(seen, [singles[place], *single], wrong, sizes, "single"),
            )
        )
    return measured


# ---- checks of the key ----


def key_checks(
    exercise: Exercise,
    scenarios: Sequence[Scenario],
    reference: Row,
    bounds: Sequence[Bound],
    lazy: Sequence[Row],
    seals: Sequence[Sealed | None],
) -> tuple[KeyCheck, ...]:
    """Put every check together with its scenario, bound and partner."""
    easy = {
        check.id
        for place, check in enumerate(exercise.checks)
        if any(agree(row[place], reference[place], bounds[place]) for row in lazy)
        or any(
            agree(seen, reference[place], bounds[place]) for seen in constant_answers(check, reference[place])
        )
    }
    return tuple(
        KeyCheck(
            id=check.id,
            title=check.title,
            task=check.task,
            uses=check.uses,
            points=check.points,
            public=check.public,
            scenario=asked,
            bound=bound,
            prerequisite=partner(exercise, check, easy) if check.id in easy else "",
            curve=check.curve,
            along=check.along,
            data=check.data,
            call=call_text(asked),
            sealed=sealed,
        )
        for check, asked, bound, sealed in zip(exercise.checks, scenarios, bounds, seals, strict=True)
    )


def partner(exercise: Exercise, check: Check, easy: Iterable[str]) -> str:
    """Return the check of the same task that a program must pass as well before an easy one counts.

    Raises:
        PageError: the task has no other check.
    """
    others = [other for other in exercise.checks if other.task == check.task and other.id not in set(easy)]
    if not others:
        message = (
            f"a program that does nothing passes every check of {check.task}; add one with other numbers"
        )
        raise PageError(exercise.source.path, 0, message)
    return max(others, key=lambda other: other.public).id


def known(
    variant: Variant, row: Row, reference: Row, checks: Sequence[Check], bounds: Sequence[Bound]
) -> Known:
    """Return a variant without its program, with what it gives."""
    changed = tuple(
        check.id
        for check, got, expected, bound in zip(checks, row, reference, bounds, strict=True)
        if not agree(got, expected, bound)
    )
    return Known(variant.id, variant.title, variant.message, variant.hints, variant.targets, row, changed)
