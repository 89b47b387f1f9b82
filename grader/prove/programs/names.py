"""Faults of a page's names: defined twice, never used, a check that stands outside ``checks``."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from grader.inside.observation import Leaf
from grader.pages.check import Check
from grader.pages.marks import Intermediates
from grader.pages.slices import bound_names, inner_names
from grader.prove.evidence.proof import Evidence, Fault

KINDS = frozenset(
    {
        "returns",
        "gradients",
        "state_after",
        "trains_to",
        "scenario",
        "leaves_unchanged",
        "vectorised",
        "calls",
    }
    | {"fits", "predict", "chooses", "raises", "twins", "split"}
)
"""The kinds of check, and what makes several, by their names on a page."""

SETTINGS = ("checks", "small")
"""Names by which a page tells the grader something."""

Defined = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


def twice_defined_names(evidence: Evidence) -> Iterator[Fault]:
    """Report a name that two statements of the page, or of one class, define."""
    tree = evidence.source.tree
    for body in (tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))):
        yield from twice_in(body)


def twice_in(body: list[ast.stmt]) -> Iterator[Fault]:
    """Report the names that two statements of one body define."""
    first: dict[str, int] = {}
    for node in body:
        if not isinstance(node, Defined):
            continue
        for name in bound_names(node):
            # What builds on the earlier value, as `x = x + 1` or a property's setter does, is no slip.
            if name in first and not reads(node, name):
                message = (
                    f"{name} is defined on line {first[name]} already, and only the last definition counts; "
                    "rename one of them"
                )
                yield Fault("twice", node.lineno, message)
            first.setdefault(name, node.lineno)


def reads(node: ast.stmt, name: str) -> bool:
    """Tell whether a statement reads a name outside a function's body."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        marks = [part for mark in node.decorator_list for part in ast.walk(mark)]
        return any(isinstance(part, ast.Name) and part.id == name for part in marks)
    return any(part.id == name and isinstance(part.ctx, ast.Load) for part in inner_names(node))


def unused_names(evidence: Evidence) -> Iterator[Fault]:
    """Report what stands below the fold and is read by nothing: often a mark was forgotten."""
    source = evidence.source
    known = {name for name, _ in made_checks(evidence.exercise.constants)}  # there is a rule for them
    known |= {name for name, value in evidence.exercise.constants.items() if isinstance(value, Intermediates)}
    for variant in evidence.exercise.variants:  # what an edit names stands in a text on the page
        known |= {variant.id} | words_of(variant.definition)
    yield from unused_imports(evidence)
    words = {id(node): words_of(node) for node in source.tree.body}
    readers = Counter(word for found in words.values() for word in found)
    for node in source.tree.body:
        if not isinstance(node, Defined) or getattr(node, "decorator_list", None) or is_given(evidence, node):
            continue
        for name in bound_names(node):
            if name in SETTINGS or name.startswith("_") or name in known:
                continue
            if readers[name] > (name in words[id(node)]):
                continue
            remedy = "use it in a check, or delete it"
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                remedy = "put the mark above it that is missing, or delete it"
            yield Fault("unused", node.lineno, f"nothing uses {name}; {remedy}")


def is_given(evidence: Evidence, node: ast.stmt) -> bool:
    """Tell whether students may need what the reference does not: a function, or a name they are told."""
    if not evidence.source.given(node) or isinstance(node, ast.FunctionDef | ast.ClassDef):
        return evidence.source.given(node)
    docstrings = (ast.get_docstring(task) or "" for task in evidence.source.tasks.values())
    told = "\n".join((evidence.exercise.story, *docstrings))
    return any(re.search(rf"\b{re.escape(name)}\b", told) for name in bound_names(node))


def unused_imports(evidence: Evidence) -> Iterator[Fault]:
    """Report an import whose name stands nowhere else on the page, not even in a text."""
    for node in evidence.source.tree.body:
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        rest = "\n".join(
            (*evidence.source.lines[: node.lineno - 1], *evidence.source.lines[node.end_lineno :])
        )
        for name in (one.asname or one.name.split(".")[0] for one in node.names):
            # A page whose inputs are tensors imports torch, or importing it would be refused.
            if name not in ("*", "torch" if holds_tensors(evidence) else "") and not re.search(
                rf"\b{re.escape(name)}\b", rest
            ):
                yield Fault("unused", node.lineno, f"nothing uses {name}; delete its import")


def holds_tensors(evidence: Evidence) -> bool:
    """Tell whether a check of the page has a tensor among its inputs."""
    return any(is_tensor(one) for check in evidence.key.checks for one in check.scenario.args)


def is_tensor(value: Any) -> bool:
    """Tell whether an input is a tensor, or holds one."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return isinstance(value, Leaf) or any(map(is_tensor, inner))


def words_of(node: ast.stmt) -> set[str]:
    """Return the names that a statement reads, or names as text: the target of a mark, "Value.__mul__"."""
    parts = list(ast.walk(node))
    read = {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)}
    texts = (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))
    return read | {text.split(".")[0] for text in texts}


def checks_outside(evidence: Evidence) -> Iterator[Fault]:
    """Report a check that the page makes and does not put into ``checks``."""
    listed = {id(check) for check in evidence.exercise.checks}
    split = {check.drawn_as for check in evidence.exercise.checks}
    for name, check in made_checks(evidence.exercise.constants):
        if id(check) not in listed and check.id not in split:
            message = f"the check {check.title!r} is not in the list checks; add it there, or delete it"
            yield Fault("outside", evidence.line_of(name), message)
    for node in evidence.source.tree.body:
        if isinstance(node, ast.Expr) and makes_check(node.value):
            message = "this check is not in the list checks; add it there, or delete it"
            yield Fault("outside", node.lineno, message)


def made_checks(names: Mapping[str, Any]) -> Iterator[tuple[str, Check]]:
    """Yield every check that a name of the page holds, by itself or in a list."""
    for name, value in names.items():
        items = (
            value
            if isinstance(value, list | tuple)
            else value.values()
            if isinstance(value, dict)
            else [value]
        )
        yield from ((name, item) for item in items if isinstance(item, Check))


def makes_check(value: ast.expr) -> bool:
    """Tell whether a statement makes a check and lets go of it; ``checks.append(…)`` does not."""
    if isinstance(value, ast.Call) and ast.unparse(value.func).startswith("checks."):
        return False
    called = (ast.unparse(part.func) for part in ast.walk(value) if isinstance(part, ast.Call))
    return any(name.split(".")[-1] in KINDS for name in called)
