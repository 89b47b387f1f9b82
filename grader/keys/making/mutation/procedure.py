"""Mutants in a procedure: a statement left out, a loop over too few items, a return inside it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import combinations

from grader.keys.making.mutation.formulas import COMMON_RATES, OTHER_OPERATORS, siblings
from grader.keys.making.mutation.tree import NO_WORDS, Replacement, SourceMutant, Tree, local_names


def statements(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield a statement left out, a sum set anew in every round, brackets of a call forgotten."""
    if isinstance(node, ast.AugAssign):
        target = ast.Name(node.target.id, ast.Store()) if isinstance(node.target, ast.Name) else node.target
        yield "overwritten", ast.Assign([target], node.value, lineno=1), NO_WORDS
        for other, sentence in OTHER_OPERATORS.get(type(node.op), ()):
            yield sentence, ast.AugAssign(node.target, other(), node.value), NO_WORDS
    if isinstance(node, ast.AugAssign | ast.Expr | ast.Assign):
        yield "statement_missing", ast.Pass(), NO_WORDS
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "call_brackets", ast.Expr(node.value.func), NO_WORDS
    if isinstance(node, ast.If):
        yield "condition_turned", ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse), NO_WORDS
        yield "condition_missing", ast.If(ast.Constant(True), node.body, node.orelse), NO_WORDS
    if isinstance(node, ast.Continue):
        yield "stops_early", ast.Break(), NO_WORDS


LOOPS = (
    ("1:", "loop_first_missing"),
    (":-1", "loop_last_missing"),
    (":1", "loop_first_only"),
    ("::2", "loop_second"),
)
"""Which items of a loop are left, as a slice, and the sentence for it."""


def loops(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield a loop over too few items, in the wrong order, or left too early."""
    if not isinstance(node, ast.For):
        return
    items = ast.unparse(node.iter)
    for piece, sentence in (*LOOPS, ("::-1", "loop_reversed"), ("-1:", "loop_last_only")):
        yield sentence, with_iter(node, f"list({items})[{piece}]"), NO_WORDS
    for place in range(len(node.body)):
        rest = node.body[:place] + node.body[place + 1 :]
        inner = ast.For(node.target, node.iter, rest or [ast.Pass()], [], lineno=1)
        yield "after_the_loop", ast.If(ast.Constant(True), [inner, node.body[place]], []), NO_WORDS
    for place in range(len(node.body) - 1):
        order = [*node.body[:place], node.body[place + 1], node.body[place], *node.body[place + 2 :]]
        yield "order_of_statements", ast.For(node.target, node.iter, order, [], lineno=1), NO_WORDS


def comprehensions(node: ast.AST, variables: tuple[str, ...]) -> Iterator[Replacement]:
    """Yield the loop inside a list or a sum over too few items."""
    if isinstance(node, ast.comprehension):
        for piece, sentence in (*LOOPS, ("-1:", "loop_last_only")):
            items = ast.parse(f"list({ast.unparse(node.iter)})[{piece}]", mode="eval").body
            yield sentence, ast.comprehension(node.target, items, node.ifs, node.is_async), NO_WORDS


def with_iter(node: ast.For, items: str) -> ast.For:
    """Return a loop over other items."""
    return ast.For(node.target, ast.parse(items, mode="eval").body, node.body, node.orelse, lineno=1)


def returns_in_loops(tree: Tree) -> Iterator[SourceMutant]:
    """Yield the function with its last return moved into each of its loops."""
    last = tree.function.body[-1]
    if isinstance(last, ast.Return):
        for node in [node for node in tree.places if isinstance(node, ast.For)]:
            inside = ast.For(node.target, node.iter, [*node.body, last], [], lineno=1)
            yield SourceMutant("return_in_loop", tree.with_other({node: inside}))


def exchanges(tree: Tree) -> Iterator[SourceMutant]:
    """Yield the function with two of its parameters exchanged wherever they are read."""
    parameters = [argument.arg for argument in tree.function.args.args]
    read = reads(tree.places)
    for one, other in combinations(parameters, 2):
        exchanged: dict[ast.AST, ast.AST] = {
            node: ast.Name(other if node.id == one else one, ast.Load())
            for node in read
            if node.id in (one, other)
        }
        yield SourceMutant("names_exchanged", tree.with_other(exchanged), {"one": one, "other": other})


def copies(tree: Tree) -> Iterator[SourceMutant]:
    """Yield the function with a line that was copied, and keeps a number of the line before."""
    variables = local_names(tree.function)
    for line in [node for node in tree.places if isinstance(node, ast.Assign | ast.AugAssign | ast.Return)]:
        read = reads(ast.walk(line))
        for name in dict.fromkeys(node.id for node in read):
            places = [node for node in read if node.id == name]
            for other in siblings(name, variables) if len(places) > 1 else ():
                yield SourceMutant("other_name", tree.with_other(called(places, other)), {"name": other})


def constants_for(tree: Tree) -> Iterator[SourceMutant]:
    """Yield the function with a fixed number wherever one of its parameters is read."""
    read = reads(tree.places)
    for name in [argument.arg for argument in tree.function.args.args]:
        places = [node for node in read if node.id == name]
        for number in COMMON_RATES if len(places) > 1 else ():
            fixed: dict[ast.AST, ast.AST] = {node: ast.Constant(number) for node in places}
            yield SourceMutant("fixed_number", tree.with_other(fixed), {"name": name})


def reads(nodes: Iterable[ast.AST]) -> list[ast.Name]:
    """Return the names that are read."""
    return [node for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]


def called(nodes: Iterable[ast.Name], other: str) -> dict[ast.AST, ast.AST]:
    """Return another name in place of each of these."""
    return {node: ast.Name(other, ast.Load()) for node in nodes}
