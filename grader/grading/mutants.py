"""Recognise a mistake that no page lists: one change to a right definition gives the same numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from grader.grading.comparison import Compared, Comparison
from grader.grading.evidence import is_evidence, wrong_entries
from grader.grading.listed import ids, named
from grader.grading.needs import SHAPING, can_be_said
from grader.grading.source import Source
from grader.grading.verdict import Diagnosis
from grader.inside.observation import Outcome
from grader.keys.key import PAIR, Mutant
from grader.numbers.compare import graded
from grader.numbers.equivalence import is_equivalent
from grader.words.message import say


def mutant(compared: Comparison, task: str, source: Source) -> Diagnosis | None:
    """Return the one change to a right definition that gives exactly these numbers, where it can be said."""
    shaped = any(
        one.difference is not None and one.difference.kind == "shape"
        for one in (compared.checks[index] for index in compared.failing_of(task))
    )
    if not shaped and not is_shown(compared, compared.failing_of(task)):
        return None
    by_id = {one.check.id: one for one in compared.checks}
    own = (one for one in compared.key.mutants if one.task == task and one.sentence != PAIR)
    for one in own:
        if (shaped and one.sentence not in SHAPING) or not may_give(by_id, one):
            continue
        if (
            speaks_of(compared, task, one)
            and gives(compared, one)
            and can_be_said(one.sentence, one.words, source)
        ):
            id = f"derived.{one.sentence}"
            checks = ids(compared.key, compared.failing_of(task))
            return Diagnosis(id, say(f"{id}.title"), say(id, **one.words), checks)
    return None


def both_known(compared: Comparison, task: str) -> Diagnosis | None:
    """Return the two misconceptions of the page that, made at once, give exactly these numbers."""
    if not is_shown(compared, compared.failing_of(task)):
        return None
    by_id = {one.check.id: one for one in compared.checks}
    fits = [
        one
        for one in compared.key.mutants
        if one.task == task
        and one.sentence == PAIR
        and may_give(by_id, one)
        and speaks_of(compared, task, one)
        and gives(compared, one)
    ]
    if len(fits) != 1:
        return None
    first, second = fits[0].words["one"], fits[0].words["other"]
    titles = {known.id: known.title for known in compared.key.misconceptions}
    message = say("pair", one=titles[first], other=titles[second])
    checks = ids(compared.key, compared.failing_of(task))
    return Diagnosis(f"{first}+{second}", titles[first], message, checks, (say("hint.on.pair"),))


def recognised(compared: Comparison, task: str) -> Diagnosis | None:
    """Return the misconception of the page, or the two at once, whose numbers these are."""
    return named(compared, task) or both_known(compared, task)


def may_give(by_id: Mapping[str, Compared], one: Mutant) -> bool:
    """Tell, at one number a check, whether a mutant may give the student's: most do not."""
    return all(by_id[id].may_be(seen) for id, seen in one.seen.items())


def speaks_of(compared: Comparison, task: str, one: Mutant) -> bool:
    """Tell whether a mutant was observed on a check that fails; elsewhere it shows nothing."""
    return any(compared.checks[index].check.id in one.seen for index in compared.failing_of(task))


def gives(compared: Comparison, one: Mutant) -> bool:
    """Tell whether a mutant gives the student's numbers on every check on which it was observed."""
    by_id = {check.id: index for index, check in enumerate(compared.key.checks)}
    return all(
        is_equivalent(compared.row[by_id[id]], seen, compared.key.checks[by_id[id]].bound)
        for id, seen in one.seen.items()
    )


def is_shown(compared: Comparison, indices: Iterable[int]) -> bool:
    """Tell whether some checks have wrong numbers enough: through a single one many formulas go."""
    returned = [
        one for one in map(compared.checks.__getitem__, indices) if one.got.outcome is Outcome.RETURNED
    ]
    return is_evidence([wrong_entries(one, name) for one in returned for name in graded(one.expected)])
