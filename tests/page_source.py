"""Find and exchange pieces of a page's text, for those who break one."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator


def marked(tree: ast.Module, *marks: str) -> list[ast.FunctionDef]:
    """Return a page's functions that carry one of these marks."""
    found = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list)
    return [node for node in found if ast.unparse(node.decorator_list[0]).split("(")[0] in marks]


def replaced(text: str, node: ast.expr, new: str) -> str:
    """Return a text with one node's source exchanged."""
    old = ast.get_source_segment(text, node)
    lines = text.split("\n")
    start = sum(len(line.encode()) + 1 for line in lines[: node.lineno - 1]) + node.col_offset
    data = text.encode()
    return (data[:start] + new.encode() + data[start + len((old or "").encode()) :]).decode()


def check_calls(text: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls in a page's list of checks with their titles."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "checks":
            for call in ast.walk(node.value):
                words = {word.arg: word.value for word in call.keywords} if isinstance(call, ast.Call) else {}
                if isinstance(call, ast.Call) and "title" in words:
                    yield ast.unparse(words["title"]), call


def changed_draws(text: str, new: Callable[[ast.Call], str]) -> Iterator[tuple[str, str]]:
    """Exchange a draw of a check."""
    for title, call in check_calls(text):
        draws = [node for node in ast.walk(call) if isinstance(node, ast.Call) and is_draw(node)]
        if draws:
            yield title, replaced(text, draws[0], new(draws[0]))


def is_draw(node: ast.Call) -> bool:
    """Tell whether a call draws numbers."""
    return ast.unparse(node.func) in ("uniform", "normal")
