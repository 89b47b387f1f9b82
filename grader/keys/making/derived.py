"""Watch every mutant that follows from a page, and return what the key holds of those that tell something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby

from grader.inside.observation import Observation, Outcome, Program, Scenario
from grader.keys.key import Mutant, Row
from grader.keys.making import mutants
from grader.keys.making.looker import Looker
from grader.keys.making.mutation.tree import SourceMutant
from grader.keys.making.pairs import pairs
from grader.numbers.compare import Bound, agree
from grader.numbers.equivalence import fingerprint

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
