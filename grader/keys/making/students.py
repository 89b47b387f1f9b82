"""Draw keys for many students at once: each known program runs once, on the inputs of all of them.

What does not hang on the draw is taken over from the course's own key: tolerances relative to the size of
the numbers, prerequisites, texts. Alternatives and mutants are left out: nobody is graded by the ones, and of
the others too many would have to run. Misconceptions, relations and changes to the code still name mistakes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from grader.inside.observation import Program, Scenario, Source
from grader.keys.key import AnswerKey, Row, marked_row
from grader.keys.making import keymaker, tolerance
from grader.keys.making.looker import Looker
from grader.keys.making.remembering import Watching
from grader.pages.calls import call_text
from grader.pages.page import Exercise

TOGETHER = 50
"""Students whose inputs a program is run on at once."""


def make_all(
    exercise: Exercise, sandbox: Watching, base: AnswerKey, seeds: Sequence[int]
) -> Iterator[AnswerKey]:
    """Yield a key for every seed, in order; ``base`` is the course's own key of the exercise.

    Raises:
        PageError: the reference fails on somebody's inputs.
    """
    if exercise.is_script:
        yield from (replace(base, seed=seed) for seed in seeds)  # a script brings its own data
        return
    for start in range(0, len(seeds), TOGETHER):
        yield from together(Looker(exercise, sandbox), base, seeds[start : start + TOGETHER])


def together(look: Looker, base: AnswerKey, seeds: Sequence[int]) -> Iterator[AnswerKey]:
    """Yield the keys of a few seeds."""
    drawn = [look.exercise.scenarios(seed) for seed in seeds]
    references = rows(look, look.exercise.reference, drawn)
    moved = [tuple(tolerance.moved(asked, 0.1) for asked in scenarios) for scenarios in drawn]
    neighbours = rows(look, look.exercise.reference, moved)
    wrong = {one.id: rows(look, one.program, drawn) for one in look.exercise.misconceptions}
    for place, seed in enumerate(seeds):
        keymaker.demand_numbers(look.exercise, references[place])
        mistakes = {id: found[place] for id, found in wrong.items()}
        yield one_of(look.exercise, base, seed, drawn[place], references[place], neighbours[place], mistakes)


def rows(look: Looker, program: Program, drawn: Sequence[Sequence[Scenario]]) -> list[Row]:
    """Return a program's row for everybody, from one run of it, or from several where one takes too long."""
    many = len(look.exercise.checks)
    row = look.row(program, [asked for scenarios in drawn for asked in scenarios])
    if len(drawn) > 1 and any(seen.stopped_with("Total", Source.PROCESS) for seen in row):
        half = len(drawn) // 2
        return rows(look, program, drawn[:half]) + rows(look, program, drawn[half:])
    return [row[start : start + many] for start in range(0, len(row), many)]


def one_of(
    exercise: Exercise,
    base: AnswerKey,
    seed: int,
    scenarios: Sequence[Scenario],
    reference: Row,
    neighbour: Row,
    wrong: dict[str, Row],
) -> AnswerKey:
    """Return one student's key."""
    bounds = [
        check.bound if check.sealed else replace(check.bound, scales=tolerance.scales(seen, near))
        for check, seen, near in zip(base.checks, reference, neighbour, strict=True)
    ]
    right = marked_row(reference, base.checks)
    return replace(
        base,
        checks=tuple(
            replace(check, scenario=asked, bound=bound, call=call_text(asked))
            for check, asked, bound in zip(base.checks, scenarios, bounds, strict=True)
        ),
        reference=right,
        alternatives=(),
        misconceptions=tuple(
            keymaker.known(one, marked_row(wrong[one.id], base.checks), right, exercise.checks, bounds)
            for one in exercise.misconceptions
        ),
        mutants=(),
        seed=seed,
    )
