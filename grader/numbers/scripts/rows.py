"""A script's row: one observation for each check of its exercise, made of what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from grader.inside.observation import Observation, Observed, Outcome, Program, Scenario
from grader.numbers.scripts import aligning, asked
from grader.numbers.scripts.asked import Script, is_in_direction, is_of_length
from grader.numbers.scripts.models import MODELS
from grader.numbers.scripts.records import Evidence, Parameter
from grader.numbers.scripts.seeing import UNCLEARED, Observer, see, why
from grader.numbers.scripts.verdicts import Found

TRAINING_SECONDS = 4.0
"""How long a script may train; most take a tenth of a second."""

GROWN = 1.2
"""A loss that ends so many times above its start did not fall; noise may leave it a little above."""

FLAT = 1e-6
"""Share of the loss at random parameters below which it moves by rounding (1e-7 in single precision)."""

Pairs = Sequence[tuple[Parameter, Found]]
"""Parameters with their verdicts."""

CELL = "# %% "
"""What the text of a notebook begins with."""


def observe(program: Program, scenarios: Sequence[Scenario], sandbox: Observer) -> Observed:
    """Return a script's row on the checks of a script exercise.

    Raises:
        SandboxError: the sandbox failed; nothing is known of the script.
    """
    text = program.text
    wanted = asked.read(scenarios[0])

    def mark(found: Evidence) -> Evidence:
        return asked.marked(found, wanted)

    seen = see(text, program.filename, text.startswith(CELL), sandbox, TRAINING_SECONDS, mark)
    script = Script(text, seen, wanted)
    seconds = sum(one.seconds for one in seen.observed.row)
    row = tuple(of_check(script, scenario) for scenario in scenarios)
    first = Observation(row[0].outcome, row[0].values, row[0].kinds, seconds=seconds)
    return Observed(
        Observation(Outcome.RETURNED), (first, *row[1:]), seen.observed.protections, seen.observed.tier
    )


def of_check(script: Script, scenario: Scenario) -> Observation:
    """Return what a check sees of a script."""
    if script.seen.evidence is None:
        return unseen(script, scenario)
    return CHECKS[scenario.of](script, scenario)


# ---- observations --------------------------------------------------------------------------------


def right(**flags: bool) -> Observation:
    """Return an observation of what should be so."""
    return Observation(Outcome.RETURNED, {name: np.asarray(True) for name in flags or {"right": True}})


def wrong(sentence: str, words: Mapping[str, str], **values: np.ndarray | bool) -> Observation:
    """Return an observation of what should not be so, with the sentence that says it and its words.

    ``values`` are what the mistake is recognised by.
    """
    arrays = {name: np.asarray(value) for name, value in values.items()}
    kinds = {"sentence": sentence, **words}
    return Observation(Outcome.RETURNED, {"right": np.asarray(False), **arrays}, kinds)


def unjudged(sentence: str, words: Mapping[str, str] = MappingProxyType({})) -> Observation:
    """Return an observation of what could not be judged, with the sentence that says why."""
    return Observation(Outcome.RETURNED, {}, {"sentence": sentence, **words})


def unseen(script: Script, scenario: Scenario) -> Observation:
    """Return what is said of a script whose steps were not seen: it stops, say, or nothing moves."""
    first = script.seen.first
    if script.is_empty:
        return wrong("whole.empty", {}, empty=True)
    verdict, reason = why(first)
    words = {
        "line": str(int(first.values.get("error.line", 0))),
        "error": (first.kinds.get("error", "") or str(first.error or "")).rstrip(".")[:400],
        "package": first.kinds.get("package", ""),
        "loop": str(int(first.values["loop.line"])) if "loop.line" in first.values else "",
    }
    known = f"look.{verdict}.{reason}"
    if verdict == "not_judged" or (verdict == "wrong" and scenario.of in ("loss", "cleared", "ends")):
        return unjudged(known, words)
    return wrong(known, words, **{reason: True})


# ---- the checks ----------------------------------------------------------------------------------


def trains(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the script runs to its training loop."""
    return right()


def loss(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the loss is that of an asked model, up to a constant."""
    if script.fit is not None:
        return right()
    family = script.seen.family
    if script.is_another and family is not None:
        words = {"family": family.name, "asked": ", ".join(script.asked.models)}
        return wrong("whole.loss.another", words, **{family.name: True})
    return unjudged("whole.loss.unknown")


def direction(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the step of one asked parameter has the direction of the slope."""
    (name,) = scenario.fields
    if not script.found:
        return not_judged(script)
    holding = script.holding(name)
    if name in script.still:
        return wrong("look.wrong.unmoved", {"unmoved": name}, unmoved=True)
    if holding == ():
        return unjudged("whole.not_needed", {"name": name})
    if not (script.fit or script.is_another or script.may_hold(name)):
        return unjudged("whole.not_known", {"name": name})
    if holding is None and script.is_another and script.seen.family is not None:
        return wrong("whole.not_there", {"name": name, "family": script.seen.family.name}, missing=True)
    if open_ := unknown(holding or ()):
        return of_unknown(script, *open_)
    off = next(((one, found) for one, found in holding or () if not is_in_direction(found)), None)
    if off is not None:
        return of_parameter(script, *off)
    known = holding is not None and (script.fit is not None or script.is_another)
    return right() if known else unjudged("whole.not_known", {"name": name})


def size(script: Script, scenario: Scenario) -> Observation:
    """Tell whether every step is the rate times the slope."""
    if not script.found:
        return not_judged(script)
    if script.still:
        unmoved = ", ".join(script.still)
        return wrong("look.wrong.unmoved", {"unmoved": unmoved}, unmoved=True)
    off = [pair for pair in script.found if not (is_of_length(pair[1]) or pair[1].verdict == "not_judged")]
    if not off:
        open_ = unknown(script.found)
        return of_unknown(script, *open_) if open_ else right()
    marks = {f"{called(script, one)} {found.mistake}": number_of(one, found) for one, found in off}
    return wrong(f"look.parameter.{off[0][1].mistake}", words_of(script, *off[0]), **marks)


def cleared(script: Script, scenario: Scenario) -> Observation:
    """Tell whether a second round's steps hold nothing of the first."""
    if not script.found:
        return not_judged(script)
    off = [(one, found) for one, found in script.found if found.mistake in UNCLEARED]
    if off:
        flags = {f"{called(script, one)} {found.mistake}": True for one, found in off}
        id = "look.wrong.not_cleared" if len(off) == len(script.found) else "look.wrong.not_all_cleared"
        return wrong(id, words_of(script, *off[0]), **flags)
    seen = all(len(one.second_step) for one, _ in script.found)
    clear = seen and all(is_in_direction(found) for _, found in script.found)
    return right() if clear else unjudged("whole.cleared.unknown")


def falls(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the loss stays finite along the run, and falls."""
    if not script.found:
        return not_judged(script)
    if not script.steps_are_right:
        return unjudged("whole.follows")
    run = script.seen.run
    if run.first_bad:
        words = {"round": str(run.first_bad)}
        return wrong("look.wrong.not_finite", words, not_finite=True)
    if run.count < 2 or not np.isfinite(run.losses).all():
        return unjudged("whole.falls.unknown")
    part = max(len(run.losses) // 8, 1)
    first, last = float(np.mean(run.losses[:part])), float(np.mean(run.losses[-part:]))
    if not has_grown(first, last, usual_loss(script)):
        return right()
    return wrong("whole.grows", {"first": repr(first), "last": repr(last)}, grows=True)


def has_grown(first: float, last: float, usual: float) -> bool:
    """Tell whether a loss rose by more than noise and rounding; ``usual`` is what it is elsewhere."""
    return last > GROWN * abs(first) + FLAT * usual + 1e-9


def usual_loss(script: Script) -> float:
    """Return the median size of the script's loss at random parameters, 0 where it is not known."""
    evidence, place = script.seen.evidence, script.seen.judgement.loss
    seen = np.abs(evidence.values[:, place]) if evidence is not None and place >= 0 else np.empty(0)
    known = seen[np.isfinite(seen)]
    return float(np.median(known)) if known.size else 0.0


def ends(script: Script, scenario: Scenario) -> Observation:
    """Tell whether the training ends where it is asked to, on the exercise's own data."""
    if not script.found:
        return not_judged(script)
    if not script.steps_are_right or script.seen.run.first_bad:
        return unjudged("whole.follows")
    fit, run, wanted = script.fit, script.seen.run, script.asked
    if fit is None or fit.data < 0:
        return unjudged("whole.ends.other_data")
    theta = np.asarray(run.final)
    if run.stopped or run.failed or len(theta) != MODELS[fit.model].count or not np.isfinite(theta).all():
        return unjudged("whole.ends.unknown")
    error, signs = aligning.final_error(MODELS[fit.model], theta[list(fit.order)], *wanted.data[fit.data])
    if wanted.signs:
        return right() if signs else wrong("whole.ends.signs", {}, off=True)
    if wanted.most is None or error <= wanted.most:
        return right()
    return wrong("whole.ends.early", {"error_left": repr(error), "most": repr(wanted.most)}, off=True)


CHECKS: Mapping[str, Callable[[Script, Scenario], Observation]] = MappingProxyType(
    {
        "trains": trains,
        "loss": loss,
        "direction": direction,
        "size": size,
        "cleared": cleared,
        "falls": falls,
        "ends": ends,
    }
)
"""What a check may see of a script, by the word in its scenario's ``of``."""


# ---- parameters ----------------------------------------------------------------------------------


def not_judged(script: Script) -> Observation:
    """Return why the steps were not judged."""
    return unjudged(f"look.not_judged.{script.seen.judgement.reason}", words_of(script))


def unknown(pairs: Pairs) -> tuple[Parameter, Found] | None:
    """Return the first parameter that could not be judged beside one that is wrong."""
    return next((pair for pair in pairs if pair[1].verdict == "not_judged"), None)


def of_unknown(script: Script, one: Parameter, found: Found) -> Observation:
    """Return why one step could not be judged."""
    return unjudged(f"look.not_judged.{found.mistake}", words_of(script, one, found))


def of_parameter(script: Script, one: Parameter, found: Found) -> Observation:
    """Return what is wrong with one step; where it has no name, it is known by its numbers."""
    known = {found.mistake: number_of(one, found)}
    return wrong(f"look.parameter.{found.mistake}", words_of(script, one, found), **known)


def number_of(one: Parameter, found: Found) -> np.ndarray:
    """Return what a mistake is recognised by: where its name does not say it, by the numbers themselves."""
    if found.mistake == "direction":
        return one.step
    if found.mistake in ("another_factor", "unequal"):
        return np.asarray(np.nan if found.factor is None else found.factor)
    return np.asarray(True)


def called(script: Script, one: Parameter) -> str:
    """Return the exercise's name for a parameter, the script's own where that is not known."""
    for name in script.asked.parameters:
        if any(other is one for other, _ in script.holding(name) or ()):
            return name
    return one.name


def words_of(script: Script, one: Parameter | None = None, found: Found | None = None) -> dict[str, str]:
    """Return the words that sentences about steps are filled with."""
    evidence, judgement = script.seen.evidence, script.seen.judgement
    assert evidence is not None
    losses = evidence.losses[judgement.loss : judgement.loss + 1] if judgement.loss >= 0 else ()
    words = {
        "loss.how": losses[0].how if losses else "",
        "loss.name": losses[0].name.partition(" in ")[0] if losses else "",
        "rate": judgement.rate,
        "memory": ", ".join(evidence.memory),
        "optimiser": evidence.optimiser,
        "wrong": ", ".join(one.name for one, found in script.found if found.verdict != "right"),
        "right": ", ".join(one.name for one, found in script.found if found.verdict == "right"),
    }
    if one is not None and found is not None:
        words |= {
            "name": one.name,
            "line": str(one.lines[-1]) if one.lines else "0",
            "factor": "" if found.factor is None else repr(float(found.factor)),
            "size": str(found.number),
        }
    return {key: word[:180] for key, word in words.items()}
