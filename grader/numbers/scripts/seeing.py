"""See a script: have the sandbox look at its loop and let it train, and judge the steps."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from grader.inside.observation import Limits, Observation, Observed, Outcome, Program, Scenario
from grader.numbers.scripts import evidence as reading
from grader.numbers.scripts.entries import is_list, split
from grader.numbers.scripts.evidence import Unreadable
from grader.numbers.scripts.factors import rates
from grader.numbers.scripts.families import is_proportional, recognise
from grader.numbers.scripts.judging import judge
from grader.numbers.scripts.layers import Family, merged
from grader.numbers.scripts.naming import name
from grader.numbers.scripts.records import Evidence, Run
from grader.numbers.scripts.verdicts import Judgement

LIMITS = Limits(load=10.0, call=20.0)
"""A script may take a while to get to its loop; the experiment there looks after its own time."""


UNCLEARED = frozenset({"not_cleared", "not_all_cleared"})
"""Mistakes of a second round, which leave the first step right."""

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


def see(
    text: str,
    filename: str,
    notebook: bool,
    sandbox: Observer,
    seconds: float = 0.0,
    mark: Callable[[Evidence], Evidence] = lambda found: found,
) -> Seen:
    """See a script; ``seconds`` says how long it may train, 0 for a short while.

    ``mark`` may say which loss is the one that an exercise asks for.

    Raises:
        SandboxError: the sandbox itself failed; nothing is known of the script.
    """
    profile = "optim" if "torch" in text else "numpy"
    # The program is empty: a whole script is run by the experiment, as far as its loop.
    empty = Program("", filename=filename)
    asked = Scenario("script", filename, (notebook,), text=text)
    seen = sandbox.observe(empty, [asked], profile, LIMITS)
    first = seen.row[0]
    if first.outcome is not Outcome.RETURNED or first.kinds.get("why"):
        return Seen(first, seen)
    try:
        raw = mark(reading.read(first))
    except Unreadable:
        return Seen(first, seen)
    found, judgement = judged(raw)
    family = recognise(merged(found), judgement.loss) if judgement.loss >= 0 else None
    judgement = name(found, unless_clipped(found, judgement, text), family)
    judgement = unless_detached(found, judgement, text)
    judgement = unless_unnamed(found, unless_early(found, judgement, text))
    run = Run()
    label = label_of(found, judgement)
    if label or seconds:
        names = tuple(one.name for one in raw.parameters) if seconds else ()
        args = (notebook, found.place, label, names, seconds)
        asked = Scenario("script_run", filename, args, text=text)
        ran = sandbox.observe(empty, [asked], profile, LIMITS).row[0]
        run = (
            reading.run(ran)
            if ran.outcome is Outcome.RETURNED
            else Run(lost=ran.outcome is Outcome.TIMED_OUT)
        )
    return Seen(first, seen, judgement, found, family, run)


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


CLIPPED = re.compile(r"clip_grad|clip_by|clipnorm|clipvalue|np\.clip\(\s*(self\.)?(d|g|grad)", re.IGNORECASE)
"""What says that gradients are cut to a length, so that a step is no multiple of the slope."""


NORMALISED = re.compile(r"norm\(|sqrt\(")
"""What says that gradients may be divided by their length."""


def unless_clipped(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; where gradients are clipped, a step that is off the slope is no mistake."""
    if judgement.verdict == "right" or judgement.loss < 0:
        return judgement
    normalised = NORMALISED.search(text) and all_along(found, judgement.loss)
    if CLIPPED.search(text) or normalised or is_bounded(found, judgement, text):
        return Judgement("not_judged", "clipped", judgement.loss)
    return judgement


BOUNDED = re.compile(r"clip|clamp|maximum|minimum|\b(max|min)\(|project", re.IGNORECASE)
"""What says that a statement keeps what it gives within bounds."""


def is_bounded(found: Evidence, judgement: Judgement, text: str) -> bool:
    """Tell whether a wrong step is made by a statement that keeps the parameter within bounds."""
    lines = text.split("\n")
    wrong = [
        one
        for one, given in zip(found.parameters, judgement.parameters, strict=False)
        if given.mistake == "direction"
    ]
    return any(
        BOUNDED.search(lines[line - 1]) for one in wrong for line in one.lines if 0 < line <= len(lines)
    )


def unless_detached(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; where a target moves with the parameters, a step need not follow the slope.

    So it is in temporal differences: a round moves one entry of a table, or the target is detached.
    """
    if judgement.verdict not in ("wrong", "constant") or judgement.reason in UNCLEARED:
        return judgement
    if found.chosen:
        return Judgement("not_judged", "chosen", judgement.loss)
    if judgement.reason == "direction" and found.stateful:
        return Judgement("not_judged", "stateful", judgement.loss)
    if has_moving_target(found, judgement.loss):
        return Judgement("not_judged", "target", judgement.loss)
    unnamed = judgement.reason in ("direction", "no_step", "unequal", "another_factor")
    if unnamed and found.losses[judgement.loss].how == "backward" and is_detached(text):
        return Judgement("not_judged", "detached", judgement.loss)
    return judgement


def has_moving_target(found: Evidence, loss: int) -> bool:
    """Tell whether a loss is, up to a constant, made from a difference both sides of which move."""
    # A cross-entropy is itself a difference of two logarithms.
    both = [number for number, one in enumerate(found.losses) if one.follows_itself and "log" not in one.name]
    return any(is_proportional(found.values[:, number], found.values[:, loss]) for number in both)


def is_detached(text: str) -> bool:
    """Tell whether a script works something out that gradients do not pass: a target, say."""
    return ".detach(" in text or any(
        isinstance(item, ast.Assign) and has_call(item.value) and ".grad" not in ast.unparse(item)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.With) and "no_grad" in ast.unparse(node.items[0])
        for item in node.body
    )


def has_call(node: ast.AST) -> bool:
    """Tell whether anything is called below a node."""
    return any(isinstance(item, ast.Call) for item in ast.walk(node))


def all_along(found: Evidence, loss: int) -> bool:
    """Tell whether at every draw all steps are along the slopes, whatever their length."""
    for draw in range(len(found.items)):
        step = np.concatenate([one.step[draw] for one in found.parameters])
        slope = np.concatenate([one.slope[draw, loss] for one in found.parameters])
        factor = float(step @ slope) / (float(slope @ slope) or 1.0)
        if factor <= 0 or len(step) < 2 or np.abs(step - factor * slope).max() > 1e-3 * np.abs(step).max():
            return False
    return True


def unless_unnamed(found: Evidence, judgement: Judgement) -> Judgement:
    """Return the judgement; where a loss is only guessed and no step fits it, a mistake needs a name."""
    unnamed = ("direction",) if at_one_rate(found) else ("direction", "unequal")
    directions = [one.mistake in unnamed for one in judgement.parameters]
    if judgement.verdict == "wrong" and all(directions) and found.losses[judgement.loss].is_guessed:
        return Judgement("not_judged", "no_loss", judgement.loss)
    return judgement


def at_one_rate(found: Evidence) -> bool:
    """Tell whether one and the same rate stands in the steps of all parameters."""
    return bool(set.intersection(*({*rates(one).items()} for one in found.parameters)))


def unless_early(found: Evidence, judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; a loop over samples that returns in its first round has seen one of them.

    The steps then follow the error of that sample, and not the loss that the script has in a function.
    """
    if judgement.verdict not in ("right", "constant") or not found.losses[judgement.loss].is_guessed:
        return judgement
    asked = [
        number for number, one in enumerate(found.losses) if one.how in ("asked", "probe") and one.follows
    ]
    if not asked or not returns_early(text):
        return judgement
    each = tuple(replace(one, verdict="wrong", mistake="only_first") for one in judgement.parameters)
    return Judgement("wrong", "only_first", asked[0], judgement.rate, judgement.factor, each)


def returns_early(text: str) -> bool:
    """Tell whether a loop that adds something up ends its first round with ``return``."""
    return any(
        isinstance(node, ast.For)
        and isinstance(node.body[-1], ast.Return)
        and any(isinstance(item, ast.AugAssign) for item in node.body)
        for node in ast.walk(ast.parse(text))
    )


def label_of(found: Evidence, judgement: Judgement) -> str:
    """Return under which label a run's losses can be followed, empty where they cannot."""
    if judgement.loss < 0:
        return ""
    loss = found.losses[judgement.loss]
    if loss.how in ("probe", "assumed", "total") or judgement.reason == "several":
        return ""
    return "backward" if loss.how == "backward" else f"{loss.how}:{loss.name}"


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
    if reason in ("syntax", "stopped", "round") and int(first.values.get("error.line", 0)):
        return "stops", reason
    if reason == "nothing_moves":
        return "wrong", reason
    return "not_judged", reason or "unreadable"
