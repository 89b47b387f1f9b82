"""All mutants of a definition: every operator on every node of its types, the likeliest first."""

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
from grader.keys.making.mutation.tree import Operator, SourceMutant, Tree, body_of, local_names

Entry = tuple[tuple[type[ast.AST], ...], Operator]
"""The types of node to which a mutation operator applies, and the operator."""

LIKELY: tuple[Entry, ...] = (
    ((ast.BinOp,), operators),
    ((ast.BinOp,), powers),
    ((ast.Call,), calls),
    ((ast.keyword,), axes),
    ((ast.BinOp,), operands),
    ((ast.BinOp,), brackets),
    ((ast.UnaryOp,), signs),
    ((ast.For,), loops),
    ((ast.comprehension,), comprehensions),
    ((ast.AugAssign, ast.Assign, ast.Expr, ast.If, ast.Continue), statements),
    ((ast.Name,), numbers),
    ((ast.Attribute, ast.Subscript, ast.BinOp), places),
)
"""The mutation operators by type of node, what people get wrong most often first."""

UNLIKELY: tuple[Entry, ...] = (
    ((ast.Constant,), constants),
    ((ast.Name, ast.Attribute, ast.BinOp), too_much),
    ((ast.Name,), fixed),
    ((ast.Name,), names),
)
"""The operators that fit nearly every place: in a long function they would leave no room for the others."""

PROCEDURE = tuple(entry for entry in LIKELY if entry[1] in (calls, loops, comprehensions, statements))
"""The operators worth applying to alternatives too: their loops are written out."""


def source_mutants(
    function: ast.FunctionDef, entries: Sequence[Entry] | None = None
) -> Iterator[SourceMutant]:
    """Yield every mutant of a function, the likeliest first; of some operators only where given."""
    tree = Tree(function)
    nodes = [node for statement in body_of(function) for node in ast.walk(statement)]
    variables = local_names(function)

    def changes(some: Sequence[Entry]) -> Iterator[SourceMutant]:
        for types, operator in some:
            for node in (node for node in nodes if isinstance(node, types)):
                for sentence, replacement, words in list(operator(node, variables)):
                    yield SourceMutant(sentence, tree.with_other({node: replacement}), words)

    yield from changes(LIKELY if entries is None else entries)
    for whole in (returns_in_loops, exchanges, copies, constants_for):
        yield from whole(tree)
    yield from changes(UNLIKELY if entries is None else ())
