"""Changes to entries, slices and lines that were copied: another entry, all of them, another number."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from grader.grading.repairs.changes.change import Change, call, last_name, words_of
from grader.grading.repairs.changes.renaming import Renamed


def entries(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield all of what an entry is taken of, or the entry before it or after it."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load) or is_sliced(node):
        return
    written = {"written": node}
    yield Change("entry", node, node.value, written)
    if isinstance(node.slice, ast.BinOp) or ast.unparse(node.slice) in ("0", "-1"):
        yield Change(
            "entry", node, ast.BinOp(call("sum", node.value), ast.Div(), call("len", node.value)), written
        )
    if not isinstance(node.slice, ast.Tuple):
        for op in (ast.Add(), ast.Sub()):
            shifted = ast.BinOp(node.slice, op, ast.Constant(1))
            yield Change("entry", node, ast.Subscript(node.value, shifted, node.ctx), written)
    if isinstance(node.slice, ast.Constant | ast.BinOp):
        for name in names:
            at = ast.Subscript(node.value, ast.Name(name, ast.Load()), node.ctx)
            yield Change("entry", node, at, written)


def stored(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a variable for the fixed place at which an entry is stored."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
        fixed = [one for one in axes_of(node) if isinstance(one, ast.Constant) and isinstance(one.value, int)]
        for place in fixed:
            for name in names:
                yield Change("stored", place, ast.Name(name, ast.Load()), {"written": node})


def slices(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield all of what a slice is taken of, or a slice with one end, or both, one place on or back."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load) or not is_sliced(node):
        return
    if isinstance(node.slice, ast.Slice) and not is_turned(node):
        yield Change("slice", node, node.value, {"written": node})
    match node.slice:
        case ast.Tuple([ast.Slice(None, None, None), ast.Constant() | ast.UnaryOp()]):
            for together in ("sum", "mean"):
                along = ast.keyword("axis", ast.Constant(1))
                whole = ast.Call(ast.Attribute(node.value, together, ast.Load()), [], [along])
                yield Change("entry", node, whole, {"written": node})
    axes = axes_of(node)
    for axis, one in enumerate(axes):
        for moved in moved_slices(one) if isinstance(one, ast.Slice) else ():
            every = [*axes[:axis], moved, *axes[axis + 1 :]]
            place = ast.Tuple(every, ast.Load()) if len(axes) > 1 else moved
            yield Change("slice_moved", node, ast.Subscript(node.value, place, node.ctx), {"written": node})


def is_sliced(node: ast.Subscript) -> bool:
    """Tell whether several entries are taken."""
    return any(isinstance(one, ast.Slice) for one in axes_of(node))


def moved_slices(one: ast.Slice) -> Iterator[ast.Slice]:
    """Yield a slice both of whose ends are one place on or back, and slices of which one end is."""
    for op in (ast.Add(), ast.Sub()):
        lower, upper = (end and ast.BinOp(end, op, ast.Constant(1)) for end in (one.lower, one.upper))
        if one.lower and one.upper:
            yield ast.Slice(lower, upper, one.step)
        if one.lower:
            yield ast.Slice(lower, one.upper, one.step)
        if one.upper:
            yield ast.Slice(one.lower, upper, one.step)


def turned(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a sequence in its own order, where it is gone through from its end, and the other way round."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and is_turned(node):
        yield Change("turned", node, node.value, {"written": node})
    if isinstance(node, ast.Call) and last_name(node.func) in ("reversed", "flip") and node.args:
        yield Change("turned", node, node.args[0], {"written": node})
    if isinstance(node, ast.For | ast.comprehension) and isinstance(node.iter, ast.Name | ast.Attribute):
        backwards = ast.Slice(None, None, ast.UnaryOp(ast.USub(), ast.Constant(1)))
        yield Change("unturned", node.iter, taken(node.iter, backwards), {"written": node.iter})


def taken(whole: ast.expr, place: ast.expr) -> ast.Subscript:
    """Return an entry of something, or a slice of it."""
    return ast.Subscript(whole, place, ast.Load())


def by_their_entry(tree: ast.AST, found: Iterable[Change]) -> Iterator[Change]:
    """Yield changes, those that add something to the place of an entry as what they are: another entry."""
    entry = {
        id(inner): node
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
        for inner in ast.walk(node.slice)
    }
    for one in found:
        node = entry.get(id(one.place)) if one.adds else None
        kind = "slice_moved" if node is not None and is_sliced(node) else "entry"
        yield one if node is None else replace(one, kind=kind, words={"written": node})


def is_turned(node: ast.Subscript) -> bool:
    """Tell whether all of a sequence is taken from its end, along one of its axes at least."""
    return any(isinstance(one, ast.Slice) and ast.unparse(one) == "::-1" for one in axes_of(node))


def axes_of(node: ast.Subscript) -> list[ast.expr]:
    """Return what is taken along each axis."""
    return list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]


def copied(node: ast.AST, names: tuple[str, ...]) -> Iterator[Change]:
    """Yield a line with one number for another in all its variables: h2 and w2 where h1 and w1 stand."""
    if not isinstance(node, ast.Assign | ast.AugAssign):
        return
    read = [inner.id for inner in ast.walk(node.value) if isinstance(inner, ast.Name)]
    digits = sorted({digit for name in read for digit in re.findall(r"\d", name)})
    for old in digits:
        for new in sorted(set("123456789") - {old}):
            fitting = {name for name in read if old in name and name.replace(old, new) in names}
            if len(fitting) > 1:
                value = Renamed({name: name.replace(old, new) for name in fitting}).visit(
                    copy.deepcopy(node.value)
                )
                yield Change("copied", node.value, value, words_of(node))
