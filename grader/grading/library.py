"""Tell where a program puts a function of its own in the place of a library's."""

from __future__ import annotations

import ast

from grader.grading.comparison import Comparison
from grader.grading.source import Source
from grader.grading.verdict import Diagnosis
from grader.words.message import say


def library_replaced(compared: Comparison, source: Source) -> Diagnosis | None:
    """Return the diagnosis of a program that replaces a library's function, where a check fails.

    Whatever its numbers look like then comes from that function, and no other sentence about them holds.
    """
    found = replacement(source) if compared.failing else None
    if found is None:
        return None
    checks = tuple(compared.checks[index].check.id for index in compared.failing)
    words = {"line": found.lineno, "name": ast.unparse(found)}
    return Diagnosis(
        "library_replaced", say("library_replaced.title"), say("library_replaced", **words), checks
    )


def replacement(source: Source) -> ast.Attribute | None:
    """Return the first place where a program assigns a function to an attribute of what it imports.

    A number or a flag is a setting of the library, which is there to be set.
    """
    imported = {
        alias.asname or alias.name.partition(".")[0]
        for node in source.nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    own = {node.name for node in source.nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for node in source.nodes:
        if isinstance(node, ast.Assign) and is_function(node.value, own):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and root(target) in imported:
                    return target
    return None


def is_function(node: ast.expr, own: set[str]) -> bool:
    """Tell whether an expression is a lambda or a function of the file."""
    return isinstance(node, ast.Lambda) or (isinstance(node, ast.Name) and node.id in own)


def root(node: ast.expr) -> str:
    """Return the name with which a dotted name begins."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
