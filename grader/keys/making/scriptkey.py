"""Make the answer key of a script exercise: what each of its scripts gives on the checks."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import numpy as np

from grader.errors import PageError
from grader.inside.observation import Observation, Outcome, Scenario
from grader.keys.key import AnswerKey, KeyCheck, Known, Row
from grader.numbers.compare import Bound, agree
from grader.numbers.scripts.exercises.models import MODELS
from grader.numbers.scripts.exercises.rows import observe
from grader.pages.check import Check
from grader.pages.page import Exercise
from grader.pages.variants import Variant
from grader.sandbox.client import Sandbox

BOUND = Bound(1e-6, 1e-3)
"""How near numbers of steps are that count as the same; all else that is compared is yes or no."""

RIGHT: Row = (Observation(Outcome.RETURNED, {"right": np.asarray(True)}),)
"""What a right script gives on one check."""


def make(exercise: Exercise, sandbox: Sandbox, seed: int, digest: str) -> AnswerKey:
    """Look at every script of a page; ``digest`` is that of its code and checks.

    Raises:
        PageError: the reference fails on a check, or cannot be judged.
        SandboxError: the sandbox failed.
    """
    scenarios = exercise.scenarios(seed)
    demand_models(exercise)
    rows = {one.id: observe(one.program, scenarios, sandbox).row for one in exercise.variants}
    demand_right(exercise, observe(exercise.reference, scenarios, sandbox).row)
    checks = tuple(map(key_check, exercise.checks, scenarios))
    programs = {one.id: known(one, rows[one.id], checks) for one in exercise.variants}
    return AnswerKey(
        id=exercise.id,
        title=exercise.title,
        story=exercise.story,
        tasks=exercise.tasks,
        allows_torch=True,
        checks=checks,
        reference=RIGHT * len(checks),
        alternatives=tuple(programs[one.id] for one in exercise.alternatives),
        misconceptions=tuple(programs[one.id] for one in exercise.misconceptions),
        mutants=(),
        seed=seed,
        digest=digest,
        environment=sandbox.versions("optim"),
    )


def demand_models(exercise: Exercise) -> None:
    """Raise PageError unless there is a model of every name that the page asks for."""
    for name in exercise.checks[0].inputs["asked"]["models"]:
        if name not in MODELS:
            close = difflib.get_close_matches(name, MODELS, 1)
            remedy = f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(MODELS)}"
            message = f"there is no model {name!r}; {remedy}"
            raise PageError(exercise.source.path, exercise.source.line_of_text(name), message)


LACKING = ("whole.not_needed", "whole.predicts.unknown")
"""What is said of a right script without a parameter, or without a function that predicts."""


def demand_right(exercise: Exercise, row: Row) -> None:
    """Raise PageError unless the reference is right on every check of what it has."""
    for check, seen in zip(exercise.checks, row, strict=True):
        if not agree(seen, RIGHT[0], BOUND) and seen.kinds.get("sentence") not in LACKING:
            said = seen.kinds.get("sentence", "")
            message = f"the reference fails on the check {check.title!r} ({said})"
            raise PageError(exercise.source.path, 0, message)


def key_check(check: Check, asked: Scenario) -> KeyCheck:
    """Return a check with its scenario."""
    return KeyCheck(check.id, check.title, check.task, check.uses, check.points, check.public, asked, BOUND)


def known(variant: Variant, row: Row, checks: Sequence[KeyCheck]) -> Known:
    """Return a script without its text; its mistake is in the first task in which it shows."""
    changed = [check for check, seen in zip(checks, row, strict=True) if not agree(seen, RIGHT[0], BOUND)]
    wrong = [check for check, seen in zip(checks, row, strict=True) if seen.values and check in changed]
    targets = tuple(dict.fromkeys(check.task for check in wrong))[:1]
    ids = tuple(check.id for check in changed)
    return Known(variant.id, variant.title, variant.message, variant.hints, targets, row, ids)
