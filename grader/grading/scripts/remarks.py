"""What is said of a script beside its steps: where its run leads, and notes."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from grader.inside.scripts.rewriting.clipping import is_clipped
from grader.numbers.scripts import seeing
from grader.numbers.scripts.evidence.records import Evidence, Run
from grader.numbers.scripts.evidence.verdicts import Judgement
from grader.words.catalogue import sentence

GROWS = 100.0
"""A loss that ends so many times above its start was driven there by too long steps."""


TOO_FAR = frozenset({"not_finite", "diverges"})
"""What becomes of a training whose steps are too long."""


def trouble(found: Evidence, judgement: Judgement, ran: Run) -> str:
    """Return what is wrong although every step is right: the run's end, or an array that no step moves."""
    if seeing.is_spread(found, judgement.loss):
        return "spread"
    if ran.first_bad:
        return "not_finite"
    if diverges(ran):
        return "diverges"
    return "unmoved" if left_out(found, judgement) else ""


def left_out(found: Evidence, judgement: Judgement) -> list[str]:
    """Return the arrays that are surely meant to be trained, and that no step moves."""
    how = "recorded" if found.losses[judgement.loss].how == "backward" else "beside"
    return [name for name, known in found.unmoved.items() if known == how]


def diverges(ran: Run) -> bool:
    """Tell whether the losses of a run end far above where they began."""
    losses = np.abs(ran.comparable)
    if len(losses) < (2 if ran.of_samples else 8):
        return False
    part = max(len(losses) // 8, 1 if ran.of_samples else 2)
    first, last = np.sum(losses[:part] / part), np.sum(losses[-part:] / part)
    return bool(last > GROWS * first and last > 1e-6 and math.isfinite(float(first)))


def notes(found: Evidence, judgement: Judgement, ran: Run, text: str) -> Iterator[str]:
    """Yield what else is worth saying."""
    rules = dict.fromkeys(one.rule for one in found.parameters if one.rule)
    if rules and judgement.verdict != "not_judged":
        yield sentence("look.note.optimiser", optimiser=", ".join(rules))
    if found.scaled:
        yield sentence("look.note.scaled", scaled=", ".join(found.scaled))
    if judgement.verdict != "not_judged" and is_clipped(text):
        yield sentence("look.note.clipped")
    for name, how in found.unmoved.items():
        if how == "named":
            yield sentence("look.note.unmoved", name=name)
    if found.single:
        yield sentence("look.note.single")
    yield from notes_of_run(judgement, ran)


def notes_of_run(judgement: Judgement, ran: Run) -> Iterator[str]:
    """Yield what else is worth saying of the training."""
    if judgement.verdict == "constant" and ran.first_bad:
        yield sentence("look.note.not_finite", round=ran.first_bad)
    if ran.lost:
        yield sentence("look.note.lost")
    if ran.stopped and not ran.first_bad:
        yield sentence("look.note.run", rounds=ran.rounds)
