"""Rewrite a program so that it reduces and multiplies arrays with loops, as many students do."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace

from grader.inside.observation import Program
from grader.prove import looped

LIBRARIES = ("numpy", "torch")

SPACE = "loops_of_prove"
"""The one name that a rewritten program has more: the namespace of ``grader.prove.looped``."""


def rewrite(program: Program) -> Program:
    """Return the program with loops in place of NumPy's and torch's sums, means, extremes and products.

    What it computes stays the same up to rounding. A program with nothing to rewrite comes back as it is.
    """
    tree = ast.parse(program.text)
    rewriter = Rewriter(aliases(tree))
    changed = rewriter.visit(tree)
    if not rewriter.found:
        return program
    start = preamble(changed)
    # Run in a namespace of its own, so that no task of the page can have the name of one of its functions.
    changed.body[start:start] = ast.parse(
        f"{SPACE} = {{}}\nexec({inspect.getsource(looped)!r}, {SPACE})"
    ).body
    return replace(program, text=ast.unparse(ast.fix_missing_locations(changed)) + "\n")


def aliases(tree: ast.Module) -> frozenset[str]:
    """Return the names under which a program imports NumPy and torch."""
    imports = [name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    return frozenset(name.asname or name.name for name in imports if name.name in LIBRARIES)


def preamble(tree: ast.Module) -> int:
    """Return how many statements must stay in front: the docstring and imports from ``__future__``."""
    count = 1 if ast.get_docstring(tree) is not None else 0
    while count < len(tree.body):
        node = tree.body[count]
        if not (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            break
        count += 1
    return count


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
    """Return the call of a function of ``grader.prove.looped``."""
    function = ast.Subscript(ast.Name(SPACE, ast.Load()), ast.Constant(name), ast.Load())
    return ast.Call(function, args, keywords)
