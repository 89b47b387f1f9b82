"""Read an observation of the sandbox as evidence; what does not have the right form is no evidence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from grader.inside.observation import Observation
from grader.numbers.scripts.records import Evidence, Loss, Parameter, Run


class Unreadable(Exception):
    """The observation does not have the form of evidence."""


def read(seen: Observation) -> Evidence:
    """Return the evidence in an observation.

    Raises:
        Unreadable: a number is missing or of another shape.
    """
    try:
        return _read(seen)
    except (KeyError, ValueError, IndexError, TypeError) as fault:
        raise Unreadable(str(fault)) from None


def _read(seen: Observation) -> Evidence:
    """Return the evidence; raises whatever a missing number raises."""
    values, kinds = seen.values, seen.kinds
    draws = int(values["draws"])
    losses = []
    place = 0
    while f"loss.{place}" in kinds:
        how, _, name = kinds[f"loss.{place}"].partition(":")
        flags = [bool(values[key][place]) for key in ("follows", "leftover", "occasional", "both")]
        one = Loss(how, name or how, int(values["loss_sizes"][place]), *flags)
        one = replace(one, spread=bool(values["spread"][place]))
        losses.append(replace(one, counts=tuple(int(count) for count in values["counts"][place])))
        place += 1
    parameters: list[Parameter] = []
    while f"parameter.{len(parameters)}" in kinds:
        parameters.append(parameter(seen, len(parameters), draws, len(losses)))
    if not parameters or draws < 1:
        raise Unreadable("no parameter")
    return Evidence(
        parameters=tuple(parameters),
        losses=tuple(losses),
        values=values["losses"].reshape(draws, len(losses)),
        items=tuple(int(item) for item in values["items"]),
        sizes=tuple(int(size) for size in values["sizes"]),
        memory=tuple(kinds[key] for key in sorted(kinds) if key.startswith("memory.")),
        scaled=tuple(kinds[key] for key in sorted(kinds) if key.startswith("scaled.")),
        unmoved=unmoved(seen),
        optimiser=kinds.get("optimiser", ""),
        single=bool(values["single"]),
        differenced=bool(values["differenced"]),
        chosen=bool(values["chosen"]),
        behind=bool(values["behind"]),
        empty=bool(values["empty"]),
        stateful=bool(values["stateful"]),
        loop=(int(values["loop.line"]), int(values["loop.end"])),
        place=int(values["loop.place"]),
        data={key.removeprefix("data."): array for key, array in values.items() if key.startswith("data.")},
        inner=inner(seen, [int(item) for item in values["items"]]),
        parts={parts(key): array for key, array in values.items() if key.startswith("item.")},
    )


def inner(seen: Observation, items: list[int]) -> dict[str, tuple[np.ndarray, ...]]:
    """Return the arrays that a round binds by itself, one for each draw."""
    names = {key.split(".", 2)[2] for key in seen.values if key.startswith("inner.")}
    keys = {name: [f"inner.{item}.{name}" for item in items] for name in names}
    return {
        name: tuple(seen.values[key].astype(float) for key in row)
        for name, row in sorted(keys.items())
        if all(key in seen.values for key in row)
    }


def parts(key: str) -> tuple[int, int]:
    """Return an item's number and its part's."""
    _, item, part = key.split(".")
    return int(item), int(part)


def unmoved(seen: Observation) -> dict[str, str]:
    """Return the arrays that look trainable and stay where they are, with why they look so."""
    found = {}
    for key, name in seen.kinds.items():
        if key.startswith("unmoved.") and not key.endswith(".how"):
            found[name] = seen.kinds[f"{key}.how"]
    return found


def parameter(seen: Observation, place: int, draws: int, losses: int) -> Parameter:
    """Return one parameter's evidence, with its arrays held to their shapes."""
    values, key = seen.values, f"parameter.{place}"
    step = np.asarray(values[f"{key}.step"], dtype=float)
    count = step.shape[1]
    second = np.asarray(values[f"{key}.second_step"], dtype=float).reshape(-1, count)
    late = values.get(f"{key}.late_slope")
    rates: dict[str, np.ndarray] = {}
    while f"{key}.rate.{len(rates)}" in seen.kinds:
        number = len(rates)
        rates[seen.kinds[f"{key}.rate.{number}"]] = (
            values[f"{key}.rate.{number}"].reshape(draws).astype(float)
        )
    return Parameter(
        name=seen.kinds[key],
        shape=tuple(int(size) for size in values[f"{key}.shape"]),
        lines=tuple(int(line) for line in values[f"{key}.lines"]),
        start=values[f"{key}.start"].reshape(draws, count).astype(float),
        whole=values[f"{key}.whole"].reshape(draws, -1).astype(float),
        step=step.reshape(draws, count),
        slope=values[f"{key}.slope"].reshape(draws, losses, count).astype(float),
        error=values[f"{key}.error"].reshape(draws, losses, count).astype(float),
        directions=values[f"{key}.directions"].astype(float),
        second_step=second,
        second_slope=np.asarray(values[f"{key}.second_slope"], dtype=float).reshape(
            len(second), losses, count
        ),
        late_slope=None if late is None else late.reshape(-1, losses, count).astype(float),
        rates=rates,
        first_step=values[f"{key}.first_step"].reshape(draws, count).astype(float),
        rule=seen.kinds[f"{key}.rule"],
    )


def run(seen: Observation) -> Run:
    """Return how the training went, an empty record where that is not known."""
    try:
        return Run(
            losses=tuple(float(loss) for loss in seen.values["run.losses"].ravel()),
            rounds=int(seen.values["run.rounds"]),
            count=int(seen.values["run.count"]),
            stopped=bool(seen.values["run.stopped"]),
            failed=bool(seen.values["run.failed"]),
            first_bad=int(seen.values["run.first_bad"]),
            final=final(seen),
            spent=float(seen.values["run.spent"]),
            predicted=predicted(seen),
        )
    except (KeyError, ValueError, TypeError):
        return Run()


def predicted(seen: Observation) -> tuple[tuple[int, str, np.ndarray], ...]:
    """Return what the script's own functions predicted: the set of samples, the name, samples by outputs."""
    start = "run.predicted."
    keys = [key for key in sorted(seen.values) if key.startswith(start)]
    parts = [(key, *key.removeprefix(start).split(".", 1)) for key in keys]
    return tuple(
        (int(place), name.rpartition(".")[0], np.atleast_2d(seen.values[key].astype(float)))
        for key, place, name in parts
    )


def final(seen: Observation) -> tuple[float, ...]:
    """Return all parameters' last values, one after the other."""
    arrays: list[np.ndarray] = []
    while f"run.final.{len(arrays)}" in seen.values:
        arrays.append(seen.values[f"run.final.{len(arrays)}"].astype(float).ravel())
    return tuple(float(number) for array in arrays for number in array)
