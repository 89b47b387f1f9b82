"""Find what to hint at in a report: where to look, which rule, which line of the story's derivation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from grader.grading.verdict import Diagnosis, Report, Verdict
from grader.words.catalogue import has_sentence
from grader.words.message import Said, say

STEPS_AT_MOST = 3

WRITTEN_NOTHING = frozenset({"missing", "unfinished", "unreadable"})
"""Where no call was made there is nothing to compare with."""

PASSAGE = re.compile(r"^\*\*[^*\n]*worked out\.\*\*(.*?)(?=\n\s*\n|\Z)", re.MULTILINE | re.DOTALL)
"""The passage of a story that works one number out by hand."""


@dataclass(frozen=True)
class Mistake:
    """Something that a last grading found, with its steps of hints and how many of them were shown."""

    id: str
    title: Said
    message: Said
    steps: tuple[Said, ...]
    shown: int = 0


def with_steps(report: Report, story: str) -> Report:
    """Return a report whose diagnoses all have hints: the page's own, else where to look; then the story."""
    told = tuple(
        replace(found, hints=steps(found.hints or general(report, found), told_by(report, found, story)))
        for found in report.diagnoses
    )
    return replace(report, diagnoses=told)


def general(report: Report, found: Diagnosis) -> tuple[Said, ...]:
    """Return the hints for a mistake that no page names: where to look, and what its kind asks for."""
    kinds = (f"hint.on.{found.id}", f"hint.on.{found.id.partition('.')[0]}")
    own = tuple(say(id) for id in kinds if has_sentence(id))[:1]
    return (*look(report, found.checks), *own)


def told_by(report: Report, found: Diagnosis, story: str) -> str:
    """Return the story, unless a public call of the task is right: its own numbers might be, too."""
    passed = any(one.public and one.passed and one.task == found.task for one in report.verdicts)
    return "" if passed and not found.hints else story


def steps(first: Sequence[Said], story: str) -> tuple[Said, ...]:
    """Return hints with the story's worked number behind them, as far as there is room."""
    found = PASSAGE.search(story)
    passage = (say("hint.story", passage=" ".join(found[1].split())),) if found else ()
    return (*first, *passage)[:STEPS_AT_MOST]


def look(report: Report, checks: Sequence[str]) -> tuple[Said, ...]:
    """Return where to look: the first of these checks that fails and may be seen."""
    seen = (verdict for verdict in report.verdicts if verdict.id in checks and is_telling(verdict))
    return tuple(say("hint.look", title=one.title, call=one.call) for one in seen)[:1]


def is_telling(verdict: Verdict) -> bool:
    """Tell whether a check failed with a call that a student may see and repeat."""
    failed = not verdict.passed and verdict.status not in WRITTEN_NOTHING
    return verdict.public and failed and bool(verdict.call)


def mistakes(report: Report, story: str) -> Iterator[Mistake]:
    """Yield what a report found; where nothing was recognised, the first check that fails in the open."""
    for found in with_steps(report, story).diagnoses:
        yield Mistake(found.id, found.title, found.message, found.hints)
    failing = [verdict for verdict in report.verdicts if not verdict.passed]
    if failing and not report.diagnoses:
        first = next((verdict for verdict in failing if verdict.public), failing[0])
        own = look(report, [first.id]) or (say("hint.write", exercise=report.exercise),)
        yield Mistake(f"check.{first.id}", first.title, first.message, steps(own, story))
