"""What a misconception does to its task's numbers and operations, and what one may call that."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from grader.inside.observation import Observation, Outcome
from grader.numbers.compare import graded
from grader.pages.variants import Variant
from grader.prove.docstrings.results import LOOKED_AT
from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Line

SAME = 1e-6
"""How near two numbers are that are taken to be equal, relative to their size."""

Pairs = tuple[tuple[np.ndarray, np.ndarray, frozenset[int]], ...]
"""Wrong and right numbers where they differ, and the sizes of the check's arrays: one triple a check."""


@dataclass(frozen=True)
class Effect:
    """What a misconception does: numbers beside the right ones, items too many or too few, operations.

    ``ends`` are "first" and "last", where its code has an index 0 or -1 that the reference has not.
    """

    pairs: Pairs
    longer: frozenset[int]
    added: frozenset[str]
    removed: frozenset[str]
    all: frozenset[str]
    ends: frozenset[str] = frozenset()

    def every(self, holds: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> bool:
        """Tell whether something holds of all numbers that differ, of which there are some."""
        return bool(self.pairs) and all(bool(np.all(holds(wrong, right))) for wrong, right, _ in self.pairs)


def effect_of(evidence: Evidence, variant: Variant, line: Line) -> Effect:
    """Return what a misconception does, on all checks of its task that it fails."""
    (target,) = variant.targets
    pairs, longer = [], set()
    for place, check in enumerate(evidence.key.checks):
        if check.task == target and check.scenario.kind in LOOKED_AT and not line.passes[place]:
            right = evidence.key.reference[place]
            longer |= lengths(line.row[place], right)
            sizes = frozenset(one for array in arrays(check.scenario).values() for one in array.shape)
            differing = beside(line.row[place], right)
            if differing is not None:
                pairs.append((*differing, sizes))
    wrong, own = operations(variant.definition), operations(evidence.source.tasks[target])
    return Effect(
        pairs=tuple(pairs),
        longer=frozenset(longer),
        added=frozenset(wrong - own),
        removed=frozenset(own - wrong),
        all=frozenset(wrong),
        ends=ends(variant.definition) - ends(evidence.source.tasks[target]),
    )


def ends(node: ast.AST) -> frozenset[str]:
    """Return which ends of arrays a definition takes by an index: "first", "last"."""
    taken = {ast.unparse(one.slice) for one in ast.walk(node) if isinstance(one, ast.Subscript)}
    return frozenset(word for word, index in (("first", "0"), ("last", "-1")) if index in taken)


def lengths(got: Observation, right: Observation) -> set[int]:
    """Return 1 for a part with more numbers than the right one, -1 for one with fewer."""
    both = [name for name in graded(right) if name in got.values]
    sizes = ((got.values[name].size, right.values[name].size) for name in both)
    return {1 if one > other else -1 for one, other in sizes if one != other}


def beside(got: Observation, right: Observation) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the wrong numbers and the right ones where they differ; None where they cannot be compared."""
    if got.outcome is not Outcome.RETURNED:
        return None
    wrong, good = [], []
    for name in graded(right):
        one, other = got.values.get(name), right.values[name]
        if one is None or one.shape != other.shape or {one.dtype.kind, other.dtype.kind} - set("iuf"):
            return None
        wrong.append(np.ravel(one).astype(float))
        good.append(np.ravel(other).astype(float))
    one, other = np.concatenate(wrong), np.concatenate(good)
    differ = np.abs(one - other) > SAME * np.maximum(np.abs(other), np.abs(one))
    usable = differ.any() and bool(np.isfinite(one).all())
    return (one[differ], other[differ]) if usable else None


OPERATIONS: Mapping[type[ast.AST], str] = MappingProxyType(
    {
        ast.Add: "add",
        ast.Sub: "subtract",
        ast.USub: "subtract",
        ast.Mult: "multiply",
        ast.MatMult: "multiply",
        ast.Div: "divide",
    }
)

BY_NAME: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("add", "sum", "cumsum", "add_"), "add"),
        **dict.fromkeys(("subtract", "sub", "sub_", "negative", "neg", "diff"), "subtract"),
        **dict.fromkeys(("multiply", "mul", "mul_", "dot", "matmul", "prod", "einsum", "outer"), "multiply"),
        **dict.fromkeys(("divide", "div", "div_", "mean", "average", "var", "std", "reciprocal"), "divide"),
    }
)
"""Functions that work like an operator."""


def operations(node: ast.AST) -> Counter[str]:
    """Count a definition's operations by what one calls them."""
    found: Counter[str] = Counter()
    for inner in ast.walk(node):
        name = getattr(inner, "attr", "") or getattr(inner, "id", "")
        word = OPERATIONS.get(type(inner)) or BY_NAME.get(name)
        found.update([word] if word else [])
    return found


def ratio(effect: Effect, wanted: Callable[[float, frozenset[int]], bool]) -> bool:
    """Tell whether on every check all wrong numbers are one multiple of the right ones, a wanted one."""
    for wrong, right, sizes in effect.pairs:
        if not right.all():
            return False
        times = wrong / right
        if np.ptp(times) > SAME * abs(times[0]) or not wanted(float(times[0]), sizes):
            return False
    return bool(effect.pairs)


def near(one: float, other: float) -> bool:
    """Tell whether two factors are equal, but for rounding."""
    return abs(one - other) <= SAME * abs(other)


def only_smaller(effect: Effect) -> bool:
    """Tell whether no wrong number is larger than the right one, with its sign or without."""
    nearer_zero = effect.every(lambda wrong, right: np.abs(wrong) < np.abs(right))
    return nearer_zero and not effect.every(lambda wrong, right: wrong > right)


def only_larger(effect: Effect) -> bool:
    """Tell whether no wrong number is smaller than the right one, with its sign or without."""
    further_off = effect.every(lambda wrong, right: np.abs(wrong) > np.abs(right))
    return further_off and not effect.every(lambda wrong, right: wrong < right)


def grows(effect: Effect) -> bool:
    """Tell whether the wrong numbers are the right ones times a size of the inputs."""
    return ratio(effect, lambda times, sizes: any(size > 1 and near(times, size) for size in sizes))


def shrinks(effect: Effect) -> bool:
    """Tell whether the wrong numbers are the right ones divided by a size of the inputs."""
    return ratio(effect, lambda times, sizes: any(size > 1 and near(times, 1 / size) for size in sizes))


def same_signs(effect: Effect) -> bool:
    """Tell whether every wrong number has the sign of the right one."""
    return effect.every(lambda wrong, right: wrong * right > 0)


def goes_up(effect: Effect) -> bool:
    """Tell whether a step is added where the reference subtracts it."""
    return effect.added == {"add"} and effect.removed == {"subtract"}
