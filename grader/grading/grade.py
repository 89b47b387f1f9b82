"""The whole path of a grading, on one screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from grader.grading.diagnose import diagnose
from grader.grading.judge import follow_through, judge
from grader.grading.verdict import Picture, Report
from grader.inside.observation import Leaf, Limits, Observation, Observed, Outcome, Program, Scenario
from grader.inside.preload import profile_of
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey, KeyCheck, Row
from grader.numbers.compare import graded
from grader.words.catalogue import sentence


class Watcher(Protocol):
    """Whatever runs scenarios on a program and says what happened: a sandbox here, or one elsewhere."""

    def observe(self, program: Program, scenarios: Sequence[Scenario], profile: str) -> Observed:
        """Return what happened; raise SandboxError where nothing is known."""


class Limited(Watcher, Protocol):
    """A watcher with limits of its own."""

    limits: Limits


def grade(submission: Submission, key: AnswerKey, sandbox: Limited) -> Report:
    """Observe a submission, compare it with the key, recognise its mistakes.

    Raises:
        SandboxError: the sandbox failed; the submission is not graded.
    """
    return report(submission, key, observe(submission, key, sandbox), sandbox.limits)


def report(submission: Submission, key: AnswerKey, seen: Observed, limits: Limits) -> Report:
    """Compare what was observed with the key and recognise the mistakes; runs nobody's code."""
    key = in_single(key) if SINGLE.search(submission.program.text) else key
    diagnoses = diagnose(key, seen.row, bool(LOOP.search(submission.program.text)))
    return Report(
        exercise=key.id,
        title=key.title,
        path=submission.path,
        sha256=submission.sha256,
        verdicts=follow_through(key, judge(key, seen, limits, submission.program.text), diagnoses),
        diagnoses=diagnoses,
        pictures=tuple(pictures(key, seen.row)),
        notes=notes(submission, seen),
        protections=seen.protections,
        tier=seen.tier,
        environment=key.environment,
        seconds=sum(got.seconds for check, got in zip(key.checks, seen.row, strict=True) if check.public),
        source=submission.program.text,
        public_only=key.public_only,
    )


SINGLE = re.compile(r"\btorch\b|float32|\bsingle\b")
"""What the text of a program says that may work in single precision, as torch does unless it is told."""


LOOP = re.compile(r"\b(for|while)\b")
"""What stands in the text of every program with a loop."""


def in_single(key: AnswerKey) -> AnswerKey:
    """Return the key with the tolerances of single precision for every result.

    A product of a float32 and a double is a double with the accuracy of the former, which no result shows.
    These tolerances, too, are far from the nearest mistake; `grade prove` sees to it.
    """
    checks = tuple(
        replace(check, bound=replace(check.bound, double=max(check.bound.double, check.bound.single)))
        for check in key.checks
    )
    return replace(key, checks=checks)


def observe(submission: Submission, key: AnswerKey, sandbox: Watcher) -> Observed:
    """Run the key's scenarios on a submission, the public ones first: no hidden input can colour them."""
    places = sorted(range(len(key.checks)), key=lambda place: not key.checks[place].public)
    scenarios = [key.scenarios[place] for place in places]
    profile = profile_of(submission.program, scenarios, key.allows_torch)
    seen = sandbox.observe(submission.program, scenarios, profile)
    row = dict(zip(places, seen.row, strict=True))
    return replace(seen, row=tuple(row[place] for place in range(len(places))))


def notes(submission: Submission, seen: Observed) -> tuple[str, ...]:
    """Return what is worth saying about the file as a whole, and of how it was run."""
    isolation = (sentence(f"note.tier.{seen.tier}"),) if seen.tier in UNPROTECTED else ()
    if not submission.program.text.strip():
        return (*isolation, *submission.notes, sentence("note.empty"))
    if seen.row and all(got.outcome is Outcome.UNFINISHED for got in seen.row):
        return (*isolation, *submission.notes, sentence("note.stub"))
    return (*isolation, *submission.notes)


UNPROTECTED = ("process", "none")
"""Tiers in which a program can read and change files, and reach the network."""


def pictures(key: AnswerKey, row: Row) -> Iterator[Picture]:
    """Yield what of the public checks is worth drawing: loss curves, and gradients of several entries."""
    for check, got, expected in zip(key.checks, row, key.reference, strict=True):
        if not check.public or got.outcome is not Outcome.RETURNED:
            continue
        names = (check.curve,) if check.curve else tuple(graded(expected))
        if not all(name in got.values for name in names):
            continue
        mine, right = flat(names, got), flat(names, expected)
        if check.along:
            along, data = numbers(check, check.along), numbers(check, check.data)
            yield Picture("fit", check.id, check.title, names, mine, right, along, data)
        elif check.curve:
            yield Picture("curve", check.id, check.title, names, mine, right)
        elif check.scenario.kind == "gradients" and len(right) == len(mine) > 1:
            yield Picture("bars", check.id, check.title, entry_names(names, expected), mine, right)


def numbers(check: KeyCheck, label: str) -> tuple[float, ...]:
    """Return the numbers of one of a check's inputs, none where it has no such input."""
    inputs = dict(zip(check.scenario.labels, check.scenario.args, strict=True))
    found = inputs.get(label, ())
    return tuple(float(number) for number in np.ravel(found.value if isinstance(found, Leaf) else found))


def flat(names: Sequence[str], seen: Observation) -> tuple[float, ...]:
    """Return the entries of the named values, one after the other."""
    return tuple(float(number) for name in names for number in seen.values[name].real.ravel())


def entry_names(names: Sequence[str], seen: Observation) -> tuple[str, ...]:
    """Return a name for every entry: "dw", or "dw[0]", "dw[1]" where a value has several."""
    return tuple(
        name if seen.values[name].ndim == 0 else f"{name}[{place}]"
        for name in names
        for place in range(seen.values[name].size)
    )
