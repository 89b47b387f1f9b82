"""The path of looking at a script: run it to its loop, experiment, judge, let it train."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from grader.grading.scripts import evidence, telling
from grader.grading.scripts.entries import split
from grader.grading.scripts.evidence import Unreadable
from grader.grading.scripts.families import recognise
from grader.grading.scripts.judging import judge
from grader.grading.scripts.layers import merged
from grader.grading.scripts.naming import name
from grader.grading.scripts.records import Evidence, Look, Run
from grader.grading.scripts.verdicts import Judgement
from grader.inside.observation import Limits, Observation, Observed, Outcome, Program, Scenario
from grader.intake.scripts import Script

LIMITS = Limits(load=10.0, call=45.0)
"""A script may take a while to get to its loop; the experiment there looks after its own time."""


class Observer(Protocol):
    """What runs scenarios on a program."""

    def observe(
        self, program: Program, scenarios: Sequence[Scenario], profile: str, limits: Limits | None = None
    ) -> Observed:
        """Run every scenario, in order, and return what happened."""


def look(script: Script, sandbox: Observer) -> Look:
    """Look at a script and say what is wrong with its steps.

    Raises:
        SandboxError: the sandbox itself failed; nothing is known of the script.
    """
    text, filename = script.program.text, script.program.filename
    profile = "optim" if "torch" in text else "numpy"
    # The program is empty: a whole script is run by the experiment, as far as its loop.
    empty = Program("", filename=filename)
    seen = sandbox.observe(
        empty, [Scenario("script", filename, (script.notebook,), text=text)], profile, LIMITS
    )
    first = seen.row[0]
    if first.outcome is not Outcome.RETURNED or first.kinds.get("why"):
        return telling.without(script, first, seen)
    try:
        found = evidence.read(first)
    except Unreadable:
        return telling.without(script, first, seen)
    found, judgement = judged(found)
    family = recognise(merged(found), judgement.loss) if judgement.loss >= 0 else None
    judgement = name(found, unless_shown_only(unless_clipped(judgement, text), text), family)
    ran = train(script, sandbox, profile, found, judgement)
    return telling.tell(script, found, judgement, ran, seen, family.name if family else "")


def judged(evidence: Evidence) -> tuple[Evidence, Judgement]:
    """Return the judgement; where a list of parameters is off, that of its entries if some are right."""
    whole = judge(evidence)
    off = whole.verdict == "wrong" and whole.reason == "direction"
    parts = split(evidence) if off or whole.reason in ("no_loss", "too_few_draws") else None
    if parts is None:
        return evidence, whole
    each = judge(parts)
    return (parts, each) if each.verdict == "wrong" and is_mixed(parts, each) else (evidence, whole)


def is_mixed(parts: Evidence, judgement: Judgement) -> bool:
    """Tell whether some entry of a list is right and another one is not."""
    said: dict[str, set[bool]] = {}
    for one, found in zip(parts.parameters, judgement.parameters, strict=True):
        if one.name.endswith("]"):
            said.setdefault(one.name.rpartition("[")[0], set()).add(found.verdict == "right")
    return any(len(verdicts) == 2 for verdicts in said.values())


CLIPPED = re.compile(r"clip_grad|clip_by|clipnorm|clipvalue|np\.clip\(\s*(self\.)?(d|g|grad)", re.IGNORECASE)
"""What says that gradients are cut to a length, so that a step is no multiple of the slope."""


def unless_clipped(judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; where gradients are clipped, a step that is off the slope is no mistake."""
    if judgement.verdict == "right" or not CLIPPED.search(text):
        return judgement
    return Judgement("not_judged", "clipped", judgement.loss)


def unless_shown_only(judgement: Judgement, text: str) -> Judgement:
    """Return the judgement; an absolute error beside steps for a squared one may be there for show."""
    if judgement.reason == "another_loss" and "abs(" in text:
        return Judgement("not_judged", "another_loss", judgement.loss)
    return judgement


def train(script: Script, sandbox: Observer, profile: str, found: Evidence, judgement: Judgement) -> Run:
    """Let the script train for a while and return its losses; empty where none can be followed."""
    if judgement.loss < 0:
        return Run()
    loss = found.losses[judgement.loss]
    if loss.how in ("probe", "assumed", "total"):
        return Run()
    label = "backward" if loss.how == "backward" else f"{loss.how}:{loss.name}"
    filename = script.program.filename
    asked = Scenario("script_run", filename, (script.notebook, found.place, label), text=script.program.text)
    seen: Observation = sandbox.observe(Program("", filename=filename), [asked], profile, LIMITS).row[0]
    return evidence.run(seen) if seen.outcome is Outcome.RETURNED else Run()
