"""Run scenarios against a program and write down what happened.

This is the only code that runs anybody's function: the student's, the reference's, a misconception's.
It lives on the far side of the sandbox, so it imports NumPy and the standard library and of ours only
what stands beside it there; torch is used only where the server has loaded it.
"""

from __future__ import annotations

import builtins
import random
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from grader.inside import how, intermediates
from grader.inside.attempt import ObserverError, attempt
from grader.inside.observation import CHANGED, NUMERIC, Error, Observation, Outcome, Scenario
from grader.inside.program import Names, call
from grader.inside.scripts import look
from grader.inside.values import as_float32, build, flatten, flatten_state


def run(space: Mapping[str, Any], names: Mapping[str, str], scenario: Scenario, filename: str) -> Observation:
    """Run one scenario against loaded names; in float32 where the program insists on it."""
    program = Names(space, {**names, **scenario.names})

    def once(asked: Scenario) -> Observation:
        # The seed is part of the attempt, since a program may have broken what is seeded.
        with intermediates.watched(program, asked) as found:
            seen = attempt(lambda: seeded(program, asked), filename).cut_to(asked.only)
        return intermediates.beside(seen, found, filename) if found else seen

    seen = once(scenario)
    if seen.outcome is Outcome.RAISED and seen.error and insists_on_float32(seen.error):
        again = once(as_float32(scenario))
        return again if again.outcome is Outcome.RETURNED else seen
    return seen


def insists_on_float32(error: Error) -> bool:
    """Tell whether torch refused to mix the double inputs with the program's own float tensors."""
    mixed = "type" in error.text and "ouble" in error.text and "loat" in error.text
    return error.kind == "RuntimeError" and mixed


def seeded(program: Names, scenario: Scenario) -> Observation:
    """Run one scenario with the luck that it asks for."""
    seed_all(scenario.seed)
    return KINDS[scenario.kind](program, scenario)


def seed_all(seed: int) -> None:
    """Give the program the same luck at every run."""
    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch = sys.modules.get("torch")
    if torch is not None:
        # torch.manual_seed() also notes, with a traceback, that graphics cards are to be seeded one day.
        torch.default_generator.manual_seed(seed)


# ---- the kinds of scenario -----------------------------------------------------------------------


def returns(program: Names, scenario: Scenario) -> Observation:
    """Call the task and observe what it returns."""
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    arguments = build(scenario.args, program)
    before = [content(argument) for argument in arguments]
    result = call(program, scenario.task, arguments)
    name = scenario.result or scenario.task
    flatten(name, attributes(result, scenario.fields), scenario.parts.get("", ()), values, kinds)
    kinds[name] = type(result).__name__
    for label, held, argument in zip(scenario.labels, before, arguments, strict=False):
        if not is_same(held, content(argument)):
            values[CHANGED + label] = np.asarray(True)
    return Observation(Outcome.RETURNED, values, kinds)


def attributes(result: Any, names: Sequence[str]) -> Any:
    """Return those of an instance's named attributes that it has; the result itself where none are named."""
    return {name: getattr(result, name) for name in names if hasattr(result, name)} if names else result


def unchanged(program: Names, scenario: Scenario) -> Observation:
    """Call the task and tell of each argument in ``fields`` whether it is what it was."""
    arguments = build(scenario.args, program)
    named = dict(zip(scenario.labels, arguments, strict=True))
    before = {name: content(named[name]) for name in scenario.fields}
    call(program, scenario.task, arguments)
    return how.flags({name: is_same(before[name], content(named[name])) for name in scenario.fields})


def chooses(program: Names, scenario: Scenario) -> Observation:
    """Call the task and tell whether it returns one of the texts in ``fields``, and which."""
    result = call(program, scenario.task, build(scenario.args, program))
    chosen = str(result) if isinstance(result, str) else None
    return how.flags(
        {scenario.task: chosen in scenario.fields, **{text: chosen == text for text in scenario.fields}}
    )


def content(argument: Any) -> dict[str, np.ndarray]:
    """Return copies of all numbers in an argument, by their places in it."""
    values: dict[str, np.ndarray] = {}
    flatten("", argument, (), values, {})
    return values


def is_same(before: Mapping[str, np.ndarray], after: Mapping[str, np.ndarray]) -> bool:
    """Tell whether two contents hold the same numbers in the same places, NaN included."""
    if list(before) != list(after):
        return False
    pairs = [(before[name], after[name]) for name in before]
    return all(one.shape == other.shape and one.tobytes() == other.tobytes() for one, other in pairs)


def raises(program: Names, scenario: Scenario) -> Observation:
    """Call the task and tell whether it raises the exception ``of``, and whether its text holds the words."""
    expected = getattr(builtins, scenario.of, None) or getattr(program, scenario.of)
    try:
        call(program, scenario.task, build(scenario.args, program))
    except ObserverError:
        raise
    except expected as fault:
        said = str(fault).lower()
        found = {scenario.of: True, **{word: word.lower() in said for word in scenario.fields}}
    else:
        found = dict.fromkeys((scenario.of, *scenario.fields), False)
    return how.flags(found)


def gradients(program: Names, scenario: Scenario) -> Observation:
    """Observe a gradient, and beside it, ungraded, central differences of the program's own loss."""
    seen = returns(program, scenario)
    try:
        slopes = central_differences(program, scenario)
    except Exception:  # a missing or broken loss is observed by its own check
        slopes = {}
    return replace(seen, values={**seen.values, **{NUMERIC + name: slope for name, slope in slopes.items()}})


def central_differences(program: Names, scenario: Scenario, step: float = 1e-5) -> dict[str, np.ndarray]:
    """Differentiate the program's ``of`` function in each coordinate of the arguments ``wrt``.

    The slope is (f(v + h) - f(v - h)) / 2h with h = step * max(1, |v|); its error is of order h².
    """
    given = dict(zip(scenario.labels, scenario.args, strict=True))
    return {name: slopes_in(program, scenario, given, name, step) for name in scenario.wrt}


def slopes_in(
    program: Names, scenario: Scenario, given: dict[str, Any], name: str, step: float
) -> np.ndarray:
    """Return the central differences in one argument, in that argument's shape."""
    base = np.asarray(given[name], dtype=np.float64)
    slopes = np.empty(base.shape)
    for place in np.ndindex(base.shape):
        width = step * max(1.0, abs(float(base[place])))
        ends = []
        for sign in (1.0, -1.0):
            moved = base.copy()
            moved[place] += sign * width
            arguments = {**given, name: moved if base.ndim else float(moved)}
            asked = build([arguments[label] for label in scenario.of_args], program)
            ends.append(number(call(program, scenario.of, asked)))
        slopes[place] = (ends[0] - ends[1]) / (2 * width)
    return slopes


def number(value: Any) -> float:
    """Return a scalar result as a float; raise where it is none."""
    return float(value.detach() if hasattr(value, "detach") else value)


def state(program: Names, scenario: Scenario) -> Observation:
    """Call the task, then observe what it did to the arguments it was given."""
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    arguments = build(scenario.args, program)
    # Held here, because a task may replace an item of a list instead of changing the tensor in it.
    held = {label: hold(argument) for label, argument in zip(scenario.labels, arguments, strict=True)}
    result = call(program, scenario.task, arguments)
    for label, parts in scenario.parts.items():
        if label:
            for part, item in zip(parts, held[label], strict=True):
                flatten_state(part, item, scenario.fields, values, kinds)
    if scenario.result:
        flatten(scenario.result, result, scenario.parts.get("", ()), values, kinds)
    return Observation(Outcome.RETURNED, values, kinds)


def hold(argument: Any) -> list[Any]:
    """Return the items of a sequence argument, or the argument itself as the only item."""
    return list(argument) if isinstance(argument, list | tuple) else [argument]


def experiment(program: Names, scenario: Scenario) -> Observation:
    """Run a page's own experiment: a function of the program, a generator and the inputs."""
    space: dict[str, Any] = {"__name__": "experiment", "np": np}
    exec(compiled(scenario.text), space)
    rng = np.random.default_rng(scenario.seed)
    results = space["experiment"](program, rng, *build(scenario.args, program))
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    for name, value in results.items():
        flatten(name, value, (), values, kinds)
    return Observation(Outcome.RETURNED, values, kinds)


@lru_cache(64)
def compiled(text: str) -> types.CodeType:
    """Return an experiment as code: many programs in one are asked the same."""
    return compile(text, "experiment.py", "exec", dont_inherit=True)


def script(program: Names, scenario: Scenario) -> Observation:
    """Look at a whole script, given as the scenario's text; the program itself is empty."""
    return look.look(scenario)


def script_run(program: Names, scenario: Scenario) -> Observation:
    """Let a whole script train for a while."""
    return look.train(scenario)


KINDS: Mapping[str, Callable[[Names, Scenario], Observation]] = types.MappingProxyType(
    {
        "returns": returns,
        "gradients": gradients,
        "state": state,
        "unchanged": unchanged,
        "raises": raises,
        "predict": returns,
        "chooses": chooses,
        **how.KINDS,
        "experiment": experiment,
        "script": script,
        "script_run": script_run,
    }
)
