"""The whole path of a grading, on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from grader.grading.carried_forward import carry_forward
from grader.grading.comparison import Comparison, hold
from grader.grading.diagnose import diagnose
from grader.grading.judge import judge
from grader.grading.notes import changes, cut_short, is_empty_file, notes
from grader.grading.observer import Observer
from grader.grading.pictures import pictures
from grader.grading.precision import in_single, works_in_single
from grader.grading.repairs.allowance import Allowance, may_change
from grader.grading.repairs.trying import repaired
from grader.grading.right import what_is_right
from grader.grading.source import Source
from grader.grading.verdict import Report, Verdict
from grader.inside.observation import Limits, Observed, Outcome
from grader.intake.submission import Submission
from grader.keys.code import read_code
from grader.keys.key import AnswerKey
from grader.keys.profile import profile_of, torch_of
from grader.words.location import as_written


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
        from grader.numbers.scripts.exercises import rows  # much code, for whole scripts alone

        return rows.observe(submission.program, key.scenarios, sandbox)
    order = sorted(range(len(key.checks)), key=lambda index: not key.checks[index].public)
    scenarios = [key.scenarios[index] for index in order]
    profile = profile_of(submission.program, torch_of(scenarios, key.allows_torch))
    seen = sandbox.observe(submission.program, scenarios, profile)
    row = dict(zip(order, seen.row, strict=True))
    seen = replace(seen, row=tuple(row[index] for index in range(len(order))))
    return with_repairs(submission, key, seen, sandbox)


def with_repairs(submission: Submission, key: AnswerKey, seen: Observed, sandbox: Observer) -> Observed:
    """Return what was observed, with the changes to the program that make failing tasks right.

    Not in a browser, where each trial would need a worker of its own, and not for a part of a key.
    """
    program = submission.program
    if seen.tier == "browser" or len(key.checks) != len(key.reference) or not may_change(program, seen):
        return seen
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
    verdicts = judge(compared, seen.load, limits, text, is_empty_file(submission))
    loaded = seen.load.outcome is Outcome.RETURNED
    diagnoses = diagnose(compared, Source(text), seen.repairs) if loaded else ()
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
        notes=(*notes(submission, seen, compared), *changes(compared), *cut_short(seen, verdicts, diagnoses)),
        protections=seen.protections,
        tier=seen.tier,
        environment=key.environment,
        seconds=took(seen, compared),
        source=as_written(text),
        public_only=key.public_only,
    )


def took(seen: Observed, compared: Comparison) -> float:
    """Return the seconds of public checks, each run once, or of the file where it did not load."""
    if seen.load.outcome is not Outcome.RETURNED:
        return seen.load.seconds
    public = [one for one in compared.checks if one.check.public]
    shared = {one.got.seconds for one in public if one.check.scenario.only}
    return sum(shared) + sum(one.got.seconds for one in public if not one.check.scenario.only)


def wrong_tasks(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the tasks that are wrong themselves, not only because of a mistake elsewhere."""
    wrong = (verdict.task for verdict in verdicts if not verdict.passed and not verdict.follows)
    return list(dict.fromkeys(wrong))
