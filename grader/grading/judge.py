"""Turn a compared observation into a verdict: a status, points, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from grader.grading import messages
from grader.grading.messages import Run
from grader.grading.verdict import Diagnosis, Verdict
from grader.inside.observation import Limits, Observation, Observed, Outcome
from grader.keys.key import AnswerKey, KeyCheck
from grader.numbers.compare import Difference, compare
from grader.words.catalogue import sentence


def judge(key: AnswerKey, seen: Observed, limits: Limits, text: str = "") -> tuple[Verdict, ...]:
    """Return a verdict for every check of the key, in its order; messages quote from the program's text."""
    run = Run(key, seen.load, limits, text)
    verdicts = [
        verdict(check, got, expected, run)
        for check, got, expected in zip(key.checks, seen.row, key.reference, strict=True)
    ]
    return pay(key.checks, verdicts)


def verdict(check: KeyCheck, got: Observation, expected: Observation, run: Run) -> Verdict:
    """Judge one check; the points are those that it is worth by itself."""
    load = run.load
    blank = Verdict(check.id, check.title, check.task, check.public, "passed", check.points, check.points)
    blank = replace(blank, call=check.call, printed=got.printed, line=got.line)
    if load.outcome is not Outcome.RETURNED:
        broken = load.message.partition(":")[0] in messages.NOT_PYTHON
        status = "unreadable" if broken else load.outcome.value
        return replace(blank, status=status, points=0, message=messages.unloaded(run), line=load.line)
    if got.outcome is not Outcome.RETURNED:
        broken = got.message.partition(":")[0] in messages.NOT_PYTHON
        status = "unreadable" if broken else got.outcome.value
        return replace(blank, status=status, points=0, message=messages.outcome(check, got, run))
    fault = compare(got, expected, check.bound)
    return blank if fault is None else failed(check, blank, fault)


def failed(check: KeyCheck, blank: Verdict, fault: Difference) -> Verdict:
    """Return the verdict on numbers that differ."""
    return replace(
        blank,
        status="failed",
        points=0,
        message=messages.difference(check, fault),
        where=fault.where or None,
        got=fault.got,
        expected=fault.expected,
        error=fault.error,
        tolerance=fault.tolerance,
    )


def pay(checks: Sequence[KeyCheck], verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Hold back the points of checks that a do-nothing program passes until their partner passes too."""
    passed = {verdict.id for verdict in verdicts if verdict.passed}
    titles = {check.id: check.title for check in checks}
    return tuple(
        replace(verdict, points=0, message=sentence("pays_with", title=titles[check.pays_with]))
        if verdict.passed and check.pays_with and check.pays_with not in passed
        else verdict
        for check, verdict in zip(checks, verdicts, strict=True)
    )


def follow_through(
    key: AnswerKey, verdicts: Sequence[Verdict], diagnoses: Sequence[Diagnosis]
) -> tuple[Verdict, ...]:
    """Give back the points of checks that fail only because they use another task's recognised mistake."""
    followed = {id: found.task for found in diagnoses for id in found.follows}
    return tuple(
        replace(
            verdict, points=verdict.max_points, message=sentence("follow_through", task=followed[verdict.id])
        )
        if verdict.id in followed
        else verdict
        for verdict in verdicts
    )
