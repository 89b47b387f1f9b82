"""Faults of a page's programs: right ones that fail, idle ones that earn, mistakes that go unnamed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.cut import Definition, used_names
from grader.diagnose import explains
from grader.key import Row
from grader.prove.proof import Evidence, Fault, Line, Trial


def right_programs_pass(evidence: Evidence) -> Iterator[Fault]:
    """Every right program passes every check under every condition, and is never diagnosed."""
    seen: set[str] = set()
    for trial in evidence.trials:
        for line in trial.right:
            wrong = next((verdict for verdict in line.verdicts if not verdict.passed), None)
            if wrong is None or line.id in seen:
                continue
            seen.add(line.id)
            accused = f" and is taken for {', '.join(line.diagnosis)}" if line.diagnosis else ""
            yield Fault(
                "right",
                evidence.line_of(line.id),
                f"{line.name}{trial.how} fails the check {wrong.title!r}{accused} "
                f"({first_line(wrong.message)}); correct the program, or the inputs that set it apart",
            )


def right_programs_are_steady(evidence: Evidence) -> Iterator[Fault]:
    """Every right program gives the same numbers again, and in any order of the checks."""
    rows = {line.id: line for line in evidence.trials[0].right}
    for id, again in evidence.repeats.items():
        for how, row in again.items():
            place = first_change(rows[id].row, row)
            if place is None:
                continue
            yield Fault(
                "steady",
                evidence.line_of(id),
                f"{rows[id].name} gives other numbers on the check {evidence.key.checks[place].title!r} {how}; "
                "take out what it remembers between calls, or what it draws without a seed",
            )
            break


def first_change(one: Row, other: Row) -> int | None:
    """Return the first check on which two rows differ in the last bit, None where there is none."""
    for place, (before, after) in enumerate(zip(one, other, strict=True)):
        if before.outcome is not after.outcome or before.values.keys() != after.values.keys():
            return place
        pairs = ((array, after.values[name]) for name, array in before.values.items())
        if not all(np.array_equal(a, b, equal_nan=a.dtype.kind in "fc") for a, b in pairs):
            return place
    return None


def idle_programs_earn_nothing(evidence: Evidence) -> Iterator[Fault]:
    """The stub, and programs that answer every call alike, earn no point."""
    for line in evidence.idle:
        paid = [verdict.title for verdict in line.verdicts if verdict.points]
        if paid:
            yield Fault(
                "idle",
                evidence.line_of("checks"),
                f"{line.name} earns points on {titles(paid)}; "
                "let the check ask for numbers that only a written function gives",
            )


def misconceptions_cost(evidence: Evidence) -> Iterator[Fault]:
    """Every misconception fails a check under every condition, and that costs points."""
    seen: set[str] = set()
    for trial in evidence.trials:
        for line in trial.wrong:
            if line.id in seen or not (all(line.passes) or line.score >= trial.key.points):
                continue
            seen.add(line.id)
            if all(line.passes):
                rule, message = (
                    "caught",
                    "passes every check; add a check on which it differs from the reference",
                )
            else:
                rule, message = (
                    "free",
                    "fails a check and loses no point; give a check that it fails some points",
                )
            yield Fault(rule, evidence.line_of(line.id), f"{line.name}{trial.how} {message}")


def misconceptions_are_recognised(evidence: Evidence) -> Iterator[Fault]:
    """Every misconception is named as itself, and as nothing beside, under every condition."""
    seen: set[str] = set()
    for trial in evidence.trials:
        for line in trial.wrong:
            if line.id in seen or all(line.passes) or line.diagnosis == (line.id,):
                continue
            seen.add(line.id)
            yield Fault(
                "recognised",
                evidence.line_of(line.id),
                f"{line.name}{trial.how} {taken_for(line, trial)}",
            )


def taken_for(line: Line, trial: Trial) -> str:
    """Say what a misconception is recognised as, and what to do about it."""
    task = next(verdict.task for verdict in line.verdicts if not verdict.passed)
    twins = [
        known.id
        for known in trial.key.misconceptions
        if known.id != line.id and explains(trial.key, known, line.row, task)
    ]
    if twins:
        return f"gives the same numbers as {', '.join(twins)}; add a check where they differ, or keep one of them"
    if not line.diagnosis:
        return "fails and is recognised as nothing; add a check on which its numbers are its own"
    return (
        f"is recognised as {', '.join(line.diagnosis)}, not as itself alone; "
        "add a check where the two differ, or give the later checks the right intermediate values"
    )


def mistakes_stay_in_their_task(evidence: Evidence) -> Iterator[Fault]:
    """A misconception of one task costs points only in checks of that task, or that declare to use it."""
    variants = {variant.id: variant for variant in evidence.exercise.misconceptions}
    for line in evidence.trials[0].wrong:
        own = {task for target in variants[line.id].targets for task in reached(evidence, target)}
        far = [
            verdict
            for verdict, check in zip(line.verdicts, evidence.key.checks, strict=True)
            if verdict.points < verdict.max_points and not own & {check.task, *check.uses}
        ]
        if far:
            yield Fault(
                "spill",
                evidence.line_of(line.id),
                f"{line.name} is a mistake in {', '.join(sorted(own))} and costs points in the check "
                f"{far[0].title!r} of {far[0].task}; pass the right intermediate values to that check, "
                f"or declare uses=[{', '.join(sorted(own))}] there",
            )


def reached(evidence: Evidence, target: str) -> set[str]:
    """Return the tasks that a target is, or that a helper is used in, by way of other helpers too."""
    tasks = evidence.source.tasks
    if target in tasks:
        return {target}
    helpers = {target.split(".")[0]}
    definitions = {
        name: node
        for name, node in evidence.source.definitions.items()
        if isinstance(node, Definition) and name not in tasks
    }
    for _ in definitions:
        helpers |= {name for name, node in definitions.items() if used_names(node) & helpers}
    own = {name for name, node in tasks.items() if used_names(node) & helpers}
    return own | {name for name in tasks if name.split(".")[0] in helpers}


def titles(found: list[str]) -> str:
    """Name one check or several."""
    return ("the check " if len(found) == 1 else "the checks ") + ", ".join(repr(title) for title in found)


def first_line(text: str) -> str:
    """Return the first line of a message, without the stop at its end."""
    return text.partition("\n")[0].rstrip(".")
