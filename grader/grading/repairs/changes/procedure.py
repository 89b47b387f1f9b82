"""Changes in a procedure: a line too many, in the wrong place, a loop over too few or too many."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any

from grader.grading.repairs.changes.change import Change, last_name, renamed, words_of
from grader.grading.repairs.changes.renaming import Renamed


def assignments(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield "+=" for "=", "=" for "+=", another operator in place, or the other one of two targets."""
    if isinstance(node, ast.AugAssign):
        plain = ast.Assign([node.target], node.value, lineno=node.lineno)
        yield Change("added", node, [plain], words_of(node))
        for other in (ast.Add, ast.Sub):
            if not isinstance(node.op, other) and isinstance(node.op, ast.Add | ast.Sub):
                yield Change("sign", node, [ast.AugAssign(node.target, other(), node.value)])
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        if isinstance(target, ast.Name | ast.Subscript | ast.Attribute) and not reads(node.value, target):
            for op in (ast.Add(), ast.Sub()):
                yield Change("overwritten", node, [ast.AugAssign(target, op, node.value)], {"written": node})
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
        turned = ast.Tuple(node.value.elts[::-1], ast.Load())
        yield Change("results_exchanged", node, [ast.Return(turned)])


def reads(value: ast.expr, target: ast.expr) -> bool:
    """Tell whether a value is made of what its target held before, so that nothing is forgotten."""
    before = ast.unparse(target)
    return any(isinstance(inner, ast.expr) and ast.unparse(inner) == before for inner in ast.walk(value))


def in_place(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a new value in the place of a change of what a name stands for."""
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        value = ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value)
        plain = ast.Assign([node.target], value, lineno=node.lineno)
        yield Change("in_place", node, [plain], words_of(node))
    name = last_name(node.func) if isinstance(node, ast.Call) else ""
    if isinstance(node, ast.Call) and name.endswith("_") and not name.endswith("__"):
        yield Change("in_place", node, renamed(node, name[:-1]), {"written": node})


def aliases(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a copy in the place of an array itself that is stored, or given a second name."""
    one = ast.Constant(1)
    match node:
        case ast.Call(ast.Attribute(_, "append"), [ast.Name() as stored], []):
            copied = ast.Call(node.func, [ast.BinOp(stored, ast.Mult(), one)], [])
            yield Change("alias", node, copied, {"written": node})
        case ast.Assign([ast.Name()], ast.Name() as stored):
            value = ast.BinOp(stored, ast.Mult(), one)
            yield Change("alias", node, [ast.Assign(node.targets, value, lineno=node.lineno)], words_of(node))


def needed_later(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a loop in which what a line makes of a value has another name: the next round needs the value."""
    for place, line in enumerate(node.body) if isinstance(node, ast.For) else ():
        match line:
            case ast.Assign([ast.Name(name)], value):
                used = reads(value, ast.Name(name, ast.Load()))
            case ast.AugAssign(ast.Name(name), op, amount):
                value, used = ast.BinOp(ast.Name(name, ast.Load()), op, amount), True
            case _:
                continue
        if used:
            assert isinstance(node, ast.For)
            rest = [Renamed({name: MADE}).visit(copy.deepcopy(one)) for one in node.body[place + 1 :]]
            made = ast.Assign([ast.Name(MADE, ast.Store())], value, lineno=line.lineno)
            changed = [*node.body[:place], made, *rest]
            yield Change("needed_later", node, changed, words_of(line), block="body", at=line)


MADE = "grader_made"
"""The name of what a line makes of a value that is kept."""


def rebound(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a change of what a name stands for in the place of a new value."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.value, ast.BinOp):
        target, left = node.targets[0], node.value.left
        if isinstance(target, ast.Name) and isinstance(left, ast.Name) and target.id == left.id:
            changed = ast.AugAssign(target, node.value.op, node.value.right)
            yield Change("rebound", node, [changed], {"written": node, "name": target.id})


def needless(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a line left out, or done whatever a condition says."""
    documents = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr | ast.Break | ast.Continue) and not documents:
        yield Change("needless", node, [ast.Pass()], {"written": node})
    if isinstance(node, ast.IfExp):
        yield Change("block", node, node.orelse, {"written": node.test})
    if isinstance(node, ast.If):
        test = {"written": node.test}
        turned = ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        yield Change("condition", node, [turned], test)
        yield Change("condition", node, node.body, test)
        yield Change("block", node, node.orelse or [ast.Pass()], test)


def clearings(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a loop in which gradients are cleared before they are filled."""
    for place, line in enumerate(node.body) if isinstance(node, ast.For | ast.While) else ():
        match line:
            case ast.Expr(ast.Call(ast.Attribute(_, "backward"))):
                assert isinstance(node, ast.For | ast.While)
                for name in names:
                    for text in (f"{name}.zero_grad()", f"{name}.grad = None"):
                        changed = [*node.body[:place], *ast.parse(text).body, *node.body[place:]]
                        yield Change("clearing_missing", node, changed, words_of(line), block="body", at=line)


def only_the_first(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a block that goes through a sequence where it takes only the first or last one of it."""
    block = getattr(node, "body", None)
    if not isinstance(node, ast.stmt) or not isinstance(block, list):
        return
    for place, line in enumerate(block[:-1]):
        match line:
            case ast.Assign([target], ast.Subscript(sequence, ast.Constant())):
                each = ast.For(target, sequence, block[place + 1 :], [])
                changed = [*block[:place], each]
                yield Change("only_the_first", node, changed, words_of(line), block="body", at=line)


def goes_on(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a loop that ends where, under a condition, it has found something."""
    for inner in node.body if isinstance(node, ast.For) else ():
        if isinstance(inner, ast.If) and isinstance(inner.body[-1], ast.Assign):
            body = [*inner.body, ast.Break()]
            yield Change("goes_on", inner, body, words_of(inner.body[-1]), block="body", at=inner.body[-1])


def leaving(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield what ends a function in the place of what goes on with the next round, or ends one loop only."""
    last = node.body[-1] if isinstance(node, ast.FunctionDef) else None
    if isinstance(last, ast.Return):
        for inner in ast.walk(node):
            if isinstance(inner, ast.Continue | ast.Break):
                yield Change("leaves", inner, [ast.Return(last.value)], words_of(inner))


def loops_exchanged(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield two loops, of which one holds nothing but the other, the other way round."""
    match node:
        case ast.For(target, sequence, [ast.For(inner, others, body, [])], []):
            turned = ast.For(inner, others, [ast.For(target, sequence, body, [])], [])
            yield Change("loops_exchanged", node, [turned])
        case ast.ListComp(value, [first, second]):
            yield Change("loops_exchanged", node, ast.ListComp(value, [second, first]))


def ranges(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a range that begins or ends one earlier or later, or both."""
    if isinstance(node, ast.Call) and last_name(node.func) == "range" and node.args:
        for place, argument in enumerate(node.args[:2]):
            for op in (ast.Add(), ast.Sub()):
                changed = list(node.args)
                changed[place] = ast.BinOp(argument, op, ast.Constant(1))
                yield Change("range", node, ast.Call(node.func, changed, []), {"written": node})
        if len(node.args) == 1:
            ends = [ast.Constant(1), ast.BinOp(node.args[0], ast.Add(), ast.Constant(1))]
            yield Change("range", node, ast.Call(node.func, ends, []), {"written": node})
        else:
            yield Change("range", node, ast.Call(node.func, [node.args[1]], []), {"written": node})


def places(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield the lines of a block in another order, and lines moved into a loop or out of it."""
    for name in ("body", "orelse"):
        block = getattr(node, name, None)
        if isinstance(node, ast.stmt) and isinstance(block, list) and len(block) <= LINES_AT_MOST:
            if any(isinstance(line, ast.Global | ast.Nonlocal) for line in block):
                continue  # such a line has to stand first
            yield from reordered(block)
            yield from moved_in(node, name, block)
    if isinstance(node, ast.For):
        yield from moved_out(node)


LINES_AT_MOST = 14
"""Lines of a block whose order is tried; there are as many orders as the square of this."""


def reordered(block: list[ast.stmt]) -> Iterator[Change]:
    """Yield a block with one of its lines in another place."""
    for here, line in enumerate(block):
        rest = [*block[:here], *block[here + 1 :]]
        for there in range(len(block)):
            if there not in (here, here - 1) and not isinstance(line, ast.Return | ast.FunctionDef):
                anchor, behind = (rest[-1], True) if there == len(rest) else (rest[there], False)
                words = words_of(line)
                yield Change("order", line, [ast.Pass()], words, at=line, anchor=anchor, behind=behind)


def with_block(node: ast.stmt, name: str, block: list[ast.stmt]) -> list[ast.stmt]:
    """Return a statement with another block."""
    fields: dict[str, Any] = dict(ast.iter_fields(node))
    return [type(node)(**{**fields, name: block})]


def moved_out(node: ast.For) -> Iterator[Change]:
    """Yield a loop whose first lines stand before it, or whose last ones behind it."""
    for count in range(1, min(4, len(node.body))):
        last, first = node.body[-count:], node.body[:count]
        if not leaves(last):
            behind = with_block(node, "body", node.body[:-count])
            yield Change("inside_loop", node, [*behind, *last], words_of(last[0]), at=last[0])
        if not leaves(first):
            before = with_block(node, "body", node.body[count:])
            yield Change("inside_loop", node, [*first, *before], words_of(first[0]), at=first[0])


def leaves(lines: list[ast.stmt]) -> bool:
    """Tell whether lines leave the loop around them, or its round: outside of it they would be no Python."""
    return any(isinstance(inner, ast.Break | ast.Continue) for line in lines for inner in ast.walk(line))


def moved_in(node: ast.stmt, name: str, block: list[ast.stmt]) -> Iterator[Change]:
    """Yield a block whose loop takes in the line before it, or the lines behind it."""
    for place, loop in enumerate(block):
        if not isinstance(loop, ast.For):
            continue
        for count in (1, 2, 3):
            kind = "outside_loop" if count == 1 else "outside_loop_lines"
            rest = block[place + 1 : place + 1 + count]
            if len(rest) == count and not any(isinstance(line, ast.Return) for line in rest):
                inner = with_block(loop, "body", [*loop.body, *rest])
                changed = [*block[:place], *inner, *block[place + 1 + count :]]
                yield Change(kind, node, changed, words_of(rest[0]), block=name, at=rest[0])
            before = block[max(place - count, 0) : place]
            if len(before) == count and not any(isinstance(line, ast.FunctionDef) for line in before):
                inner = with_block(loop, "body", [*before, *loop.body])
                changed = [*block[: place - count], *inner, *block[place + 1 :]]
                yield Change(kind, node, changed, words_of(before[0]), block=name, at=before[0])
