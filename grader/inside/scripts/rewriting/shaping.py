"""Write a training that is no loop as one: a function that calls itself, or a single step."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from grader.inside.scripts.rewriting.loops import TRAINS, loops
from grader.inside.scripts.rewriting.syntax import (
    Function,
    Round,
    base,
    called,
    inside,
    is_loss_name,
    loads,
    moves,
    targets,
)

BACK = re.compile(r"back|grad|forward|propag", re.IGNORECASE)
"""Names of functions that work gradients out, or what these are made of."""

ONCE = "__look_single__"
"""The variable of a loop that goes round once."""


def shaped(tree: ast.Module) -> ast.Module:
    """Return the tree with loops in the place of recursion and, where nothing else trains, of one step."""
    for node in ast.walk(tree):
        if isinstance(node, Function) and is_recursive(node):
            unrolled(node)
    if all(loop.score < TRAINS for loop in loops(tree)):
        for body in bodies(tree):
            once(body)
    return ast.fix_missing_locations(tree)


# ---- recursion -----------------------------------------------------------------------------------


def is_recursive(function: Function) -> bool:
    """Tell whether a function ends by calling itself, and nothing else in it is a loop or such a call."""
    given = function.args
    calls = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function.name
    ]
    ends = [end for end in tails(function.body) if again(end, function) is not None]
    plain = not (given.vararg or given.kwarg or given.kwonlyargs or given.posonlyargs)
    moved = any(isinstance(node, ast.Sub) for node in ast.walk(function))
    return plain and moved and 0 < len(calls) == len(ends) and bool(given.args)


def tails(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Return the statements with which a block may end, in both branches of conditions."""
    found = [item for item in body[:-1] if isinstance(item, ast.Return)] + list(body[-1:])
    for item in body:
        if isinstance(item, ast.If):
            found += tails(item.body) + tails(item.orelse)
    return found


def again(statement: ast.stmt, function: Function) -> ast.Call | None:
    """Return the call with which a function begins again, None where a statement is no such call."""
    value = statement.value if isinstance(statement, ast.Return | ast.Expr) else None
    if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Name)):
        return None
    given = [word.arg for word in value.keywords]
    starred = any(isinstance(item, ast.Starred) for item in value.args) or None in given
    known = len(value.args) <= len(function.args.args)
    return value if value.func.id == function.name and known and not starred else None


def unrolled(function: Function) -> None:
    """Put a loop around a function's body; where it calls itself, its parameters get their next values."""
    body = Again(function).block(function.body)
    ending = ast.copy_location(ast.Return(None), function.body[-1])
    loop = ast.While(ast.Constant(True), [*body, ending], [])
    loop.lineno, loop.col_offset = function.body[0].lineno, function.body[0].col_offset
    loop.end_lineno, loop.end_col_offset = function.end_lineno, function.end_col_offset
    function.body = [loop]


class Again:
    """Exchanges the calls with which a function begins again."""

    def __init__(self, function: Function) -> None:
        """Note the function's parameters and their defaults."""
        self.function = function
        self.names = [item.arg for item in function.args.args]
        defaults = function.args.defaults
        self.defaults = dict(zip(self.names[len(self.names) - len(defaults) :], defaults, strict=True))

    def block(self, body: Sequence[ast.stmt]) -> list[ast.stmt]:
        """Return a block's statements with the calls exchanged."""
        made: list[ast.stmt] = []
        for item in body:
            if isinstance(item, ast.If):
                item.body, item.orelse = self.block(item.body), self.block(item.orelse)
            call = again(item, self.function)
            made += [item] if call is None else self.next(call, item)
        return made

    def next(self, call: ast.Call, statement: ast.stmt) -> list[ast.stmt]:
        """Return the statements that give the parameters their next values."""
        words = {word.arg: word.value for word in call.keywords if word.arg}
        values = {**self.defaults, **words, **dict(zip(self.names, call.args, strict=False))}
        pairs = [(name, values[name]) for name in self.names if name in values]
        into = ast.Tuple([ast.Name(name, ast.Store()) for name, _ in pairs], ast.Store())
        assign = ast.Assign([into], ast.Tuple([value for _, value in pairs], ast.Load()))
        return [ast.copy_location(item, statement) for item in (assign, ast.Continue())]


# ---- a single step -------------------------------------------------------------------------------


def bodies(tree: ast.Module) -> list[list[ast.stmt]]:
    """Return the blocks that may hold a single step: the script's, its main guard's, those of functions."""
    guards = [node.body for node in tree.body if isinstance(node, ast.If)]
    functions = [node.body for node in ast.walk(tree) if isinstance(node, Function)]
    return [tree.body, *guards, *functions]


def once(body: list[ast.stmt]) -> None:
    """Put a loop that goes round once around a step, from where its parameters are known to where it ends."""
    steps = [place for place, item in enumerate(body) if is_step(item)]
    if not steps:
        return
    moved = {name for place in steps for name in moved_by(body[place])}
    made = [
        place
        for place, item in enumerate(body[: steps[0]])
        if isinstance(item, Function | ast.ClassDef | ast.Import | ast.ImportFrom) or moved & moved_by(item)
    ]
    first, last = max(made, default=-1) + 1, steps[-1]
    while first < last and not (called(body[first]) or moved & loads(body[first])):
        first += 1  # what only names the data
    part = body[first : last + 1]
    if not any(is_about_loss(item) for item in part):
        return
    loop = ast.For(ast.Name(ONCE, ast.Store()), ast.Tuple([ast.Constant(0)], ast.Load()), part, [])
    ast.copy_location(loop, part[0])
    loop.end_lineno, loop.end_col_offset = part[-1].end_lineno, part[-1].end_col_offset
    body[first : last + 1] = [loop]


def is_step(statement: ast.stmt) -> bool:
    """Tell whether a statement moves parameters; one with blocks, whether it does nothing else."""
    if isinstance(statement, ast.With):
        return any(map(is_step, statement.body))
    if isinstance(statement, Round):
        return any(map(is_step, statement.body)) and not any(is_about_loss(item) for item in statement.body)
    return moves(statement) == 3 and not isinstance(statement, Function)


def moved_by(statement: ast.stmt) -> set[str]:
    """Return the names that a statement binds, or whose parts it changes."""
    every = [item for item in inside(statement) if isinstance(item, ast.stmt)]
    return {name for item in every for target in targets(item) if (name := base(target))}


def is_about_loss(statement: ast.stmt) -> bool:
    """Tell whether a statement works a loss out, or has gradients taken of it."""
    names = {item.id for item in ast.walk(statement) if isinstance(item, ast.Name)} | called(statement)
    return any(map(is_loss_name, names)) or any(map(BACK.search, called(statement)))
