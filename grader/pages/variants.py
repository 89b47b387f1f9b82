"""The page's other programs: its misconceptions and its other right solutions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.errors import PageError
from grader.inside.observation import Program
from grader.pages import scripts, slices
from grader.pages.edits import edited
from grader.pages.marks import Marked

HINTS_AT_MOST = 3


@dataclass(frozen=True)
class Variant:
    """Another program of the page: the reference with one definition exchanged.

    ``message`` is what a student reads who made this mistake; ``hints`` are graded, the mildest first.
    ``definition`` is the definition exchanged.
    """

    id: str
    title: str
    right: bool
    targets: tuple[str, ...]
    message: str
    hints: tuple[str, ...]
    program: Program
    definition: ast.stmt


def script_variants(source: slices.Source, names: Mapping[str, Any]) -> Iterator[Variant]:
    """Yield a page's other scripts; to which task a mistake belongs is seen when it runs."""
    for name, text, wrong in scripts.others(source, names):
        told = wrong or scripts.WrongScript("", "", ())
        demand_few_hints(source, source.definitions[name].lineno, told.hints)
        hints = tuple(" ".join(hint.split()) for hint in told.hints)
        message = "\n\n".join(slices.paragraphs(told.says))
        program = Program(text, filename=source.path.name)
        title = name.replace("_", " ").capitalize()
        yield Variant(name, title, wrong is None, (), message, hints, program, source.definitions[name])


def lookup(names: Mapping[str, Any], name: str) -> Any:
    """Return the page's thing of a dotted name; KeyError or AttributeError where there is none."""
    first, *rest = name.split(".")
    found = names[first]
    for part in rest:
        found = getattr(found, part)
    return found


def variants(source: slices.Source, names: Mapping[str, Any]) -> Iterator[Variant]:
    """Yield the page's misconceptions and alternatives, in order."""
    demand_names(source)
    for name, mark in names.items():
        if not isinstance(mark, Marked):
            continue
        if name not in source.definitions:
            message = f"{name} is defined inside another statement; define it at the top level of the page"
            raise PageError(source.path, 0, message)
        line = source.definitions[name].lineno
        if line <= source.fold:
            message = f"{name} stands above the last task, where students would get it; move it below"
            raise PageError(source.path, line, message)
        demand_targets(source, names, mark, line)
        message, hints = words(source, mark, line)
        text, definition = program_of(source, name, mark, line)
        program = Program(text, filename=source.path.name)
        title = mark.title or titled(name)
        yield Variant(name, title, mark.right, mark.targets, message, hints, program, definition)


def titled(name: str) -> str:
    """Return a name as a title: ``never_cleared`` is "Never cleared"."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def program_of(source: slices.Source, name: str, mark: Marked, line: int) -> tuple[str, ast.stmt]:
    """Return the text of a marked definition's program, and the definition."""
    if not mark.edits:
        return slices.variant(source, name, mark.targets), source.definitions[name]
    text = edited(source, mark.base, name, mark.edits, line)
    return slices.variant_of(source, name, mark.targets, text), ast.parse(text).body[0]


def demand_names(source: slices.Source) -> None:
    """Raise PageError where an edit or intermediates have no name, or a mark no target."""
    for node in source.tree.body:
        for mark in getattr(node, "decorator_list", ()):
            bare = ast.unparse(mark).split(".")[-1]
            if bare in ("alternative", "misconception"):
                message = f"@{bare} does not say of what; write @{bare}(…) with the task's name in it"
                raise PageError(source.path, mark.lineno, message)
        found = re.match(r"(?:\w+\.)*(slip|rewrite|intermediates)\(", ast.unparse(node))
        if isinstance(node, ast.Expr) and found:
            what = "this edit has" if found[1] != "intermediates" else "these intermediates have"
            message = f"{what} no name, and nothing would know of it; write name = {found[1]}(…)"
            raise PageError(source.path, node.lineno, message)


def demand_targets(source: slices.Source, names: Mapping[str, Any], mark: Marked, line: int) -> None:
    """Raise PageError unless everything that a mark wants to replace exists."""
    for target in mark.targets:
        try:
            lookup(names, target)
        except (KeyError, AttributeError):
            raise PageError(
                source.path, line, f"there is no {target} to replace; name a task or a helper"
            ) from None


def words(source: slices.Source, mark: Marked, line: int) -> tuple[str, tuple[str, ...]]:
    """Return a misconception's sentence and its hints."""
    first, *rest = re.split(r"^\s*Hint:", mark.text, flags=re.MULTILINE)
    hints = tuple(" ".join(hint.split()) for hint in rest)
    message = "\n\n".join(slices.paragraphs(first))
    if not mark.right and not message:
        message = "this misconception says nothing; write in its docstring or .says(…) what students read"
        raise PageError(source.path, line, message)
    demand_few_hints(source, line, hints)
    return message, hints


def demand_few_hints(source: slices.Source, line: int, hints: Sequence[str]) -> None:
    """Raise PageError where a misconception has more hints than anybody reads."""
    if len(hints) > HINTS_AT_MOST:
        raise PageError(source.path, line, f"{len(hints)} hints; keep the {HINTS_AT_MOST} that lead furthest")
