"""Faults of a page's tasks: a reference that nothing confirms, points without a hidden check."""

from __future__ import annotations

from collections.abc import Iterator

from grader.errors import PageError
from grader.pages.check import Check, scenario_of
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.inputs.draws import SEEDS, differ
from grader.prove.programs.programs import reached


def unconfirmed_tasks(evidence: Evidence) -> Iterator[Fault]:
    """Report a task whose reference may be wrong: no other right program and no slope stands against it."""
    confirmed = {check.task for check in evidence.exercise.checks if check.kind == "gradients"}
    for variant in evidence.exercise.alternatives:
        confirmed |= {task for target in variant.targets for task in reached(evidence, target)}
    for name, node in evidence.source.tasks.items():
        if name not in confirmed:
            yield Fault(
                "unconfirmed",
                node.lineno,
                f"nothing confirms the reference of {name}: if it is wrong, nobody notices; "
                f"write an @alternative({name}), or check it with gradients(…, of=…)",
            )


def guessable_choices(evidence: Evidence) -> Iterator[Fault]:
    """Report a task with one and the same right choice on all of its checks."""
    for name, node in evidence.source.tasks.items():
        own = [place for place, check in enumerate(evidence.exercise.checks) if check.task == name]
        if not own or any(evidence.exercise.checks[place].kind != "chooses" for place in own):
            continue
        right = {
            text
            for place in own
            for text in evidence.exercise.checks[place].fields
            if evidence.key.reference[place].values[text]
        }
        if len(right) == 1:
            remedy = "add a check on which another answer is right"
            if not evidence.exercise.tasks[name]:
                remedy = "give it an argument on which the answer hangs, and ask for each answer once"
            message = f"whoever always answers {right.pop()!r} passes every check of {name}; {remedy}"
            yield Fault("idle", node.lineno, message)


def unhidden_tasks(evidence: Evidence) -> Iterator[Fault]:
    """Report a task that pays for public checks alone, whose answers can be copied."""
    for name, node in evidence.source.tasks.items():
        own = [check for check in evidence.exercise.checks if check.task == name]
        paying = [check for check in own if check.points]
        if paying and all(check.public and not check.within for check in paying):
            yield Fault(
                "unhidden",
                node.lineno,
                f"{name} pays for public checks alone, whose answers a program can remember; "
                "add a hidden check with fresh inputs that pays",
            )
        hidden = [check for check in paying if not check.public]
        if hidden and not any(check.note or changes(check, evidence.key.seed) for check in hidden):
            yield Fault(
                "unhidden",
                node.lineno,
                f"the hidden checks of {name} have the same inputs whatever the seed; draw those of one: "
                "uniform(…), normal(…), integers(…)",
            )
        if not own:
            yield Fault(
                "unhidden", node.lineno, f"no check asks {name}; add one, or take the mark @task off it"
            )


def changes(check: Check, seed: int) -> bool:
    """Tell whether a check's inputs hang on the seed, or it has none that could."""
    if check.kind == "chooses" or check.experiment is not None or not check.labels:
        return True
    try:
        first, *others = (scenario_of(check, seed + more).args for more in range(SEEDS))
    except (PageError, TypeError, ValueError, ArithmeticError, LookupError):
        return True  # there is a rule for inputs that cannot always be drawn
    return any(differ(first, other) for other in others)
