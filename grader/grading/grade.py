"""The whole path of a grading, on one screen."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from grader.grading.carried_forward import carry_forward
from grader.grading.comparison import Comparison, hold
from grader.grading.diagnose import diagnose
from grader.grading.judge import judge
from grader.grading.observer import Observer
from grader.grading.pictures import pictures
from grader.grading.repairs.allowance import Allowance
from grader.grading.repairs.choice import repaired
from grader.grading.right import what_is_right
from grader.grading.source import read_source
from grader.grading.verdict import Report, Verdict
from grader.inside.observation import CHANGED, Limits, Observed, Outcome
from grader.inside.scripts.loops import loops
from grader.intake.submission import Submission
from grader.keys.code import Code, read_code
from grader.keys.key import AnswerKey
from grader.keys.profile import profile_of, torch_of
from grader.words.location import as_written
from grader.words.message import Said, say


class Limited(Observer, Protocol):
    """An observer with limits of its own."""

    limits: Limits


def grade(submission: Submission, key: AnswerKey, sandbox: Limited) -> Report:
    """Observe a submission, then judge what was observed.

    Raises:
        SandboxError: the sandbox failed; the submission is not graded.
    """
    return report(submission, key, observe(submission, key, sandbox), sandbox.limits)


def observe(submission: Submission, key: AnswerKey, sandbox: Observer) -> Observed:
    """Run the key's scenarios on a submission, the public ones first: no hidden input can colour them."""
    if key.is_script:
        from grader.numbers.scripts import rows  # much code, for whole scripts alone

        return rows.observe(submission.program, key.scenarios, sandbox)
    order = sorted(range(len(key.checks)), key=lambda index: not key.checks[index].public)
    scenarios = [key.scenarios[index] for index in order]
    profile = profile_of(submission.program, torch_of(scenarios, key.allows_torch))
    seen = sandbox.observe(submission.program, scenarios, profile)
    row = dict(zip(order, seen.row, strict=True))
    seen = replace(seen, row=tuple(row[index] for index in range(len(order))))
    return with_repairs(submission, key, seen, sandbox)


HASTE = 1.0
"""A program that takes this many seconds to load is not loaded again to try changes."""

TEXT_AT_MOST = 200_000
"""Characters of a program from which on no change is tried; a notebook of homework has a tenth of them."""


def with_repairs(submission: Submission, key: AnswerKey, seen: Observed, sandbox: Observer) -> Observed:
    """Return what was observed, with the changes to the program that make failing tasks right.

    Not in a browser, where each trial would need a worker of its own, and not for a part of a key.
    """
    slow = seen.load.outcome is not Outcome.RETURNED or seen.load.seconds > HASTE
    slow = slow or len(submission.program.text) > TEXT_AT_MOST
    if slow or seen.tier == "browser" or len(key.checks) != len(key.reference):
        return seen
    program = submission.program
    profile = profile_of(program, torch_of(key.scenarios, key.allows_torch))
    code = read_code(program.text)
    compared = hold(in_single(key) if works_in_single(code) else key, seen.row)
    return replace(seen, repairs=repaired(compared, program, Allowance(sandbox, profile).run))


def report(submission: Submission, key: AnswerKey, seen: Observed, limits: Limits) -> Report:
    """Compare, judge, diagnose, carry forward, report; runs nobody's code."""
    text = submission.program.text
    code = read_code(text)
    key = in_single(key) if works_in_single(code) else key
    compared = hold(key, seen.row)
    verdicts = judge(compared, seen.load, limits, text)
    loaded = seen.load.outcome is Outcome.RETURNED
    diagnoses = diagnose(compared, read_source(text), seen.repairs) if loaded else ()
    verdicts = carry_forward(verdicts, diagnoses, key.checks)
    return Report(
        exercise=key.id,
        title=key.title,
        path=submission.path,
        sha256=submission.sha256,
        verdicts=verdicts,
        diagnoses=diagnoses,
        right=what_is_right(compared, wrong_tasks(verdicts)) if loaded else (),
        pictures=tuple(pictures(compared)),
        notes=(*notes(submission, seen, compared), *changes(compared)),
        protections=seen.protections,
        tier=seen.tier,
        environment=key.environment,
        seconds=sum(one.got.seconds for one in compared.checks if one.check.public),
        source=as_written(text),
        public_only=key.public_only,
    )


# ---- precision -----------------------------------------------------------------------------------

SINGLE_NAMES = frozenset({"float32", "single", "float16", "half", "bfloat16", "FloatTensor"})
"""Names, attributes and exact strings by which code asks for single precision or less."""

TORCH_MAKERS = frozenset(
    {
        "Parameter",
        "Tensor",
        "arange",
        "as_tensor",
        "eye",
        "full",
        "linspace",
        "ones",
        "rand",
        "randn",
        "tensor",
    }
    | {"float", "nn", "scalar_tensor", "zeros"}
)
"""Attributes that, where torch is used, make tensors of its default precision, which is single."""


def wrong_tasks(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the tasks that are wrong themselves, not only because of a mistake elsewhere."""
    wrong = (verdict.task for verdict in verdicts if not verdict.passed and not verdict.follows)
    return list(dict.fromkeys(wrong))


def works_in_single(code: Code) -> bool:
    """Tell whether a program may work in single precision, by what its code names.

    A product of a float32 and a double is a double with the accuracy of the former, which no result shows.
    """
    return code.mentions(SINGLE_NAMES) or (code.mentions({"torch"}) and bool(code.attributes & TORCH_MAKERS))


def in_single(key: AnswerKey) -> AnswerKey:
    """Return the key with the tolerances of single precision for every result.

    These tolerances, too, are far from the nearest mistake; `grade prove` sees to it.
    """
    checks = tuple(
        replace(check, bound=replace(check.bound, double=max(check.bound.double, check.bound.single)))
        for check in key.checks
    )
    return replace(key, checks=checks)


# ---- notes ---------------------------------------------------------------------------------------

UNPROTECTED = ("container", "process", "none")
"""Tiers in which a program can read and change files, and reach the network."""


def notes(submission: Submission, seen: Observed, compared: Comparison) -> tuple[Said, ...]:
    """Return what is worth saying about the file as a whole, and of how it was run.

    Where there are public calls, only they count: a note must not tell of hidden ones.
    """
    public = [one.got.outcome for one in compared.checks if one.check.public]
    outcomes = public or [got.outcome for got in seen.row]
    isolation = (say(f"note.tier.{seen.tier}"),) if seen.tier in UNPROTECTED else ()
    if not submission.program.text.strip():
        return (*isolation, *submission.notes, say("note.empty"))
    if outcomes and all(outcome is Outcome.UNFINISHED for outcome in outcomes):
        return (*isolation, *submission.notes, say("note.stub"))
    if Outcome.MISSING in outcomes:
        return (*isolation, *submission.notes, *whole_script(submission))
    return (*isolation, *submission.notes)


def changes(compared: Comparison) -> tuple[Said, ...]:
    """Return which right tasks change what they are given, where the reference does not.

    Only public calls count: a note must not tell of hidden ones.
    """
    found = {
        (one.check.task, name.removeprefix(CHANGED))
        for one in compared.checks
        if one.check.public and one.passed
        for name in one.got.values
        if name.startswith(CHANGED) and name not in one.expected.values
    }
    return tuple(say("note.changes", task=task, name=name) for task, name in sorted(found))


def whole_script(submission: Submission) -> tuple[Said, ...]:
    """Return which command judges a file without the functions, where it trains something."""
    try:
        found = loops(ast.parse(submission.program.text))
    except (SyntaxError, ValueError, RecursionError):
        return ()
    # An answer to an exercise trains inside its functions; a script at the left margin.
    trains = any(not loop.function for loop in found)
    return (say("note.whole_script", file=submission.path),) if trains else ()
