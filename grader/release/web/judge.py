"""Grade in a browser: programs run in workers of their own, and what they gave is judged here.

The page asks for frames, has a worker answer them, and hands the answers back: the page keeps the time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from grader.grading import grade, hints
from grader.grading.verdict import Report
from grader.inside import requests, wire
from grader.inside.observation import Error, Limits, Observation, Observed, Outcome, Program, Scenario, Source
from grader.intake.submission import Submission
from grader.keys import keyfile
from grader.report import html, outline
from grader.words.catalogue import sentence
from grader.words.language import CHOICE, spoken
from grader.words.plain import in_words, translated

NONCE = bytes(wire.NONCE_BYTES)

LIMITS = Limits(load=15.0, call=8.0)
"""Seconds by the clock: a browser tells no processor time, and Python is slower there."""

ENDS = {
    "timed_out": Observation(Outcome.TIMED_OUT),
    "crashed": Observation(Outcome.CRASHED, error=Error("Interpreter", source=Source.PROCESS)),
}
"""What the page says of a worker that gave no answer."""


class Recorded:
    """An observer that returns what was observed before; it has the interface of the sandbox's client."""

    def __init__(self, load: Observation, row: Sequence[Observation]) -> None:
        """Take what is known."""
        self.load, self.row = load, row
        self.limits = LIMITS

    def observe(
        self,
        program: Program,
        scenarios: Sequence[Scenario],
        profile: str,
        limits: Limits | None = None,
        *,
        total: float = 0.0,
    ) -> Observed:
        """Return the row, filled up with the last reason why nothing more could be observed."""
        missing = len(scenarios) - len(self.row)
        row = (*self.row, *[self.load] * missing)
        return Observed(self.load, row, (sentence("web.protection"),), "browser")


class Judge:
    """One exercise's public key, and the submission that is being observed."""

    def __init__(self, key: str, language: str = "", texts: str = "") -> None:
        """Read the key from a file; put the course's ``language`` into force, in which its ``texts`` are.

        Raises:
            UsageError: it cannot be read.
        """
        CHOICE.course = spoken(language)
        self.key = keyfile.load(Path(key), sentence("web.reload"))
        self.texts: dict[str, str] = json.loads(texts or "{}")
        self.submission = Submission(self.key.id, "", Program(""), "")
        self.load = Observation(Outcome.RETURNED)
        self.row: list[Observation] = []

    def begin(self, text: str) -> bytes:
        """Take a program up; return the frame that has a worker load it."""
        name = f"{self.key.id}.py"
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.submission = Submission(self.key.id, name, Program(text, filename=name), digest)
        self.row = []
        return requests.request(self.submission.program, NONCE)

    def loaded(self, answer: bytes | str, seconds: float) -> list[bytes]:
        """Note what loading did; return the frames of what is to be run next, none where it did not load."""
        self.load = observation(answer, seconds)
        if self.load.outcome is not Outcome.RETURNED:
            return []
        return [requests.request(scenario, NONCE) for scenario in self.key.scenarios]

    def reloaded(self, answer: bytes | str, seconds: float) -> bool:
        """Tell whether a program loads again in a new worker; one that does not is not tried a third time."""
        seen = observation(answer, seconds)
        if seen.outcome is not Outcome.RETURNED:
            self.row += [seen] * (len(self.key.checks) - len(self.row))
        return seen.outcome is Outcome.RETURNED

    def ran(self, answer: bytes | str, seconds: float) -> None:
        """Note what the next scenario gave."""
        self.row.append(observation(answer, seconds))

    def report(self) -> str:
        """Return the report as JSON: a page, a sentence, the lines to mark, and hints in steps."""
        seen = Recorded(self.load, self.row)
        whole = replace(grade.grade(self.submission, self.key, seen).for_student(), translation=self.texts)
        return json.dumps(told(hints.with_steps(whole, self.key.story), self.key.story))


def observation(answer: bytes | str, seconds: float) -> Observation:
    """Return what a worker's answer says; a word stands for a worker that had to be ended, or broke."""
    if isinstance(answer, str):
        return replace(ENDS[answer], seconds=seconds)
    return replace(wire.read_reply(bytes(answer)[wire.LENGTH.size :], NONCE), seconds=seconds)


def told(report: Report, story: str) -> dict[str, object]:
    """Return what the page shows of a report."""
    found = in_words(tuple(hints.mistakes(report, story)), translated(report))
    return {
        "page": html.render(report),
        "passed": report.passed,
        "begun": outline.is_begun(report),
        "summary": outline.count(report),
        "lines": sorted(outline.stops(report)),
        "hints": [
            {
                "title": one.title,
                "message": one.message,
                "steps": here([*map(str, one.steps)], report.exercise),
            }
            for one in found
        ],
    }


def here(steps: Sequence[str], exercise: str) -> list[str]:
    """Return hints without the advice to type a command."""
    command = sentence("hint.write", exercise=exercise)
    return [sentence("web.hint.write") if step == command else step for step in steps]
