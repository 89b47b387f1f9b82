"""The kill matrix: every program that a page describes against every check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from grader import cut, key
from grader.diagnose import diagnose
from grader.judge import judge
from grader.key import AnswerKey, Looker, Row
from grader.observation import Observation, Outcome, Program, Scenario
from grader.page import Exercise
from grader.prove.proof import Line, Trial
from grader.sandbox.client import Limits, Observed

LOADED = Observation(Outcome.RETURNED)


@dataclass(frozen=True)
class Named:
    """A program of the page by its id and kind."""

    id: str
    kind: str
    program: Program


def right(exercise: Exercise) -> Iterator[Named]:
    """Yield the reference and the alternatives."""
    yield Named("reference", "reference", exercise.reference)
    for variant in exercise.alternatives:
        yield Named(variant.id, "alternative", variant.program)


def wrong(exercise: Exercise) -> Iterator[Named]:
    """Yield the misconceptions."""
    for variant in exercise.misconceptions:
        yield Named(variant.id, "misconception", variant.program)


def line(made: AnswerKey, id: str, kind: str, seen: Observed) -> Line:
    """Judge and diagnose one program."""
    verdicts = judge(made, seen, Limits())
    return Line(id, kind, seen.row, verdicts, tuple(found.id for found in diagnose(made, seen.row)))


def rows(made: AnswerKey) -> dict[str, Row]:
    """Return the rows that a key holds of its alternatives and misconceptions."""
    return {known.id: known.row for known in (*made.alternatives, *made.misconceptions)}


# ---- trials -------------------------------------------------------------------------------------


def written(exercise: Exercise, how: str, made: AnswerKey) -> Trial:
    """Return the programs as they were observed for a key."""
    known = {"reference": made.reference, **rows(made)}
    return Trial(
        how,
        made,
        tuple(
            line(made, named.id, named.kind, Observed(LOADED, known[named.id]))
            for named in (*right(exercise), *wrong(exercise))
        ),
    )


def watched(
    how: str,
    made: AnswerKey,
    look: Looker,
    scenarios: Sequence[Scenario],
    change: Callable[[Program], Program] = lambda program: program,
) -> Trial:
    """Return the programs, each changed in the same way, on scenarios that a key's checks fit."""
    named = (*right(look.exercise), *wrong(look.exercise))
    return Trial(
        how,
        made,
        tuple(line(made, one.id, one.kind, look.observe(change(one.program), scenarios)) for one in named),
    )


# ---- programs that have understood nothing ------------------------------------------------------


def idle(made: AnswerKey, look: Looker) -> Iterator[Line]:
    """Yield the stub, the programs that answer every call alike, and zeros and ones in the right shapes."""
    exercise = look.exercise
    empty = replace(exercise.reference, text=cut.stub(exercise.source, ""))
    seen = look.observe(empty, made.scenarios)
    yield line(made, "stub", "stub", seen)
    for answer, program in zip(key.LAZY, key.lazy_programs(exercise), strict=True):
        yield line(made, f"return {answer}", "lazy program", look.observe(program, made.scenarios))
    for place, word in enumerate(("zeros", "ones")):
        row = tuple(constant(exercise, made, check, place, seen.row[check]) for check in range(len(seen.row)))
        yield line(made, f"{word} in the right shapes", "lazy program", Observed(LOADED, row))


def constant(
    exercise: Exercise, made: AnswerKey, check: int, place: int, otherwise: Observation
) -> Observation:
    """Return a constant answer to a check; what the stub does where a check asks for more than a number."""
    answers = key.constant_answers(exercise.checks[check], made.reference[check])
    return answers[place] if answers else otherwise


# ---- the same again -----------------------------------------------------------------------------


def repeats(made: AnswerKey, look: Looker) -> Mapping[str, Mapping[str, Row]]:
    """Return the right programs' rows a second time, and with the checks in reverse order."""
    return {
        one.id: {
            "a second time": look.row(one.program, made.scenarios),
            "with the checks in reverse order": look.row(one.program, made.scenarios[::-1])[::-1],
        }
        for one in right(look.exercise)
    }


# ---- what a student's own key can name ------------------------------------------------------------


def public_only(made: AnswerKey) -> AnswerKey:
    """Return the key that a student may take home: the public checks alone."""
    places = [place for place, check in enumerate(made.checks) if check.public]

    def part(row: Row) -> Row:
        return tuple(row[place] for place in places)

    return replace(
        made,
        checks=tuple(made.checks[place] for place in places),
        reference=part(made.reference),
        alternatives=tuple(replace(known, row=part(known.row)) for known in made.alternatives),
        misconceptions=tuple(replace(known, row=part(known.row)) for known in made.misconceptions),
    )


def nameable(made: AnswerKey) -> frozenset[str]:
    """Return the misconceptions that are recognised by the public checks alone."""
    public = public_only(made)
    return frozenset(
        known.id
        for known in public.misconceptions
        if [found.id for found in diagnose(public, known.row)] == [known.id]
    )
