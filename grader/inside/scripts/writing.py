"""Write down what was seen of a script as named numbers and short names."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from grader.inside import attempt
from grader.inside.observation import Observation, Outcome
from grader.inside.scripts import absent
from grader.inside.scripts.faults import is_ours
from grader.inside.scripts.seen import Seen
from grader.inside.scripts.state.numeric import array_of, is_numeric
from grader.inside.scripts.trials.found import Found

WHOLE_AT_MOST = 1 << 15
"""Numbers of a parameter that are sent whole, so that its model can be recognised."""

NAMES_AT_MOST = 500
"""Values of one observation; data are left out where parameters need the room."""


def failure(why: str, fault: BaseException | None, filename: str) -> Observation:
    """Return an observation that says what stopped the script, and in which line."""
    kinds = {"why": why}
    if fault is None:
        return Observation(Outcome.RETURNED, {}, kinds)
    if isinstance(fault, absent.Missing | ModuleNotFoundError):
        name = fault.name if isinstance(fault, ModuleNotFoundError) and fault.name else str(fault)
        kinds["package"] = name[:60]
    kinds |= {"error": str(attempt.error_of(fault, filename))[:190], "ours": "yes" if is_ours(fault) else ""}
    return Observation(Outcome.RETURNED, {"error.line": np.asarray(line_of(fault, filename))}, kinds)


def line_of(fault: BaseException, filename: str) -> int:
    """Return the script's line at which it failed, 0 where it is not known."""
    known = fault.lineno if isinstance(fault, SyntaxError) else None
    return known or attempt.lines_of(fault, filename)[0]


def is_of_cell(fault: BaseException) -> bool:
    """Tell whether a fault is the one that stands for a notebook's cell that is no Python."""
    return isinstance(fault, SyntaxError) and fault.lineno is None


def written(seen: Seen, filename: str) -> Observation:
    """Write down what was seen as named numbers and short names."""
    values = {"before": np.asarray(seen.before), "spent": np.asarray(time.process_time())}
    kinds = {"why": seen.why}
    if seen.loop is not None and seen.why != "no_loop":
        values |= {
            "loop.line": np.asarray(seen.loop.line),
            "loop.end": np.asarray(seen.loop.end),
            "loop.place": np.asarray(seen.loop.place),
        }
        kinds["loop.function"] = seen.loop.function[:190]
    if seen.found is not None:
        write_found(seen.found, values, kinds)
        return Observation(Outcome.RETURNED, values, kinds)
    # A missing file or package shows only later, when a name is missing that it would have given; so does a
    # cell that is no Python.
    first = next(iter(seen.skipped), None)
    ours = next((one for one in seen.skipped if is_ours(one)), None)
    broken = next((one for one in seen.skipped if is_of_cell(one)), None)
    fault = ours or broken or seen.fault or first
    why = "syntax" if fault is not None and fault is broken else seen.why
    stopped = failure(why or ("stopped" if fault else "not_reached"), fault, filename)
    if seen.line:
        values["error.line"] = np.asarray(seen.line)
    return Observation(Outcome.RETURNED, {**values, **stopped.values}, {**kinds, **stopped.kinds})


def write_found(found: Found, values: dict[str, np.ndarray], kinds: dict[str, str]) -> None:
    """Write an experiment's numbers: by parameter, one row a draw."""
    draws = found.draws
    values["draws"] = np.asarray(len(draws))
    values["loss_sizes"] = np.array(found.loss_sizes, dtype=np.int64)
    values["follows"] = np.array(found.follows, dtype=bool)
    values["leftover"] = np.array(found.leftover or [False] * len(found.losses), dtype=bool)
    values["occasional"] = np.array(found.occasional or [False] * len(found.losses), dtype=bool)
    values["differenced"] = np.asarray(found.differenced)
    values["single"] = np.asarray(found.single)
    values["losses"] = np.array([draw.loss for draw in draws])
    values["items"] = np.array([draw.item for draw in draws])
    values["sizes"] = np.array(found.sizes[:64])
    by_loss = {"both": found.both, "spread": found.spread, "multiplied": found.multiplied}
    for key, flags in by_loss.items():
        values[key] = np.array(flags or [False] * len(found.losses), dtype=bool)
    values["counts"] = np.array(found.counts or [(0, 0, 0)] * len(found.losses), dtype=np.int64)
    values["stateful"] = np.asarray(found.stateful)
    values["behind"] = np.asarray(found.behind)
    values["seldom"] = np.asarray(found.seldom)
    values["empty"] = np.asarray(found.empty)
    values["chosen"] = np.asarray(found.chosen)
    kinds["optimiser"] = found.optimiser
    write_names(found, kinds)
    for place, slot in enumerate(found.parameters):
        write_parameter(found, place, slot, values, kinds)
    inner = {f"inner.{place}.{name}"[:190]: array for (place, name), array in found.inner.items()}
    extra = {**items(found), **inner, **{f"data.{name}"[:190]: array for name, array in found.data.items()}}
    room = NAMES_AT_MOST - len({*values, *kinds})
    values |= dict(list(extra.items())[: max(room, 0)])


def items(found: Found) -> dict[str, np.ndarray]:
    """Return the numbers that the items of the loop hold."""
    made = {}
    for place, part in enumerate(found.items[:4]):
        parts = part if isinstance(part, tuple | list) else (part,)
        for number, value in enumerate(parts[:4]):
            if is_numeric(value) and array_of(value).size <= 4096:
                made[f"item.{place}.{number}"] = array_of(value)
    return made


def write_parameter(
    found: Found, place: int, slot: Any, values: dict[str, np.ndarray], kinds: dict[str, str]
) -> None:
    """Write one parameter's points, steps and slopes."""
    draws, key = found.draws, f"parameter.{place}"
    kinds[key] = str(slot)[:190]
    values[f"{key}.lines"] = np.array(found.lines.get(slot, []), dtype=np.int64)
    values[f"{key}.shape"] = np.array(draws[0].start[slot].shape, dtype=np.int64)
    values[f"{key}.start"] = np.array([found.directions[slot] @ draw.start[slot].ravel() for draw in draws])
    whole = np.array([draw.start[slot].ravel() for draw in draws])
    values[f"{key}.whole"] = whole if whole.size <= WHOLE_AT_MOST else np.zeros((len(draws), 0))
    values[f"{key}.step"] = np.array([draw.step[slot] for draw in draws])
    kinds[f"{key}.rule"] = found.rules.get(slot, "")
    values[f"{key}.slope"] = np.array([draw.slope[slot] for draw in draws])
    values[f"{key}.error"] = np.array([draw.error[slot] for draw in draws])
    values[f"{key}.directions"] = (
        found.directions[slot] if found.directions[slot].size <= WHOLE_AT_MOST else np.zeros((0, 0))
    )
    seconds = [draw for draw in draws if slot in draw.second_slope and slot in draw.second_step]
    values[f"{key}.second_step"] = np.array([draw.second_step[slot] for draw in seconds])
    values[f"{key}.second_slope"] = np.array([draw.second_slope[slot] for draw in seconds])
    for name in ("first_step", "held_step"):  # as a rule they are the step itself
        others = [getattr(draw, name).get(slot, draw.step[slot]) for draw in draws]
        if any(slot in getattr(draw, name) for draw in draws):
            values[f"{key}.{name}"] = np.array(others)
    names = sorted({name for draw in draws for name in draw.rates.get(slot, {})})[:3]
    for number, name in enumerate(names):
        kinds[f"{key}.rate.{number}"] = name[:100]
        values[f"{key}.rate.{number}"] = np.array(
            [draw.rates.get(slot, {}).get(name, np.nan) for draw in draws]
        )


def write_names(found: Found, kinds: dict[str, str]) -> None:
    """Write the names of losses, of what is remembered and of what stays where it is."""
    for place, label in enumerate(found.losses):
        kinds[f"loss.{place}"] = label[:190]
    for place, name in enumerate(found.memory[:8]):
        kinds[f"memory.{place}"] = name[:190]
    for place, name in enumerate(found.scaled[:8]):
        kinds[f"scaled.{place}"] = name[:190]
    for place, (name, how) in enumerate(list(found.unmoved.items())[:8]):
        kinds[f"unmoved.{place}"] = name[:150]
        kinds[f"unmoved.{place}.how"] = how
