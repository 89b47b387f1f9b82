"""See a script: have the sandbox look at its loop and let it train, and judge the steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from grader.inside.observation import Limits, Observation, Observed, Outcome, Program, Scenario
from grader.numbers.scripts.evidence import evidence as reading
from grader.numbers.scripts.evidence.called import with_names
from grader.numbers.scripts.evidence.entries import is_list, split
from grader.numbers.scripts.evidence.fields import Unreadable, line, seconds
from grader.numbers.scripts.evidence.records import Evidence, Loss, Run
from grader.numbers.scripts.evidence.verdicts import Judgement
from grader.numbers.scripts.judging.excuses import (
    unless_ahead,
    unless_carried,
    unless_coordinates,
    unless_detached,
    unless_differenced,
    unless_early,
    unless_once,
    unless_unnamed,
)
from grader.numbers.scripts.judging.judging import judge
from grader.numbers.scripts.judging.scaling import unless_clipped, unless_second_order
from grader.numbers.scripts.judging.unused import with_unused
from grader.numbers.scripts.models.families import is_proportional, recognise
from grader.numbers.scripts.models.layers import Family, merged
from grader.numbers.scripts.naming.naming import name

LIMITS = Limits(load=10.0, call=20.0)
"""A script may take a while to get to its loop; the experiment there looks after its own time."""


LOOPS, QUICK = 5, 1.0
"""Loops of a script that are seen at most, and seconds of processor time after which no other one is."""

PLAIN = ("squared", "absolute")
"""How a loss is made from a difference alone."""

NOT_JUDGED, NOT_RUN = Judgement("not_judged", ""), Run()


class Observer(Protocol):
    """What runs scenarios on a program."""

    def observe(
        self, program: Program, scenarios: Sequence[Scenario], profile: str, limits: Limits | None = None
    ) -> Observed:
        """Run every scenario, in order, and return what happened."""


@dataclass(frozen=True)
class Seen:
    """What was seen of a script. Without ``evidence`` its steps were not, and ``first`` says why."""

    first: Observation
    observed: Observed
    judgement: Judgement = NOT_JUDGED
    evidence: Evidence | None = None
    family: Family | None = None
    run: Run = NOT_RUN


@np.errstate(all="ignore")  # numbers that a script makes up may be of any size
def see(
    text: str,
    filename: str,
    notebook: bool,
    sandbox: Observer,
    seconds: float = 0.0,
    mark: Callable[[Evidence], Evidence] = lambda found: found,
    inputs: Sequence[np.ndarray] = (),
    before: Sequence[int] = (),
) -> Seen:
    """See a script; ``seconds`` says how long it may train, 0 for a short while.

    ``mark`` may say which loss is the one that an exercise asks for; for ``inputs``, samples each, its own
    functions are asked for predictions once it is trained. ``before`` are the places of loops that were
    seen before: then another one is, if there is one, and it does not train.

    Raises:
        SandboxError: the sandbox itself failed; nothing is known of the script.
    """
    profile = "optim" if "torch" in text else "numpy"
    # The program is empty: a whole script is run by the experiment, as far as its loop.
    empty = Program("", filename=filename)
    asked = Scenario("script", filename, (notebook, *before), text=text)
    seen = sandbox.observe(empty, [asked], profile, LIMITS)
    first = seen.row[0]
    if first.outcome is not Outcome.RETURNED or first.kinds.get("why"):
        return Seen(first, seen)
    try:
        raw = mark(with_names(with_unused(reading.read(first), text), text))
    except Unreadable:
        return Seen(first, seen)
    found, judgement = judged(raw)
    family = recognise(merged(found), judgement.loss) if has_model(found, judgement) else None
    judgement = excused(found, name(found, unless_clipped(found, judgement, text), family), text)
    label = label_of(found, judgement)
    if before or not (label or seconds):
        return Seen(first, seen, judgement, found, family)
    names = tuple(one.name for one in raw.parameters) if seconds else ()
    args = (notebook, found.place, label, names, seconds, *inputs)
    asked = Scenario("script_run", filename, args, text=text)
    ran = sandbox.observe(empty, [asked], profile, LIMITS).row[0]
    return Seen(first, seen, judgement, found, family, run_of(ran))


def excused(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return a judgement, milder where a loop may be right although its steps look wrong."""
    judgement = unless_carried(found, judgement)
    judgement = unless_second_order(found, judgement, text)
    judgement = unless_coordinates(unless_once(found, judgement, text), text)
    judgement = unless_differenced(found, judgement)
    judgement = unless_ahead(found, unless_detached(found, judgement, text))
    return unless_unnamed(found, unless_early(found, judgement, text))


def run_of(ran: Observation) -> Run:
    """Return what is known of a script's training."""
    if ran.outcome is Outcome.RETURNED:
        return reading.run(ran)
    return Run(lost=ran.outcome is Outcome.TIMED_OUT)


def see_all(text: str, filename: str, notebook: bool, sandbox: Observer) -> list[Seen]:
    """See every loop of a script that trains something, the likeliest first.

    Raises:
        SandboxError: the sandbox itself failed; nothing is known of the script.
    """
    found = [see(text, filename, notebook, sandbox)]
    while (last := found[-1]).evidence is not None and len(found) < LOOPS and is_quick(found):
        places = [one.evidence.place for one in found if one.evidence is not None]
        found.append(see(text, filename, notebook, sandbox, before=places))
    return found if last.evidence is not None or len(found) == 1 else found[:-1]


def is_quick(found: Sequence[Seen]) -> bool:
    """Tell whether there is time for another loop: it is so much as the script needs, and some more."""
    spent = sum(seconds(one.first, "spent") + one.run.spent for one in found)
    return spent < QUICK + 2 * max(seconds(one.first, "before") for one in found)


def has_model(found: Evidence, judgement: Judgement) -> bool:
    """Tell whether a model may be known by its loss; where a threshold is right, there is none."""
    return judgement.loss >= 0 and found.losses[judgement.loss].how not in ("threshold", "margin")


def judged(evidence: Evidence) -> tuple[Evidence, Judgement]:
    """Return the judgement; where a list of parameters is off, that of its entries if some are right."""
    whole = judge(evidence)
    off = whole.verdict == "wrong" and whole.reason == "direction"
    parts = split(evidence) if off or whole.reason in ("no_loss", "too_few_draws") else None
    if parts is None:
        return evidence, whole
    each = judge(parts)
    if each.verdict != "wrong":
        return evidence, whole
    better = whole.verdict == "not_judged" or is_mixed(evidence, parts, each)
    return (parts, each) if better else (evidence, whole)


def is_mixed(evidence: Evidence, parts: Evidence, judgement: Judgement) -> bool:
    """Tell whether some entry of a list is right and another one is not."""
    said: dict[str, set[bool]] = {}
    lists = {one.name for one in evidence.parameters if is_list(one)}
    for one, found in zip(parts.parameters, judgement.parameters, strict=True):
        if one.name.rpartition("[")[0] in lists:
            said.setdefault(one.name.rpartition("[")[0], set()).add(found.verdict == "right")
    return any(len(verdicts) == 2 for verdicts in said.values())


def is_spread(found: Evidence, loss: int) -> bool:
    """Tell whether the loss is made from each prediction less each target, and not each less its own."""
    spread = (number for number, one in enumerate(found.losses) if one.spread and one.how in PLAIN)
    return any(is_proportional(found.values[:, number], found.values[:, loss]) for number in spread)


def label_of(found: Evidence, judgement: Judgement) -> str:
    """Return under which label a run's losses can be followed, empty where they cannot."""
    if judgement.loss < 0:
        return ""
    loss = regular(found, judgement.loss)
    if loss is None or loss.how in ("probe", "assumed", "total") or judgement.reason == "several":
        return ""
    return "backward" if loss.how == "backward" else f"{loss.how}:{loss.name}"


def regular(found: Evidence, number: int) -> Loss | None:
    """Return a loss, or one like it that is worked out in every round; None where there is none."""
    values = found.values
    alike = (
        one
        for place, one in enumerate(found.losses)
        if not one.occasional and is_proportional(values[:, place], values[:, number])
    )
    return next(alike, None) if found.losses[number].occasional else found.losses[number]


def why(first: Observation) -> tuple[str, str]:
    """Return verdict and reason of an observation that is no evidence."""
    if first.outcome is not Outcome.RETURNED:
        return "not_judged", first.outcome.value
    reason = first.kinds.get("why", "")
    if first.kinds.get("package"):
        return "not_judged", "package"
    if first.kinds.get("error") and first.kinds.get("ours"):
        return "not_judged", "environment"
    # What fails in no line of the script may be a fault of ours.
    if reason in ("syntax", "stopped", "round") and line(first, "error.line"):
        return "stops", reason
    if reason in ("nothing_moves", "rebound", "cut"):
        return "wrong", reason
    return "not_judged", reason or "unreadable"
