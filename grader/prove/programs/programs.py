"""Faults of a page's programs: right ones that fail, idle ones that earn, mistakes that go unnamed."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.grading.listed import explains
from grader.pages.slices import Definition, used_names
from grader.prove.evidence.matrix import first_change
from grader.prove.evidence.proof import Evidence, Fault, Line, Trial


def failing_right_programs(evidence: Evidence) -> Iterator[Fault]:
    """Report the reference or an alternative that fails a check under some condition, or is diagnosed."""
    seen: set[str] = set()
    for trial, line in lines(evidence, "right", seen):
        open_too = ("passed", "not_judged")
        wrong = next((verdict for verdict in line.verdicts if verdict.status not in open_too), None)
        if wrong is None:
            continue
        seen.add(line.id)
        accused = f" and is taken for {', '.join(line.diagnosis)}" if line.diagnosis else ""
        yield Fault(
            "right",
            evidence.line_of(line.id),
            f"{line.name}{trial.how} fails the check {wrong.title!r}{accused} "
            f"({first_line(str(wrong.message))}); correct the program, or the inputs that set it apart",
        )


def unsteady_right_programs(evidence: Evidence) -> Iterator[Fault]:
    """Report the reference or an alternative whose numbers change with the run or the order of the checks."""
    known = {line.id: line for line in evidence.trials[0].right}
    for id, again in evidence.repeats.items():
        changes = ((how, first_change(known[id].row, row)) for how, row in again.items())
        how, place = next(((how, place) for how, place in changes if place is not None), ("", None))
        if place is not None:
            yield Fault(
                "steady",
                evidence.line_of(id),
                f"{known[id].name} gives other numbers on the check {evidence.key.checks[place].title!r} "
                f"{how}; take out what it remembers between calls, or what it draws without a seed",
            )


def paid_idle_programs(evidence: Evidence) -> Iterator[Fault]:
    """Report points for the stub, or for a program that answers every call alike."""
    for line in evidence.idle:
        paid = [repr(verdict.title) for verdict in line.verdicts if verdict.points]
        if paid:
            yield Fault(
                "idle",
                evidence.line_of("checks"),
                f"{line.name} earns points on the check{'s' if len(paid) > 1 else ''} {', '.join(paid)}; "
                "let them ask for numbers that only a written function gives",
            )


# ---- misconceptions -----------------------------------------------------------------------------


def harmless_misconceptions(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception that passes everything under some condition, or fails and loses no point."""
    seen: set[str] = set()
    for trial, line in lines(evidence, "wrong", seen):
        if line.score < trial.key.points:
            continue
        seen.add(line.id)
        if all(line.passes):
            rule, message = "caught", "passes every check; add a check on which it differs from the reference"
        else:
            rule, message = "free", "fails and loses no point; give points to a check that it fails"
        yield Fault(rule, evidence.line_of(line.id), f"{line.name}{trial.how} {message}")


def unrecognised_misconceptions(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception that is not named as itself, and as nothing beside, under some condition."""
    seen: set[str] = set()
    for trial, line in lines(evidence, "wrong", seen):
        if all(line.passes) or line.diagnosis == (line.id,):
            continue
        seen.add(line.id)
        message = f"{line.name}{trial.how} {taken_for(trial, line)}"
        yield Fault("recognised", evidence.line_of(line.id), message)


def lines(evidence: Evidence, kind: str, seen: set[str]) -> Iterator[tuple[Trial, Line]]:
    """Yield programs under one condition after the other; one that is in ``seen`` by then is passed over."""
    for trial in evidence.trials:
        for line in trial.right if kind == "right" else trial.wrong:
            if line.id not in seen:
                yield trial, line


def taken_for(trial: Trial, line: Line) -> str:
    """Say what a misconception is recognised as, and what to do about it."""
    twins = [
        known.id for known in trial.key.misconceptions if known.id != line.id and alike(trial, line, known.id)
    ]
    if twins:
        return f"gives the numbers of {', '.join(twins)}; add a check where they differ, or keep one of them"
    if not line.diagnosis:
        return "fails and is recognised as nothing; add a check on which its numbers are its own"
    return (
        f"is recognised as {', '.join(line.diagnosis)}, not as itself alone; "
        "add a check where they differ, or give later checks the right intermediate values"
    )


def alike(trial: Trial, line: Line, other: str) -> bool:
    """Tell whether another misconception explains a row in the task of its first failing check."""
    task = next(verdict.task for verdict in line.verdicts if not verdict.passed)
    known = next(known for known in trial.key.misconceptions if known.id == other)
    return explains(trial.key, known, line.row, task)


def unnamed_in_public(evidence: Evidence) -> Iterator[Fault]:
    """Report a page whose public checks alone name fewer than half of its misconceptions."""
    named, all_of_them = len(evidence.public), len(evidence.exercise.misconceptions)
    if 2 * named < all_of_them:
        yield Fault(
            "public",
            evidence.line_of("checks"),
            f"the public checks alone name {named} of {all_of_them} misconceptions, and a student at home "
            "has no others; make one more check public",
        )


# ---- tasks --------------------------------------------------------------------------------------


def spilling_misconceptions(evidence: Evidence) -> Iterator[Fault]:
    """Report a misconception that costs points in a check of another task which does not declare its use."""
    targets = {variant.id: variant.targets for variant in evidence.exercise.misconceptions}
    for line in evidence.trials[0].wrong:
        own = {task for target in targets[line.id] for task in reached(evidence, target)}
        pairs = zip(line.verdicts, evidence.key.checks, strict=True)
        # Points that follow-through gives back count here, for a student's own mistake may go unrecognised.
        lost = [check for verdict, check in pairs if not verdict.passed and check.points]
        far = next((check for check in lost if not own & {check.task, *check.uses}), None)
        if far is not None:
            names = ", ".join(sorted(own))
            yield Fault(
                "spill",
                evidence.line_of(line.id),
                f"{line.name} is a mistake in {names} and fails the check {far.title!r} of {far.task}; "
                f"give that check the right intermediate values, or declare uses=[{names}] there",
            )


def reached(evidence: Evidence, target: str) -> set[str]:
    """Return the tasks that a target is, or that a helper is used in, by way of other helpers too."""
    tasks = evidence.source.tasks
    if target in tasks:
        return {target}
    helpers = {target.split(".")[0]}
    definitions = helpers_of(evidence)
    for _ in definitions:
        helpers |= {name for name, node in definitions.items() if used_names(node) & helpers}
    used = {name for name, node in tasks.items() if used_names(node) & helpers}
    return used | {name for name in tasks if name.split(".")[0] in helpers}


def helpers_of(evidence: Evidence) -> dict[str, ast.stmt]:
    """Return the page's functions and classes that are neither tasks nor variants."""
    variants = {variant.id for variant in evidence.exercise.variants}
    return {
        name: node
        for name, node in evidence.source.definitions.items()
        if isinstance(node, Definition) and name not in evidence.source.tasks and name not in variants
    }


def first_line(text: str) -> str:
    """Return the first line of a message, without the stop at its end."""
    return text.partition("\n")[0].rstrip(".")
