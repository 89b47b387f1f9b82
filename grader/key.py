"""All that grading needs of a page: its checks and what every known program gives on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader import derive, tolerance
from grader.check import Check
from grader.compare import Bound, compare, graded
from grader.derive import Derived
from grader.errors import PageError
from grader.observation import Leaf, Observation, Outcome, Program, Scenario
from grader.page import Exercise, Variant
from grader.sandbox.client import Observed, Sandbox, profile_of
from grader.values import as_float32

Row = tuple[Observation, ...]

LAZY = ("None", "0.0", "1.0", "args[0]", "np.zeros_like(args[0])", "np.ones_like(args[0])")
"""What programs return that have understood nothing; ``args`` are the arguments of the call."""


@dataclass(frozen=True)
class KeyCheck:
    """A check with its inputs drawn, its tolerances measured.

    ``pays_with`` is the id of the check that must pass as well before this one counts, because a program
    that does nothing passes this one. ``call`` is the call as a reader would write it.
    """

    id: str
    title: str
    task: str
    uses: tuple[str, ...]
    points: float
    public: bool
    scenario: Scenario
    bound: Bound
    pays_with: str = ""
    curve: str = ""
    call: str = ""


@dataclass(frozen=True)
class Known:
    """A program of the page and its row: what it is called, what it means, what it gives."""

    id: str
    title: str
    message: str
    hints: tuple[str, ...]
    targets: tuple[str, ...]
    row: Row


@dataclass(frozen=True)
class AnswerKey:
    """An exercise, ready to grade. It holds numbers and texts, and no solution."""

    id: str
    title: str
    story: str
    tasks: Mapping[str, tuple[str, ...]]
    allows_torch: bool
    checks: tuple[KeyCheck, ...]
    reference: Row
    alternatives: tuple[Known, ...]
    misconceptions: tuple[Known, ...]
    derived: tuple[Derived, ...]
    seed: int
    digest: str
    environment: Mapping[str, str]

    @property
    def points(self) -> float:
        """What the exercise is worth."""
        return sum(check.points for check in self.checks)

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The experiments, in the page's order."""
        return tuple(check.scenario for check in self.checks)


def make(exercise: Exercise, sandbox: Sandbox, seed: int) -> AnswerKey:
    """Draw the inputs, observe every program of the page, measure the tolerances.

    Raises:
        PageError: the reference fails on its own checks.
    """
    scenarios = exercise.scenarios(seed)
    look = Looker(exercise, sandbox)
    reference = look.row(exercise.reference, scenarios)
    demand_numbers(exercise, reference)
    rows = {variant.id: look.row(variant.program, scenarios) for variant in exercise.variants}
    bounds = [margins.bound for margins in measure(exercise, look, scenarios, reference, rows)]
    lazy = [look.row(program, scenarios) for program in lazy_programs(exercise)]
    return AnswerKey(
        id=exercise.id,
        title=exercise.title,
        story=exercise.story,
        tasks=exercise.tasks,
        allows_torch=exercise.allows_torch,
        checks=key_checks(exercise, scenarios, reference, bounds, lazy),
        reference=reference,
        alternatives=tuple(known(variant, rows) for variant in exercise.alternatives),
        misconceptions=tuple(known(variant, rows) for variant in exercise.misconceptions),
        derived=derive_all(look, scenarios, reference, rows, bounds),
        seed=seed,
        digest=exercise.digest,
        environment=look.versions(),
    )


@dataclass(frozen=True)
class Looker:
    """An exercise's programs and the sandbox in which to watch them."""

    exercise: Exercise
    sandbox: Sandbox

    def observe(self, program: Program, scenarios: Sequence[Scenario]) -> Observed:
        """Return what a program does, loading included."""
        profile = profile_of(program, scenarios, self.exercise.allows_torch)
        return self.sandbox.observe(program, scenarios, profile)

    def row(self, program: Program, scenarios: Sequence[Scenario]) -> Row:
        """Return what a program of the page gives on the scenarios.

        Raises:
            PageError: its text does not even load.
        """
        seen = self.observe(program, scenarios)
        if seen.load.outcome is not Outcome.RETURNED:
            path, line = self.exercise.source.path, seen.load.line
            raise PageError(path, line, f"this program of the page does not load: {seen.load.message}")
        return seen.row

    def versions(self) -> Mapping[str, str]:
        """Return the versions of the libraries that the reference was observed with."""
        profile = profile_of(self.exercise.reference, (), self.exercise.allows_torch)
        return self.sandbox.versions(profile)


def demand_numbers(exercise: Exercise, row: Row) -> None:
    """Raise PageError unless the reference returns finite numbers on every check."""
    for check, seen in zip(exercise.checks, row, strict=True):
        if seen.outcome is not Outcome.RETURNED:
            message = (
                f"the reference fails on its own check {check.title!r}: {seen.outcome.value} {seen.message}"
            )
            raise PageError(exercise.source.path, seen.line, message)
        if not graded(seen):
            message = f"the reference gives no number on the check {check.title!r}; return one"
            raise PageError(exercise.source.path, 0, message)
        if not all(np.isfinite(seen.values[name]).all() for name in graded(seen)):
            message = f"the reference is not finite on the check {check.title!r}; shorten the run"
            raise PageError(exercise.source.path, 0, message)


# ---- tolerances ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class CheckMargins:
    """One check's scales, and its tolerances with what they stand between."""

    sizes: Mapping[str, float]
    double: tolerance.Margins
    single: tolerance.Margins

    @property
    def bound(self) -> Bound:
        """The part that grading needs."""
        return Bound(self.double.tolerance, self.single.tolerance, self.sizes)


def measure(
    exercise: Exercise, look: Looker, scenarios: Sequence[Scenario], reference: Row, rows: Mapping[str, Row]
) -> list[CheckMargins]:
    """Measure every check's scales and tolerances; see ``grader.tolerance``."""
    program = exercise.reference
    neighbours = look.row(program, [tolerance.moved(asked, 0.1) for asked in scenarios])
    nudges = look.row(program, [tolerance.nudged(asked) for asked in scenarios])
    singles = look.row(program, [as_float32(asked) for asked in scenarios])
    measured = []
    for place, check in enumerate(exercise.checks):
        seen = reference[place]
        sizes = tolerance.scales(seen, neighbours[place])
        double, single = tolerance.split([rows[variant.id][place] for variant in exercise.alternatives])
        wrong = [rows[variant.id][place] for variant in exercise.misconceptions]
        measured.append(
            CheckMargins(
                sizes,
                tolerance.measure(seen, [nudges[place], *double], wrong, sizes, "double", check.tolerance),
                tolerance.measure(seen, [singles[place], *single], wrong, sizes, "single"),
            )
        )
    return measured


# ---- checks of the key ---------------------------------------------------------------------------


def key_checks(
    exercise: Exercise,
    scenarios: Sequence[Scenario],
    reference: Row,
    bounds: Sequence[Bound],
    lazy: Sequence[Row],
) -> tuple[KeyCheck, ...]:
    """Put every check together with its scenario, bound and partner."""
    easy = {
        check.id
        for place, check in enumerate(exercise.checks)
        if any(compare(row[place], reference[place], bounds[place]) is None for row in lazy)
        or any(
            compare(seen, reference[place], bounds[place]) is None
            for seen in constant_answers(check, reference[place])
        )
    }
    return tuple(
        KeyCheck(
            id=check.id,
            title=check.title,
            task=check.task,
            uses=check.uses,
            points=check.points,
            public=check.public,
            scenario=asked,
            bound=bound,
            pays_with=partner(exercise, check, easy) if check.id in easy else "",
            curve=check.curve,
            call=call_text(asked),
        )
        for check, asked, bound in zip(exercise.checks, scenarios, bounds, strict=True)
    )


def lazy_programs(exercise: Exercise) -> list[Program]:
    """Return programs that answer every task with the same nothing."""
    return [lazy_program(exercise, answer) for answer in LAZY]


def lazy_program(exercise: Exercise, answer: str) -> Program:
    """Return the reference with every task replaced by one that returns ``answer``."""
    lines = [f"{name} = lambda *args, **words: {answer}" for name in exercise.tasks]
    text = exercise.reference.text + "\nimport numpy as np\n" + "\n".join(lines) + "\n"
    return replace(exercise.reference, text=text)


def constant_answers(check: Check, expected: Observation) -> list[Observation]:
    """Return all zeros and all ones in the right shape, for checks of a returned value."""
    if check.kind not in ("returns", "gradients"):
        return []
    fills = (np.zeros_like, np.ones_like)
    return [
        replace(expected, values={name: fill(expected.values[name]) for name in graded(expected)})
        for fill in fills
    ]


def partner(exercise: Exercise, check: Check, easy: Iterable[str]) -> str:
    """Return the check of the same task that a program must pass as well before an easy one counts.

    Raises:
        PageError: the task has no other check.
    """
    others = [other for other in exercise.checks if other.task == check.task and other.id not in set(easy)]
    if not others:
        message = (
            f"a program that does nothing passes every check of {check.task}; add one with other numbers"
        )
        raise PageError(exercise.source.path, 0, message)
    return max(others, key=lambda other: other.public).id


def known(variant: Variant, rows: Mapping[str, Row]) -> Known:
    """Return a variant without its program."""
    return Known(variant.id, variant.title, variant.message, variant.hints, variant.targets, rows[variant.id])


# ---- slips that no page names ---------------------------------------------------------------------


def derive_all(
    look: Looker,
    scenarios: Sequence[Scenario],
    reference: Row,
    rows: Mapping[str, Row],
    bounds: Sequence[Bound],
) -> tuple[Derived, ...]:
    """Watch every slip of the page's right definitions; see ``grader.derive``."""
    found: list[Derived] = []
    for base in derive.bases(look.exercise):
        asked = derive.asked(look.exercise, scenarios, base.task)
        if asked:
            program, slips = derive.program(base)
            calls = [derive.call_slip(one, number) for number in range(len(slips)) for one in asked.values()]
            seen = iter(look.observe(program, calls).row)
            found += [
                Derived(slip.sentence, slip.words, base.task, {str(place): next(seen) for place in asked})
                for slip in slips
            ]
    wrong = [rows[variant.id] for variant in look.exercise.misconceptions]
    return derive.telling(found, reference, wrong, bounds)


# ---- calls as text -------------------------------------------------------------------------------


def call_text(asked: Scenario) -> str:
    """Return the call of a scenario as a reader would write it; empty for an experiment."""
    if asked.kind == "experiment":
        return ""
    words = zip(asked.labels, asked.args, strict=True)
    return f"{asked.task}({', '.join(f'{label}={value_text(value)}' for label, value in words)})"


def value_text(value: Any) -> str:
    """Return an input as a reader would write it, four digits a number."""
    if isinstance(value, Leaf):
        grad = "" if value.grad is None else f", grad={value_text(value.grad)}"
        return f"tensor({value_text(value.value)}{grad})"
    if isinstance(value, np.ndarray):
        return value_text(value.tolist())
    if isinstance(value, list | tuple):
        inner = ", ".join(value_text(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    return f"{value:.6g}" if isinstance(value, float) else repr(value)
