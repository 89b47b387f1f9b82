"""Rewrite a program so that it reduces and multiplies arrays with loops, as many students do."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace
from functools import lru_cache

from grader.inside.observation import Program
from grader.keys.pieces import pieces
from grader.prove.evidence import looped

LIBRARIES = ("numpy", "torch")

SPACE = "loops_of_prove"
"""The one name that a rewritten program has more: the namespace of ``grader.prove.evidence.looped``."""


def rewrite(program: Program) -> Program:
    """Return the program with loops in place of NumPy's and torch's sums, means, extremes and products.

    What it computes stays the same up to rounding. A program with nothing to rewrite comes back as it is.
    """
    parts = pieces(program.text)
    libraries = frozenset().union(*map(aliases, parts))
    changed = [in_loops(piece, libraries) for piece in parts]
    if not any(found for _, found in changed):
        return program
    # Run in a namespace of its own, so that no task of the page can have the name of one of its functions.
    loops = f"{SPACE} = {{}}\nexec({inspect.getsource(looped)!r}, {SPACE})"
    texts = [text for text, _ in changed]
    start = next((place for place, piece in enumerate(parts) if not stays_in_front(piece)), len(parts))
    return replace(program, text="\n".join([*texts[:start], loops, *texts[start:]]) + "\n")


@lru_cache(2048)  # nearly all statements are those of other programs of the page
def in_loops(piece: str, libraries: frozenset[str]) -> tuple[str, int]:
    """Return some statements with loops, and in how many places."""
    rewriter = Rewriter(libraries)
    changed = rewriter.visit(ast.parse(piece))
    return ast.unparse(ast.fix_missing_locations(changed)), rewriter.found


@lru_cache(2048)
def aliases(piece: str) -> frozenset[str]:
    """Return the names under which some statements import NumPy and torch."""
    nodes = ast.walk(ast.parse(piece))
    imports = [name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    return frozenset(name.asname or name.name for name in imports if name.name in LIBRARIES)


@lru_cache(2048)
def stays_in_front(piece: str) -> bool:
    """Tell whether a statement has to begin a program: a docstring, or an import from ``__future__``."""
    first = ast.parse(piece).body[0]
    text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return text or (isinstance(first, ast.ImportFrom) and first.module == "__future__")


class Rewriter(ast.NodeTransformer):
    """Hand every reduction and product to the loop of its name, with the original in front."""

    def __init__(self, libraries: frozenset[str]) -> None:
        """Take the names of the libraries."""
        self.libraries, self.found = libraries, 0

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Rewrite ``np.sum(v)`` and ``v.sum()``."""
        self.generic_visit(node)
        function = node.func
        if not isinstance(function, ast.Attribute) or function.attr not in looped.LOOPS:
            return node
        self.found += 1
        if isinstance(function.value, ast.Name) and function.value.id in self.libraries:
            return call(looped.LOOPS[function.attr].__name__, [function, *node.args], node.keywords)
        words = [ast.Constant(function.attr), function.value, *node.args]
        return call("looped_method", words, node.keywords)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Rewrite ``a @ b``."""
        self.generic_visit(node)
        if not isinstance(node.op, ast.MatMult):
            return node
        self.found += 1
        original = ast.parse("lambda left, right: left @ right", mode="eval").body
        return call("looped_matmul", [original, node.left, node.right], [])


def call(name: str, args: list[ast.expr], keywords: list[ast.keyword]) -> ast.Call:
    """Return the call of a function of ``grader.prove.evidence.looped``."""
    function = ast.Subscript(ast.Name(SPACE, ast.Load()), ast.Constant(name), ast.Load())
    return ast.Call(function, args, keywords)
