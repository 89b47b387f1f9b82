"""Make an answer key: draw the inputs, observe every program of the page, measure the tolerances."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

import numpy as np

from grader.errors import PageError
from grader.inside.observation import Limits, Observation, Observed, Outcome, Program, Scenario
from grader.inside.values import as_float32
from grader.keys.key import AnswerKey, KeyCheck, Known, Mutant, Row
from grader.keys.making import mutants, scriptkey, tolerance
from grader.keys.making.baselines import constant_answers, lazy_programs
from grader.keys.making.mutation.tree import SourceMutant
from grader.keys.making.pairs import pairs
from grader.keys.making.remembering import Remembering, Watching, unremembered
from grader.keys.making.tolerance import CheckMargins
from grader.keys.profile import profile_of, torch_of
from grader.keys.staleness import code_digest_of
from grader.numbers.compare import Bound, agree, graded
from grader.numbers.equivalence import fingerprint
from grader.numbers.sealed import Sealed, answer_of, marked, seal
from grader.pages.calls import call_text
from grader.pages.check import Check
from grader.pages.page import Exercise, Variant


def make(exercise: Exercise, sandbox: Watching, seed: int, with_mutants: bool = True) -> AnswerKey:
    """Draw the inputs, observe every program of the page, measure the tolerances.

    ``with_mutants`` also derives the everyday mistakes from the page's right definitions, for diagnosis.

    Raises:
        PageError: the reference fails on its own checks.
    """
    # Of the text that was read: the page may be saved again while its programs are observed.
    digest = code_digest_of(exercise.source.text.encode(), exercise.source.path)
    if exercise.is_script:
        return scriptkey.make(exercise, unremembered(sandbox), seed, digest)
    scenarios = exercise.scenarios(seed)
    look = Looker(exercise, sandbox)
    reference = look.row(exercise.reference, scenarios)
    demand_numbers(exercise, reference)
    rows = {variant.id: look.row(variant.program, scenarios) for variant in exercise.variants}
    seals = seal_predictions(exercise, reference, rows)
    reference = marked_in(seals, reference)
    rows = {id: marked_in(seals, row) for id, row in rows.items()}
    bounds = [margins.bound for margins in measure(exercise, look, scenarios, reference, rows)]
    lazy = [marked_in(seals, look.row(program, scenarios)) for program in lazy_programs(exercise)]
    programs = {
        variant.id: known(variant, rows[variant.id], reference, exercise.checks, bounds)
        for variant in exercise.variants
    }
    return AnswerKey(
        id=exercise.id,
        title=exercise.title,
        story=exercise.story,
        tasks=exercise.tasks,
        allows_torch=exercise.allows_torch,
        checks=key_checks(exercise, scenarios, reference, bounds, lazy, seals),
        reference=reference,
        alternatives=tuple(programs[variant.id] for variant in exercise.alternatives),
        misconceptions=tuple(programs[variant.id] for variant in exercise.misconceptions),
        mutants=derive_all(look, scenarios, reference, rows, bounds) if with_mutants else (),
        seed=seed,
        digest=digest,
        environment=look.versions(),
    )


@dataclass(frozen=True)
class Looker:
    """An exercise's programs, the sandbox to watch them in, and limits other than its own."""

    exercise: Exercise
    sandbox: Watching
    limits: Limits | None = None

    def again(self) -> Looker:
        """Return one that really observes a program a second time."""
        return replace(self, sandbox=self.sandbox.again()) if isinstance(self.sandbox, Remembering) else self

    def observe(self, program: Program, scenarios: Sequence[Scenario]) -> Observed:
        """Return what a program does, loading included."""
        profile = profile_of(program, torch_of(scenarios, self.exercise.allows_torch))
        return self.sandbox.observe(program, scenarios, profile, self.limits)

    def numbers(self, program: Program, scenarios: Sequence[Scenario]) -> Row:
        """Return what a program of mutants gives; of what gives no numbers maybe the outcome alone."""
        profile = profile_of(program, torch_of(scenarios, self.exercise.allows_torch))
        if isinstance(self.sandbox, Remembering):
            return self.sandbox.numbers(program, scenarios, profile, self.limits)
        return self.sandbox.observe(program, scenarios, profile, self.limits).row

    def ahead(self, program: Program, sets: Sequence[Sequence[Scenario]]) -> None:
        """Have a program observed on several lists of scenarios at once, where rows are remembered."""
        if isinstance(self.sandbox, Remembering):
            profile = profile_of(program, torch_of(sets[0], self.exercise.allows_torch))
            self.sandbox.foresee(program, sets, profile, self.limits)

    def row(self, program: Program, scenarios: Sequence[Scenario]) -> Row:
        """Return what a program of the page gives on the scenarios.

        Raises:
            PageError: its text does not even load.
        """
        seen = self.observe(program, scenarios)
        if seen.load.outcome is not Outcome.RETURNED:
            path, line = self.exercise.source.path, seen.load.line
            raise PageError(path, line, f"this program of the page does not load: {seen.load.error}")
        return seen.row

    def versions(self) -> Mapping[str, str]:
        """Return the versions of the libraries that the reference was observed with."""
        profile = profile_of(self.exercise.reference, torch_of((), self.exercise.allows_torch))
        return self.sandbox.versions(profile)


def demand_numbers(exercise: Exercise, row: Row) -> None:
    """Raise PageError unless the reference returns finite numbers on every check."""
    for check, seen in zip(exercise.checks, row, strict=True):
        if seen.outcome is not Outcome.RETURNED:
            message = f"the reference fails on its own check {check.title!r}: {said_of(seen)}"
            line = seen.line or exercise.source.line_of_text(check.title)
            raise PageError(exercise.source.path, line, message)
        missing = [name for name in check.only if not graded(seen.cut_to((name,)))]
        if missing:
            message = (
                f"the reference gives no {missing[0]!r} on the check {check.title!r}; name what it gives"
            )
            raise PageError(exercise.source.path, exercise.source.line_of_text(check.title), message)
        if not graded(seen):
            message = f"the reference gives no number on the check {check.title!r}; return one"
            raise PageError(exercise.source.path, 0, message)
        if not all(np.isfinite(seen.values[name]).all() for name in graded(seen)):
            message = (
                f"the reference is not finite on the check {check.title!r}; look at its inputs, or shorten "
                "the run"
            )
            raise PageError(exercise.source.path, exercise.source.line_of_text(check.title), message)

        if check.within and answer_of(seen) is None:
            message = f"the reference gives no single number on the check {check.title!r}; return one"
            raise PageError(exercise.source.path, 0, message)


def said_of(seen: Observation) -> str:
    """Say how the reference ended where it gave nothing."""
    if seen.outcome is Outcome.TIMED_OUT:
        return "it does not end in the time that a check has; shorten the run"
    if seen.outcome is Outcome.MISSING and seen.error is not None:
        return f"there is no {seen.error.text}"
    return f"{seen.outcome.value} {seen.error}"


# ---- predictions ----


def seal_predictions(exercise: Exercise, reference: Row, rows: Mapping[str, Row]) -> list[Sealed | None]:
    """Return the seal of every check whose number is predicted, None for the others.

    The salt is public. The seed is no part of it: whoever guesses one must not see there that it is right.
    """
    wrong = [rows[variant.id] for variant in exercise.misconceptions]
    return [
        seal(
            hashlib.sha256(f"{exercise.id} {check.id}".encode()).hexdigest()[:16],
            check.within,
            [answer_of(row[place]) for row in (reference, *wrong)],
        )
        if check.within
        else None
        for place, check in enumerate(exercise.checks)
    ]


def marked_in(seals: Sequence[Sealed | None], row: Row) -> Row:
    """Return an observed row with marks in place of the numbers that are sealed."""
    return tuple(marked(seen, sealed) for seen, sealed in zip(row, seals, strict=True))


# ---- tolerances ----


def measure(
    exercise: Exercise, look: Looker, scenarios: Sequence[Scenario], reference: Row, rows: Mapping[str, Row]
) -> list[CheckMargins]:
    """Measure every check's scales and tolerances; see ``grader.keys.making.tolerance``."""
    program = exercise.reference
    neighbours = look.row(program, [tolerance.moved(asked) for asked in scenarios])
    nudges = look.row(program, [tolerance.nudged(asked) for asked in scenarios])
    singles = look.row(program, [as_float32(asked) for asked in scenarios])
    measured = []
    for place, check in enumerate(exercise.checks):
        seen = reference[place]
        if check.within:
            measured.append(tolerance.of_marks(check.task))
            continue
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


# ---- checks of the key ----


def key_checks(
    exercise: Exercise,
    scenarios: Sequence[Scenario],
    reference: Row,
    bounds: Sequence[Bound],
    lazy: Sequence[Row],
    seals: Sequence[Sealed | None],
) -> tuple[KeyCheck, ...]:
    """Put every check together with its scenario, bound and partner."""
    easy = {
        check.id
        for place, check in enumerate(exercise.checks)
        if any(agree(row[place], reference[place], bounds[place]) for row in lazy)
        or any(
            agree(seen, reference[place], bounds[place]) for seen in constant_answers(check, reference[place])
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
            prerequisite=partner(exercise, check, easy) if check.id in easy else "",
            curve=check.curve,
            along=check.along,
            data=check.data,
            call=call_text(asked),
            sealed=sealed,
        )
        for check, asked, bound, sealed in zip(exercise.checks, scenarios, bounds, seals, strict=True)
    )


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


def known(
    variant: Variant, row: Row, reference: Row, checks: Sequence[Check], bounds: Sequence[Bound]
) -> Known:
    """Return a variant without its program, with what it gives."""
    changed = tuple(
        check.id
        for check, got, expected, bound in zip(checks, row, reference, bounds, strict=True)
        if not agree(got, expected, bound)
    )
    return Known(variant.id, variant.title, variant.message, variant.hints, variant.targets, row, changed)


# ---- mistakes that no page names ----

SLIP_SECONDS = 0.3
SLIP_SLOWER = 10.0
"""A mutant's call may take this long, and so many times as long as the right one: many never end."""


def derive_all(
    look: Looker,
    scenarios: Sequence[Scenario],
    reference: Row,
    rows: Mapping[str, Row],
    bounds: Sequence[Bound],
) -> tuple[Mutant, ...]:
    """Watch every mutant of the page's right definitions; see ``grader.keys.making.mutants``."""
    shown = mutants.shown_names(look.exercise)
    single = ((base, *mutants.program(base, shown)) for base in mutants.bases(look.exercise))
    both = ((base, mutants.holding(base, some), some) for base, some in pairs(look.exercise))
    found: list[mutants.Watched] = []
    for base, program, some in chain(single, both):
        asked = mutants.asked(look.exercise, scenarios, base.task)
        if asked:
            quickest = sorted(asked, key=lambda place: reference[place].seconds)
            found += watch(
                hurried(look, reference, asked),
                base.task,
                program,
                some,
                {look.exercise.checks[place].id: asked[place] for place in quickest},
            )
    wrong = {
        task: [rows[variant.id] for variant in look.exercise.misconceptions if task in variant.targets]
        for task in look.exercise.tasks
    }
    ids = [check.id for check in look.exercise.checks]
    kept = mutants.telling(found, reference, wrong, dict(zip(ids, bounds, strict=True)))
    return tuple(
        one
        for _, group in groupby(kept, key=lambda mutant: mutant.program.text)
        for one in followed(look, list(group), scenarios, reference, bounds)
    )


def hurried(look: Looker, reference: Row, asked: Iterable[int]) -> Looker:
    """Return an observer that waits for a mutant not much longer than the right definition takes."""
    took = max(reference[place].seconds for place in asked)
    limits = replace(look.sandbox.limits, call=max(SLIP_SECONDS, SLIP_SLOWER * took))
    return replace(look, limits=limits)


def followed(
    look: Looker,
    watched: Sequence[mutants.Watched],
    scenarios: Sequence[Scenario],
    reference: Row,
    bounds: Sequence[Bound],
) -> list[Mutant]:
    """Return mutants of one program with what they do to the checks of the tasks that call their own."""
    task = watched[0].mutant.task
    asked = mutants.reached(look.exercise, scenarios, task)
    if not asked:
        return [mutant.mutant for mutant in watched]
    program = mutants.in_place(watched[0].program, task, [mutant.number for mutant in watched])
    reach: list[dict[str, tuple[float, ...]]] = [{} for _ in watched]
    for place, scenario in asked.items():
        calls = [mutants.call_after(scenario, look.exercise.tasks, mutant.number) for mutant in watched]
        row = hurried(look, reference, [place]).numbers(program, calls)
        for found, seen in zip(reach, row, strict=True):
            if fingerprint(seen) and not agree(seen, reference[place], bounds[place]):
                found[look.exercise.checks[place].id] = fingerprint(seen)
    return [replace(mutant.mutant, reach=found) for mutant, found in zip(watched, reach, strict=True)]


def watch(
    look: Looker, task: str, program: Program, found: Sequence[SourceMutant], asked: Mapping[str, Scenario]
) -> list[mutants.Watched]:
    """Return every mutant of a task in a program that holds them, with what it gives on some checks, by id.

    A mutant that gives no numbers on one of them tells nothing, and is not asked further.
    """
    alive: dict[int, dict[str, Observation]] = {number: {} for number in range(len(found))}
    for id, scenario in asked.items():
        row = look.numbers(program, [mutants.call_mutant(scenario, task, number) for number in alive])
        alive = {
            number: {**so_far, id: seen}
            for (number, so_far), seen in zip(alive.items(), row, strict=True)
            if seen.outcome is Outcome.RETURNED
        }
    return [
        mutants.Watched(Mutant(found[number].sentence, found[number].words, task, seen), number, program)
        for number, seen in alive.items()
    ]
