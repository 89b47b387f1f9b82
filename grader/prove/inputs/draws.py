"""Faults of a page's draws: hidden inputs that students know, or that are always the same, or never."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np

from grader.errors import PageError
from grader.inside.observation import Leaf, Observation
from grader.keys.key import AnswerKey
from grader.numbers.compare import graded
from grader.pages import page
from grader.pages.check import Check, Draw, scenario_of
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.inputs.leaks import trivial

SEEDS = 5
"""Draws that are held against each other; that all of them agree is no chance."""

NARROW = 1e-3
"""Draws whose numbers differ by less than this part of their size are the same to whoever remembers one."""


# ---- hidden inputs that are public ---------------------------------------------------------------


def hidden_as_public(evidence: Evidence) -> Iterator[Fault]:
    """Report a hidden check whose answer a public one tells: the inputs are the same, or the numbers."""
    checks = evidence.key.checks
    for hidden, check in enumerate(checks):
        public = [place for place, other in enumerate(checks) if other.public and other.task == check.task]
        # Two draws may agree by chance, but not with the next seed as well.
        keys = [trial.key for trial in evidence.trials[:2]]
        known = [place for place in public if all(tells(made, place, hidden) for made in keys)]
        if known and not check.public:
            yield Fault(
                "same",
                evidence.line_of_check(hidden),
                f"the hidden check {check.title!r} has the inputs or the answer of the public check "
                f"{checks[known[0]].title!r}; draw inputs of its own for it: uniform(…), normal(…)",
            )


def tells(made: AnswerKey, public: int, hidden: int) -> bool:
    """Tell whether a program that remembers a public check's answer passes a hidden one of the same task."""
    one, other = made.checks[public].scenario, made.checks[hidden].scenario
    if one.kind == other.kind and one.text == other.text and equal_inputs(one.args, other.args):
        return True
    return same_answer(made.reference[public], made.reference[hidden])


def same_answer(public: Observation, hidden: Observation) -> bool:
    """Tell whether the reference gives the same numbers twice, and such that are worth hiding."""
    names = graded(hidden)
    return (
        all(name in public.values for name in names)
        and all(equal_inputs(public.values[name], hidden.values[name]) for name in names)
        and not all(trivial(hidden.values[name]) for name in names)
    )


def equal_inputs(one: Any, other: Any) -> bool:
    """Tell whether two inputs are equal to the last bit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other, equal_nan=one.dtype.kind in "fc" and other.dtype.kind in "fc")
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(equal_inputs, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(equal_inputs(one[key], other[key]) for key in one)
    if is_dataclass(one):
        names = [field.name for field in fields(one)]
        return all(equal_inputs(getattr(one, name), getattr(other, name)) for name in names)
    return bool(one == other or (one != one and other != other))


# ---- draws without width ------------------------------------------------------------------------


def narrow_draws(evidence: Evidence) -> Iterator[Fault]:
    """Report a draw of a hidden check that gives the same numbers whatever the seed."""
    for place, check in enumerate(evidence.exercise.checks):
        drawn = [label for label, value in check.inputs.items() if holds_draw(value)]
        if check.public or not (drawn or check.draw):
            continue
        try:
            rows = [scenario_of(check, evidence.key.seed + more).args for more in range(SEEDS)]
        except (PageError, ValueError, TypeError, ArithmeticError, LookupError) as fault:
            yield Fault(
                "narrow",
                evidence.line_of_check(place),
                f"with another seed the inputs of the check {check.title!r} cannot be drawn "
                f"({type(fault).__name__}: {fault}); draw from a range in which they always can",
            )
            continue
        for label in narrow(check, drawn, rows):
            yield Fault(
                "narrow",
                evidence.line_of_check(place),
                f"the check {check.title!r} draws {label} from a range without width: any seed gives nearly "
                "the same numbers; widen the range (integers(low, high) never draws high), or write it down",
            )


def narrow(check: Check, drawn: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[str]:
    """Return the drawn inputs that do not change with the seed."""
    changing = {
        label
        for at, label in enumerate(check.labels)
        if any(differ(rows[0][at], row[at]) for row in rows[1:])
    }
    fixed = [label for label in drawn if label not in changing]
    return fixed + (["its inputs"] if check.draw is not None and not changing else [])


def holds_draw(value: Any) -> bool:
    """Tell whether an input is drawn, or holds what is drawn."""
    if isinstance(value, dict):
        return any(map(holds_draw, value.values()))
    return isinstance(value, Draw) or (isinstance(value, list | tuple) and any(map(holds_draw, value)))


def differ(one: Any, other: Any) -> bool:
    """Tell whether two drawn inputs differ by more than a thousandth of their size somewhere."""
    if isinstance(one, Leaf) and isinstance(other, Leaf):
        return differ(one.value, other.value) or differ(one.grad, other.grad)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) != len(other) or any(map(differ, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() != other.keys() or any(differ(one[key], other[key]) for key in one)
    a, b = np.asarray(one), np.asarray(other)
    if a.shape != b.shape or a.dtype.kind not in "biufc" or b.dtype.kind not in "biufc":
        return not equal_inputs(one, other)
    size = np.maximum(np.abs(a.astype(float)), np.abs(b.astype(float)))
    return bool(np.any(np.abs(a.astype(float) - b.astype(float)) > NARROW * size))


# ---- inputs that cannot be drawn again -----------------------------------------------------------


def unsteady_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report inputs that differ when the page is read again and its inputs are drawn with the same seed."""
    names = page.execute(evidence.source)
    kept = {check.id for check in evidence.exercise.checks}
    checks = tuple(check for check in names["checks"] if check.id in kept)
    again = replace(evidence.exercise, checks=checks, constants=names).scenarios(evidence.key.seed)
    for place, (one, other) in enumerate(zip(evidence.key.scenarios, again, strict=True)):
        labels = [
            label
            for label, before, after in zip(one.labels, one.args, other.args, strict=True)
            if not equal_inputs(before, after)
        ]
        if labels:
            yield Fault(
                "unsteady",
                evidence.line_of_check(place),
                f"the same seed gives the check {evidence.exercise.checks[place].title!r} another "
                f"{', '.join(labels)} each time; "
                "draw with uniform(…), normal(…) or the generator that draw(lambda rng: …) is given",
            )
