"""Read off a loop's text what its numbers do not show."""

from __future__ import annotations

import ast
import re

from grader.inside.scripts.rewriting.syntax import (
    Function,
    Round,
    base,
    bound_names,
    called,
    inside,
    is_loss_name,
    loads,
    moves,
    targets,
)
from grader.inside.scripts.trials.found import Found

WIDTH = re.compile(r" \+ [\w.]+ \* [\w.]+| [+-] [\w.]+")
"""What is added to an argument; calls that differ in it alone are the two ends of a difference."""

PRODUCTS = frozenset({"dot", "matmul", "mm", "mv", "outer", "multiply", "einsum"})
"""Functions that multiply their arguments."""


def assigned_names(loop: Round) -> frozenset[str]:
    """Return the plain names that a loop's body binds by assigning to them."""
    every = (item for statement in loop.body for item in inside(statement))
    found = (target for item in every if isinstance(item, ast.Assign) for target in targets(item))
    return frozenset(target.id for target in found if isinstance(target, ast.Name))


def rebinding(loop: Round, tree: ast.AST) -> int:
    """Return the line of ``p = p - …`` where ``p`` is the variable of a loop over parameters, 0 for none.

    The name then stands for another object, and what the list holds stays as it is.
    """
    called_there = called(loop)
    functions = [one for one in ast.walk(tree) if isinstance(one, Function)]
    blocks = [loop, *(one for one in functions if one.name in called_there)]
    rounds = [node for block in blocks for node in ast.walk(block) if isinstance(node, ast.For)]
    return next((line for one in rounds if one is not loop and (line := rebound_in(one))), 0)


def rebound_in(loop: ast.For) -> int:
    """Return the line in which a loop's own variable is bound to less of itself, and is not used again."""
    own = bound_names(loop.target)
    for place, item in enumerate(loop.body):
        if not (isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name)):
            continue
        name = item.targets[0].id
        lowered = isinstance(item.value, ast.BinOp) and isinstance(item.value.op, ast.Sub)
        rest = [loads(one) for one in loop.body[place + 1 :]]
        if name in own and lowered and name in loads(item.value) and not any(name in one for one in rest):
            return item.lineno
    return 0


def note_text(found: Found, loop: Round, plain: Round, tree: ast.Module) -> None:
    """Note what a loop's text shows and its numbers do not; ``plain`` is the loop as the script has it."""
    found.leftover = leftovers(loop, found)
    found.occasional = occasional(plain, found)
    found.multiplied = multiplied(loop, tree, found)
    found.differenced = is_differenced(loop, tree)
    found.seldom = clears_seldom(loop)
    found.behind = is_behind(plain, found)
    found.chosen = is_chosen(loop, {one.name for one in found.parameters})


def is_indexed(loop: Round) -> bool:
    """Tell whether a loop's variable picks entries of the data."""
    if not isinstance(loop, ast.For):
        return False
    names = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
    return any(
        isinstance(node, ast.Subscript) and loads(node.slice) & names
        for item in loop.body
        for node in ast.walk(item)
    )


def clears_seldom(loop: Round) -> bool:
    """Tell whether the number of a round decides if its gradients are cleared, and not if it makes a step."""
    branches = [inner(branch) for choice in choices(loop) for branch in (choice.body, choice.orelse)]
    return any(any(map(is_clearing, branch)) and not is_step(branch) for branch in branches)


def gathers(loop: Round) -> bool:
    """Tell whether every round calls ``backward``, and only every so many make a step.

    A schedule's step moves no parameter, and the round's own may be made in a function.
    """
    found = [
        choice
        for choice in choices(loop)
        if is_step(inner(choice.body)) != is_step(inner(choice.orelse))
        and any(isinstance(node, ast.Mod) for node in ast.walk(choice.test))
        and "sched" not in ast.unparse(choice).lower()
    ]
    within = {id(node) for choice in found for node in inside(choice)}
    rest = [node for node in inner(loop.body) if id(node) not in within]
    return bool(found) and not is_step(rest) and any("backward" in called(node) for node in rest)


def choices(loop: Round) -> list[ast.If]:
    """Return all statements in a loop that choose by the number of the round."""
    if isinstance(loop, ast.For):
        counters = bound_names(loop.target)
    else:
        counted = [node for node in loop.body if isinstance(node, ast.AugAssign)]
        counters = {name for node in counted for target in targets(node) if (name := base(target))}
    return [node for node in inner(loop.body) if isinstance(node, ast.If) and loads(node.test) & counters]


def inner(block: list[ast.stmt]) -> list[ast.AST]:
    """Return all nodes of a block, those of functions in it left aside."""
    return [node for item in block for node in inside(item)]


def is_step(nodes: list[ast.AST]) -> bool:
    """Tell whether one of some statements looks like a step; what changes a loss is none."""
    return any(moves(node) == 3 and not is_of_loss(node) for node in nodes)


def is_of_loss(node: ast.AST) -> bool:
    """Tell whether a statement gives a loss another value, as ``loss = torch.mean(loss)`` does."""
    if not isinstance(node, ast.Assign | ast.AugAssign):
        return False
    return all(is_loss_name(base(target) or "") for target in targets(node))


def is_clearing(node: ast.AST) -> bool:
    """Tell whether a statement clears a gradient that torch adds up."""
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Attribute) and target.attr == "grad" for target in targets(node))
    return isinstance(node, ast.Expr) and bool(called(node) & {"zero_grad", "zero_"})


def picks_entries(loop: Round) -> bool:
    """Tell whether a loop's variable says which entries of the data are read."""
    names = bound_names(loop.target) if isinstance(loop, ast.For) else set()
    read = [node for node in inner(loop.body) if isinstance(node, ast.Subscript)]
    return any(isinstance(node.ctx, ast.Load) and bool(loads(node.slice) & names) for node in read)


def leftovers(loop: ast.For | ast.While, found: Found) -> list[bool]:
    """Tell of each loss whether an inner loop without steps leaves it behind, of its last sample."""
    lines = {line for moves in found.lines.values() for line in moves}
    inner = [node for item in loop.body for node in ast.walk(item) if isinstance(node, ast.For | ast.While)]
    idle = [
        node for node in inner if not any(node.lineno <= line <= (node.end_lineno or 0) for line in lines)
    ]
    bound = set().union(*(bound_names(node) - summed(node) for node in idle)) if idle else set()
    texts = " ".join(ast.unparse(node) for node in idle)
    made = []
    for label in found.losses:
        how, _, name = label.partition(":")
        in_text = how in ("call", "local", "shown") and name in texts and " in " not in name
        made.append((how == "name" and name in bound) or in_text)
    return made


def is_behind(loop: ast.For | ast.While, found: Found) -> bool:
    """Tell whether a step reads what a loop over samples bound anew each time and never added up."""
    lines = {line for moves in found.lines.values() for line in moves}
    given: set[str] = set()
    for node in loop.body:
        read = loads(node)
        if isinstance(node, ast.For):
            whole = [item for item in ast.walk(node) if isinstance(item, ast.Assign | ast.AugAssign)]
            idle = not any(item.lineno in lines for item in whole)
            own = set().union(*map(bound_names, node.body)) - summed(node) - bound_names(node.target)
            given = given | own if idle else given
        elif getattr(node, "lineno", 0) in lines:
            return bool(read & given)
        else:
            given -= bound_names(node)
    return False


def occasional(loop: ast.For | ast.While, found: Found) -> list[bool]:
    """Tell of each loss whether it is only worked out every so many rounds: it is there for show."""
    tests = [node for item in loop.body for node in ast.walk(item) if isinstance(node, ast.If)]
    rare = [node for node in tests if any(isinstance(part, ast.Mod) for part in ast.walk(node.test))]
    inner = [item for node in rare for item in node.body]
    bound = set().union(*map(bound_names, inner)) if inner else set()
    return [label.partition(":")[2] in bound for label in found.losses]


def multiplied(loop: Round, tree: ast.Module, found: Found) -> list[bool]:
    """Tell of each loss whether it is a factor of something, as an error is in ``x.T @ error``."""
    names: set[str] = set()
    functions = [one for one in ast.walk(tree) if isinstance(one, Function) and one.name in called(loop)]
    for node in (part for scope in (loop, *functions) for part in ast.walk(scope)):
        sides: list[ast.expr] = []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.MatMult):
            sides = [node.left, node.right]
        elif isinstance(node, ast.Call) and called(ast.Expr(node)) & PRODUCTS:
            sides = [*node.args, getattr(node.func, "value", node.func)]
        names |= {name for side in sides if (name := base(side)) and not isinstance(side, ast.Attribute)}
    return [label.partition(":")[0] == "name" and label.partition(":")[2] in names for label in found.losses]


def summed(loop: ast.AST) -> set[str]:
    """Return the names that a loop adds to: they hold the sum over its samples, not the last one's value."""
    found = {base(node.target) for node in ast.walk(loop) if isinstance(node, ast.AugAssign)}
    for node in ast.walk(loop):
        if isinstance(node, ast.Assign):
            read = loads(node.value)
            found |= {base(item) for item in targets(node) if base(item) in read}
    return {name for name in found if name}


def is_differenced(loop: ast.For | ast.While, tree: ast.Module) -> bool:
    """Tell whether a loss is called at two places that lie close: a slope by differences, not exact."""
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in called(loop)
    ]
    for scope in (loop, *functions):
        texts: dict[str, set[str]] = {}
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and len(called(ast.Expr(node.func))) == 0:
                name = ast.unparse(node.func)
                if is_loss_name(name) or name in ("f", "func", "fn"):
                    texts.setdefault(name, set()).add(ast.unparse(node))
        if any(len({WIDTH.sub("", text) for text in found}) < len(found) for found in texts.values()):
            return True
    return False


def is_chosen(loop: ast.For | ast.While, parameters: set[str]) -> bool:
    """Tell whether a round itself chooses which entry of a parameter it moves, as a table's ``V[s] += …``."""
    inner = [node for item in loop.body for node in ast.walk(item)]
    counted = {name for node in inner if isinstance(node, ast.For) for name in bound_names(node.target)}
    own = bound_names(loop.target) if isinstance(loop, ast.For) else set()
    chosen = (own | set().union(*map(bound_names, loop.body))) - counted
    moved = [
        target for node in inner if isinstance(node, ast.Assign | ast.AugAssign) for target in targets(node)
    ]
    return any(
        isinstance(target, ast.Subscript) and loads(target.slice) & chosen and base(target) in parameters
        for target in moved
    )
