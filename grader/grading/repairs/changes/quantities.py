"""Changes to what stands in a formula: another number, another variable."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from grader.grading.repairs.changes.change import Change, call, last_name


def numbers(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another number."""
    number = node.value if isinstance(node, ast.Constant) else None
    if isinstance(node, ast.Constant) and isinstance(number, int | float) and not isinstance(number, bool):
        for value in dict.fromkeys(
            (1, 0, 2, 0.5, -1, 2 * number, number / 2, number + 1, number - 1, *of_rates(number))
        ):
            if value != number:
                yield Change("number", node, ast.Constant(value), {"number": node})


def other_numbers(known: Sequence[float], node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield, for a rate or a share, another one that stands in the same functions, or the rest of it to 1."""
    number = node.value if isinstance(node, ast.Constant) else None
    if isinstance(node, ast.Constant) and isinstance(number, float) and number in known:
        for value in dict.fromkeys((*known, *(1 - one for one in known))):
            if value not in (number, 1 - number):
                yield Change("number", node, ast.Constant(value), {"number": node})


def rates_in(nodes: Iterable[ast.AST]) -> tuple[float, ...]:
    """Return the numbers between 0 and 1 that stand in some code, each once."""
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    rates = [one for one in constants if isinstance(one, float) and 0 < one < 1]
    return tuple(dict.fromkeys(rates))[:RATES_AT_MOST]


RATES_AT_MOST = 6
"""Rates of which each is tried in the place of every other one."""


def counted(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield, for the 1 by which something is counted, one of the function's quantities, or its length."""
    match node:
        case ast.BinOp(ast.Name(), ast.Add(), ast.Constant(1) as one) | ast.AugAssign(
            _, ast.Add(), ast.Constant(1) as one
        ):
            yield from in_place_of(one, names)


def in_place_of(number: ast.Constant, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield each of the function's own quantities, and its length, for a number."""
    for name in names:
        other = ast.Name(name, ast.Load())
        yield Change("number", number, other, {"number": number})
        yield Change("number", number, call("len", other), {"number": number})


def of_rates(number: float) -> tuple[float, ...]:
    """Return what else a rate or a share may be: ten times as much, a tenth, or the rest to 1."""
    return (10 * number, number / 10, 1 - number) if 0 < number < 1 else ()


def siblings(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the variables that differ by their number only: h2 for h1."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        stem = re.sub(r"\d", "", node.id)
        for other in names:
            if other != node.id and re.sub(r"\d", "", other) == stem:
                yield Change("sibling", node, ast.Name(other, ast.Load()), {"name": node.id})


def families(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a call with all of its variables of another family: x and y for x_val and y_val."""
    if not isinstance(node, ast.Call):
        return
    given = {one.id for one in node.args if isinstance(one, ast.Name)}
    endings = {name[name.index("_") :] for name in given | set(names) if "_" in name[1:]}
    for ending in sorted(endings):
        longer = {name: name.removesuffix(ending) for name in given if name.endswith(ending)}
        for renaming in (longer, {name: name + ending for name in given}):
            known = {old: new for old, new in renaming.items() if new in names}
            if len(known) > 1:
                args = [
                    ast.Name(known[one.id], ast.Load())
                    if isinstance(one, ast.Name) and one.id in known
                    else one
                    for one in node.args
                ]
                changed = ast.Call(node.func, args, node.keywords)
                yield Change("sibling", node, changed, {"name": min(known)})


def variables(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield another variable."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
        for other in names:
            if re.sub(r"\d", "", other) != re.sub(r"\d", "", node.id):
                yield Change("name", node, ast.Name(other, ast.Load()), {"name": node.id})
        for number in (1, 2):
            yield Change("name", node, ast.Constant(number), {"name": node.id})


def quantities(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a variable in the place of what is worked out, or of what another one holds."""
    is_part = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and is_held(node, names)
    if (isinstance(node, ast.Call) and last_name(node.func) not in BUILT_IN) or is_part:
        assert isinstance(node, ast.expr)
        for other in names:
            yield Change("quantity", node, ast.Name(other, ast.Load()), {"written": node})


BUILT_IN = ("append", "enumerate", "len", "list", "range", "reversed", "zip")
"""Functions of lists and loops: what they give is no quantity."""


def named_numbers(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield one of the function's own quantities, or their number, for a number that is fixed.

    Not for a factor of 2: that is `x * 2` for a square more often, which a mutant tells in better words.
    """
    for part in ast.iter_child_nodes(node):
        if not isinstance(part, ast.Constant) or type(part.value) not in (int, float):
            continue
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and part.value == 2:
            continue
        yield from in_place_of(part, names)


def attributes(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield what holds an attribute in the place of it, or a 1 or a 0."""
    match node:
        case ast.Attribute(_, _, ast.Load()) if is_held(node, names):
            yield Change("attribute", node, node.value, {"written": node})
            for number in (1, 0):
                yield Change("quantity", node, ast.Constant(number), {"written": node})


def is_held(node: ast.Attribute, names: tuple[str, ...]) -> bool:
    """Tell whether one of a function's variables holds something that is more than another form of itself."""
    return isinstance(node.value, ast.Name) and node.value.id in names and node.attr not in TURNED


TURNED = ("T", "mT")
"""Attributes that are no part of what they are read from."""


def elements(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a list with two of its elements exchanged, or two values for two names."""
    if not isinstance(node, ast.List | ast.Tuple) or not isinstance(node.ctx, ast.Load):
        return
    if any(isinstance(one, ast.Slice) for one in node.elts):
        return  # this is Python inside square brackets only
    plain = all(isinstance(one, ast.Name) for one in node.elts)
    for one, other in combinations(range(len(node.elts)), 2):
        if len(node.elts) > (ELEMENTS_AT_MOST if plain else FORMULAS_AT_MOST) or is_number_twice(
            node, one, other
        ):
            continue
        order = list(node.elts)
        order[one], order[other] = order[other], order[one]
        words = {"one": node.elts[one], "other": node.elts[other]}
        yield Change("elements", node, type(node)(order, ast.Load()), words)


def is_number_twice(node: ast.List | ast.Tuple, one: int, other: int) -> bool:
    """Tell whether two elements are plain numbers, as the sizes or axes of an array are."""
    return isinstance(node.elts[one], ast.Constant) and isinstance(node.elts[other], ast.Constant)


def elements_missing(held: Sequence[str], node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a loop over one more: another variable, or another part of what `self` holds.

    ``held`` are the names of these parts, as `self.bend`.
    """
    for every in ast.walk(node.iter) if isinstance(node, ast.For | ast.comprehension) else ():
        if not isinstance(every, ast.List | ast.Tuple) or not 0 < len(every.elts) <= ELEMENTS_AT_MOST:
            continue
        there = [ast.unparse(one) for one in every.elts]
        parts = {one for one in held if one.partition(".")[0] in names}
        kin = parts if set(there) <= parts else set(names) if set(there) <= set(names) else set()
        for other in sorted(kin - set(there)):
            for place in range(len(there) + 1):
                more = [*every.elts[:place], ast.Name(other, ast.Load()), *every.elts[place:]]
                yield Change("slice", every, type(every)(more, ast.Load()), {"written": every})


FORMULAS_AT_MOST = 4
"""Elements of a list of formulas of which every two are exchanged."""

ELEMENTS_AT_MOST = 10
"""Elements of a list of which every two are exchanged."""
