"""All slips of a definition: every rule on every place, the likeliest first."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from grader.keys.making.mutation.calls import axes, calls
from grader.keys.making.mutation.formulas import (
    brackets,
    constants,
    fixed,
    names,
    numbers,
    operands,
    operators,
    places,
    powers,
    signs,
    too_much,
)
from grader.keys.making.mutation.procedure import (
    comprehensions,
    constants_for,
    copies,
    exchanges,
    loops,
    returns_in_loops,
    statements,
)
from grader.keys.making.mutation.tree import Rule, Slip, Tree, body_of, local_names

LIKELY: tuple[Rule, ...] = (
    operators,
    powers,
    calls,
    axes,
    operands,
    brackets,
    signs,
    loops,
    comprehensions,
    statements,
    numbers,
    places,
)
UNLIKELY: tuple[Rule, ...] = (constants, too_much, fixed, names)
"""The rules that fit nearly every place: in a long function they would leave no room for the others."""


PROCEDURE: tuple[Rule, ...] = (calls, loops, comprehensions, statements)
"""The rules worth applying to alternatives too: their loops are written out where the reference has none."""


def slips(function: ast.FunctionDef, rules: Sequence[Rule] | None = None) -> Iterator[Slip]:
    """Yield every slip of a function, the likeliest kinds first; of some rules only where they are given."""
    tree = Tree(function)
    nodes = [node for statement in body_of(function) for node in ast.walk(statement)]
    variables = local_names(function)

    def changes(some: Sequence[Rule]) -> Iterator[Slip]:
        for rule in some:
            for node in nodes:
                for sentence, replacement, words in list(rule(node, variables)):
                    yield Slip(sentence, tree.with_other({node: replacement}), words)

    yield from changes(LIKELY if rules is None else rules)
    for whole in (returns_in_loops, exchanges, copies, constants_for):
        yield from whole(tree)
    yield from changes(UNLIKELY if rules is None else ())
