"""Changes that do to one quantity what stands elsewhere in the function, done to another one."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeGuard

from grader.grading.repairs.changes.calls import turned
from grader.grading.repairs.changes.change import Change, last_name
from grader.grading.repairs.changes.missing import is_quantity
from grader.grading.source import names_in

Example = ast.BinOp | ast.Call

AT_MOST = 6
"""Examples that are followed; a long function has more."""


def examples_in(
    scopes: Iterable[tuple[tuple[str, ...], Iterable[ast.AST]]], functions: Collection[str]
) -> tuple[Example, ...]:
    """Return the products and quotients with a whole formula, and the calls of the file's ``functions``."""
    every = (node for _, nodes in scopes for node in nodes)
    found = {ast.unparse(node): node for node in every if is_example(node, functions)}
    return tuple(found.values())[:AT_MOST]


def is_example(node: ast.AST, functions: Collection[str]) -> TypeGuard[Example]:
    """Tell whether a node does something to a quantity that may have to be done to another as well."""
    match node:
        case ast.BinOp(_, ast.Div() | ast.Mult(), ast.BinOp() as right):
            return bool(names_in(right))
        case ast.Call(ast.Name(name), [_, *rest]):
            return name in functions and bool(rest) and not any(isinstance(one, ast.Starred) for one in rest)
    return False


def as_elsewhere(examples: Sequence[Example], node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield what examples do, done to a quantity: with the same names, and with 2 for 1 in these."""
    if not is_quantity(node, names):
        return
    assert isinstance(node, ast.expr)
    for example in examples:
        for one in (example, with_other_numbers(example, names)):
            match one:
                case ast.BinOp():
                    kind = "divisor_missing" if isinstance(one.op, ast.Div) else "factor_missing"
                    yield Change(kind, node, ast.BinOp(node, one.op, one.right), adds=True)
                case ast.Call():
                    called = ast.Call(one.func, [node, *one.args[1:]], one.keywords)
                    yield Change("call_missing", node, called, {"name": last_name(one.func)}, adds=True)


def with_other_numbers(example: Example, names: tuple[str, ...]) -> Example | None:
    """Return an example with 1 and 2 exchanged in its names, None where there are no such names."""
    changed = copy.deepcopy(example)
    inner = changed.args[1:] if isinstance(changed, ast.Call) else [changed.right]
    renamed = [node for one in inner for node in ast.walk(one) if isinstance(node, ast.Name)]
    before = [node.id for node in renamed]
    for node in renamed:
        other = re.sub("[12]", lambda digit: "2" if digit[0] == "1" else "1", node.id)
        node.id = other if other in names else node.id
    return changed if [node.id for node in renamed] != before else None


def missing_products(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a product with one of the function's matrices for a factor that should have come through it."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Mult):
        return
    for side in (one for one in (node.left, node.right) if isinstance(one, ast.Name)):
        for name in (one for one in names if one != side.id):
            other = ast.Name(name, ast.Load())
            for left, right in ((side, other), (side, turned(other)), (turned(other), side)):
                product = ast.BinOp(left, ast.MatMult(), right)
                yield Change("product_missing", side, product, {"name": name}, adds=True)


def letters(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield an einsum with another letter in one place."""
    match node:
        case ast.Call(_, [ast.Constant(str(text)) as pattern, *_]) if last_name(node.func) == "einsum":
            known = sorted(set(re.findall("[a-z]", text)))
            for place, letter in enumerate(text):
                for other in known if letter in known else ():
                    changed = text[:place] + other + text[place + 1 :]
                    if other != letter:
                        yield Change("letters", pattern, ast.Constant(changed), {"written": pattern})
