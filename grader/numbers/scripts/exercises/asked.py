"""What a script exercise asks for, as its checks carry it, and what a script has of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from grader.inside.observation import Scenario
from grader.numbers.scripts.exercises import aligning
from grader.numbers.scripts.exercises.aligning import Fit
from grader.numbers.scripts.exercises.models import MODELS
from grader.numbers.scripts.evidence.records import Evidence, Parameter
from grader.numbers.scripts.seeing import Seen
from grader.numbers.scripts.models.units import Array
from grader.numbers.scripts.evidence.verdicts import UNCLEARED, Found

OF_LENGTH = frozenset(
    {
        *("summed", "summed_twice", "summed_half", "averaged", "averaged_half", "averaged_twice", "twice"),
        *("half", "four_times", "quarter", "rate_twice", "unequal", "another_factor"),
    }
)
"""Mistakes that leave a step its direction."""


@dataclass(frozen=True)
class Asked:
    """What is asked for: models, any of which is right, and the names of their numbers in order.

    ``data`` are sets of inputs and targets, as samples by numbers. The mean squared error of a sample should
    end at ``most`` or below; with ``signs`` every output should end on its target's side of 0.
    """

    models: tuple[str, ...]
    parameters: tuple[str, ...]
    data: tuple[tuple[Array, Array], ...]
    most: float | None = None
    signs: bool = False


def read(scenario: Scenario) -> Asked:
    """Return what a check's scenario asks for."""
    (given,) = scenario.args
    data = tuple((np.asarray(x, dtype=float), np.asarray(y, dtype=float)) for x, y in given["data"])
    names = tuple(given["parameters"])
    return Asked(tuple(given["models"]), names, data, given["most"], given["signs"])


def marked(evidence: Evidence, asked: Asked) -> Evidence:
    """Return the evidence with a mark at those of the script's own losses that are what is asked for."""
    if not all(one.whole.size for one in evidence.parameters):
        return evidence
    losses = tuple(
        replace(one, asked=True)
        if one.is_own and not one.is_guessed and aligning.fit(evidence, place, asked.models, asked.data)
        else one
        for place, one in enumerate(evidence.losses)
    )
    return replace(evidence, losses=losses)


@dataclass(frozen=True)
class Script:
    """A script beside what is asked: what was seen of it, and where the asked parameters stand in it."""

    text: str
    seen: Seen
    asked: Asked

    @cached_property
    def fit(self) -> Fit | None:
        """The asked model that its loss is of, up to a constant."""
        evidence, loss = self.seen.evidence, self.seen.judgement.loss
        if evidence is None or loss < 0 or not all(one.whole.size for one in evidence.parameters):
            return self.of_matrices
        return aligning.fit(evidence, loss, self.asked.models, self.asked.data) or self.of_matrices

    @cached_property
    def of_matrices(self) -> Fit | None:
        """The asked model of matrices that it was recognised as."""
        family = self.seen.family
        return aligning.of_family(family, self.asked.models) if family is not None else None

    @cached_property
    def found(self) -> tuple[tuple[Parameter, Found], ...]:
        """Its parameters with their verdicts, none where the steps were not judged."""
        evidence, judgement = self.seen.evidence, self.seen.judgement
        if evidence is None or judgement.verdict == "not_judged":
            return ()
        return tuple(zip(evidence.parameters, judgement.parameters, strict=False))

    @property
    def is_another(self) -> bool:
        """Whether its loss is surely that of another model: one that was recognised, and is not asked for."""
        family, evidence = self.seen.family, self.seen.evidence
        if self.fit is not None or family is None or evidence is None or evidence.unmoved:
            return False
        count = flat_count(evidence)
        asked = [MODELS[name] for name in self.asked.models]
        alike = [one for one in asked if one.units == family.activations and one.count in (0, count)]
        return not any(one.loss == family.loss for one in alike)

    def holding(self, name: str) -> tuple[tuple[Parameter, Found], ...] | None:
        """Return the parameters in which an asked one stands, None where that is not known."""
        if self.fit is not None and self.seen.evidence is not None:
            places = aligning.places_of(self.seen.evidence, self.fit, self.asked.parameters)
            return tuple(self.found[place] for place in places.get(name, ()))
        named = tuple(pair for pair in self.found if pair[0].name == name)
        return named or None

    def may_hold(self, name: str) -> bool:
        """Tell whether it moves as many numbers as an asked model in which an asked parameter stands."""
        evidence = self.seen.evidence
        if evidence is None:
            return False
        place, moved = self.asked.parameters.index(name), flat_count(evidence)
        return any(
            place < moved == model.count if model.count else len(evidence.parameters) >= len(model.units)
            for model in (MODELS[name] for name in self.asked.models)
        )

    @property
    def still(self) -> tuple[str, ...]:
        """What is meant to be trained and is moved by no step.

        It is recorded for that, or stands beside what is; or the asked model has just so many parameters more
        than are moved.
        """
        evidence, loss = self.seen.evidence, self.seen.judgement.loss
        if evidence is None or loss < 0:
            return ()
        how = "recorded" if evidence.losses[loss].how == "backward" else "beside"
        moved = flat_count(evidence)
        lacking = {
            model.count - moved if model.count else len(model.units) - len(evidence.parameters)
            for model in (MODELS[name] for name in self.asked.models)
        }
        every = self.fit is None and len(evidence.unmoved) in lacking
        return tuple(name for name, why in evidence.unmoved.items() if why == how or every)

    @property
    def steps_are_right(self) -> bool:
        """Whether every parameter was judged and moves as it should."""
        return bool(self.found) and all(one.verdict == "right" for _, one in self.found) and not self.still

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it but imports and texts."""
        try:
            body: list[Any] = list(ast.parse(self.text).body)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
        nothing = ast.Import | ast.ImportFrom | ast.Pass
        return all(
            isinstance(node, nothing) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
            for node in body
        )


def flat_count(evidence: Evidence) -> int:
    """Return how many numbers all parameters are that a script moves."""
    return sum(one.whole.shape[1] for one in evidence.parameters)


def is_in_direction(one: Found) -> bool:
    """Tell whether a step has the right direction, whatever its length."""
    return one.verdict in ("right", "constant") or one.mistake in OF_LENGTH | UNCLEARED


def is_of_length(one: Found) -> bool:
    """Tell whether a step has the right direction and length."""
    return one.verdict == "right" or one.mistake in UNCLEARED
