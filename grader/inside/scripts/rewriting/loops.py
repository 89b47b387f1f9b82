"""Find the loops of a script that may be its training, the likeliest first."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.inside.scripts.rewriting.syntax import (
    Function,
    Round,
    Scoped,
    base,
    called,
    declared,
    inside,
    is_copied,
    is_gathered,
    is_loss_name,
    moves,
    renamed,
    targets,
)

WORDS = re.compile(r"backward|\.step\(|update|train|optimi|fit\(", re.IGNORECASE)
HELPERS = re.compile(r"loss|cost|grad|forward|predict|accuracy|sigmoid|numeric|plot|test|eval", re.IGNORECASE)
"""Functions whose loops add something up and train nothing."""


TRAINS = 6
"""The score from which on a loop holds a statement like a step, or calls a function that does."""


@dataclass(frozen=True)
class Loop:
    """A loop by its place in the tree (the number of its node in ``ast.walk``), and how likely it trains."""

    place: int
    line: int
    end: int
    depth: int
    score: int
    function: str = ""


def loops(tree: ast.Module) -> list[Loop]:
    """Return the loops that move something, the likeliest first; of a nest the innermost that has it all."""
    places = {id(node): place for place, node in enumerate(ast.walk(tree))}
    movers = functions_that_move(tree)
    found = []
    for node, depth, function in nest(tree.body, 0, ""):
        score = likelihood(node, function, movers)
        if score > 0:
            end = node.end_lineno or node.lineno
            found.append(Loop(places[id(node)], node.lineno, end, depth, score, function))
    return sorted(found, key=lambda loop: (-loop.score, -loop.depth, loop.line))


def nest(body: Sequence[ast.AST], depth: int, function: str) -> Iterator[tuple[Round, int, str]]:
    """Yield every loop with the number of loops around it and the function it stands in."""
    for node in body:
        if isinstance(node, ast.Lambda | ast.AsyncFunctionDef):
            continue  # the body of a loop cannot be taken out of a coroutine
        inner = depth
        name = function
        if isinstance(node, Round):
            yield node, depth, function
            inner = depth + 1
        elif isinstance(node, Function):
            inner, name = 0, f"{function}.{node.name}".lstrip(".")
        yield from nest(list(ast.iter_child_nodes(node)), inner, name)


def functions_that_move(tree: ast.Module) -> set[str]:
    """Return the names of functions and methods that make a step, by themselves or through another."""
    bodies = {node.name: node for node in ast.walk(tree) if isinstance(node, Function)}
    found = {
        name
        for name, node in bodies.items()
        if any(moves(item) == 3 or is_global_sum(item, node) for item in inside(node)) and is_step(node)
    }
    while True:
        more = {name for name, node in bodies.items() if name not in found and called(node) & found}
        if not more:
            return found
        found |= more


def is_global_sum(item: ast.AST, function: Function) -> bool:
    """Tell whether a statement adds something worked out to a global name, as in ``W = W + change``."""
    if not isinstance(item, ast.Assign | ast.AugAssign) or moves(item) == 0:
        return False
    if any(isinstance(part, ast.Constant) for part in ast.iter_child_nodes(item.value)):
        return False
    return any(base(target) in declared(function, ast.Global) for target in targets(item))


def is_step(function: Function) -> bool:
    """Tell whether a function's moves are those of parameters and not of a local sum."""
    return not HELPERS.search(function.name) or bool(WORDS.search(ast.unparse(function)))


def likelihood(node: Round, function: str, movers: set[str]) -> int:
    """Return how likely a loop is the training; 0 where it moves nothing."""
    text = "\n".join(ast.unparse(statement) for statement in node.body)
    own = max((moves(item) for statement in node.body for item in inside(statement)), default=0)
    through = (
        3 if called(node) & movers or renamed(node.body) or is_gathered(node.body) or is_copied(node) else 0
    )
    every = [item for statement in node.body for item in ast.walk(statement)]
    if not (own or through) or any(isinstance(item, ast.YieldFrom | ast.Await) for item in every):
        return 0
    score = max(own, through) * 2
    score += 4 if ".backward(" in text or re.search(r"\.step\(", text) else 0
    score += 1 if WORDS.search(text) else 0
    names = {item.id for item in every if isinstance(item, ast.Name)}.union(*map(called, node.body))
    score += 2 if any(is_loss_name(name) for name in names) else 0
    score += 1 if not function else 0
    score -= 5 if HELPERS.search(function.rpartition(".")[2]) and "train" not in function else 0
    return max(score, 1)


def apart(tree: ast.Module, found: Sequence[Loop], places: Sequence[int]) -> list[Loop]:
    """Return the loops that are no part of those at some places: neither around nor in them, nor called."""
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    nodes = {loop.place: at(tree, loop.place) for loop in found}
    taken = [at(tree, place) for place in places]

    def reached(node: ast.AST) -> set[int]:
        """Return the numbers of what stands below a node, and in the functions called there."""
        names, below, todo = set[str](), set[int](), [node]
        while todo:
            item = todo.pop()
            below |= {id(part) for part in ast.walk(item)}
            more = called(item) - names
            names |= more
            todo += [one for one in functions if one.name in more]
        return below

    seen = [reached(node) for node in taken]
    return [
        loop
        for loop in found
        if not any(id(nodes[loop.place]) in one for one in seen)
        and not reached(nodes[loop.place]) & {id(node) for node in taken}
    ]


def at(tree: ast.Module, place: int) -> Round:
    """Return the loop at a place of the tree.

    Raises:
        LookupError: there is none.
    """
    for number, node in enumerate(ast.walk(tree)):
        if number == place and isinstance(node, Round):
            return node
    raise LookupError(place)


def scopes_of(tree: ast.Module, loop: Round) -> list[ast.AST]:
    """Return the scopes around a loop, the module first."""
    path: list[ast.AST] = []

    def search(node: ast.AST, around: list[ast.AST]) -> bool:
        if node is loop:
            path.extend(around)
            return True
        inner = [*around, node] if isinstance(node, Scoped | ast.Module) else around
        return any(search(child, inner) for child in ast.iter_child_nodes(node))

    search(tree, [])
    return path
