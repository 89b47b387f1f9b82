"""Tell of several files for one exercise which are somebody's work, and whether they are one program.

Here texts are parsed, other than where they are listed: that takes longer, and it is asked of few.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from grader.errors import UsageError
from grader.intake import naming
from grader.intake.entry import Entry
from grader.intake.layouts.candidates import Candidate, defines_any
from grader.intake.layouts.tree import code
from grader.intake.layouts.tree.found import Asked
from grader.intake.notebooks import document, magics
from grader.words.catalogue import sentence

WHOLE_COURSE = 5
"""Exercises as they were handed out: so many are not left undone, but a folder that was handed in whole."""

Statements = Mapping[str, str]
"""What a program does at its top level, without bare expressions, by a function's name or its place."""


def undone(some: Sequence[Candidate], asked: Asked) -> Mapping[Candidate, str]:
    """Return those of several files that hold no work, and why, where others of them do.

    That is so for what was handed out and is unchanged, and for a file without any of the functions.
    """
    found: dict[Candidate, str] = {}
    for one in some:
        if has_none_of_the_functions(one, asked):
            found[one] = sentence("left.no_functions")
        elif is_as_handed_out(one, asked):
            found[one] = sentence("left.as_handed_out")
    return found if len(found) < len(some) else {}


def unbegun(groups: Mapping[str, Sequence[Candidate]], student: str, asked: Asked) -> list[str]:
    """Return the exercises of which somebody has but what was handed out, and that are not handed in.

    That is so where it is the whole course's folder, and never of all that somebody has; an answer in the
    gradebook is not to be replaced by what was handed out.
    """
    found = [id for id, group in groups.items() if all(is_untouched(one, asked) for one in group)]
    if len(found) < WHOLE_COURSE:
        found = [id for id in found if id in asked.answered.get(student, ())]
    return found if len(found) < len(groups) else []


def is_untouched(one: Candidate, asked: Asked) -> bool:
    """Tell whether a file is as it was handed out; one with nothing to be written is not parsed."""
    return b"NotImplementedError" in code.text(one.row.entry) and is_as_handed_out(one, asked)


def has_none_of_the_functions(one: Candidate, asked: Asked) -> bool:
    """Tell whether a file makes none of the exercise's functions, not even by a lambda or an import.

    What it imports from the other file it only tries out.
    """
    if defines_any(one.row, one.exercise, asked) is not False:
        return False
    try:
        body = magics.parse(text_of(one.row.entry)).body
    except magics.REFUSALS:
        return False
    names = {name for each in body for name in bound(each, one)}
    return names.isdisjoint({*asked.functions[one.exercise], "*"})


def bound(statement: ast.stmt, one: Candidate) -> Iterator[str]:
    """Yield the names that a statement binds, not those of the file's own namesake."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.ImportFrom) and node.module != naming.plain(one.row.names[0]):
            yield from (each.asname or each.name for each in node.names)


def is_as_handed_out(one: Candidate, asked: Asked) -> bool:
    """Tell whether a file defines the exercise's functions just as its stub does."""
    names, stub = asked.functions.get(one.exercise), asked.stubs.get(one.exercise)
    if not names or not stub:
        return False
    here, given = statements(text_of(one.row.entry)), statements(stub)
    return bool(here) and all(here.get(name) == given.get(name) for name in names)


def are_one(some: Sequence[Candidate]) -> bool:
    """Tell whether files are one program: a notebook beside the script that was saved from it."""
    found = {(naming.kind(one.row.entry.file), code.content(one.row.entry)): one.row.entry for one in some}
    if len({kind for kind, _ in found}) < len(found):
        return False  # two scripts that are not the same: two attempts
    if len(found) == 1:
        return True  # nearly always, and nothing need be parsed
    made = [statements(text_of(entry)) for entry in found.values()]
    return bool(made[0]) and all(one == made[0] for one in made)


def text_of(entry: Entry) -> str:
    """Return a program's text, a notebook's cells one after the other; empty where it cannot be read."""
    data = code.content(entry)
    if not document.is_notebook(data, entry.file):
        return magics.plain(data.decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    try:
        cells = document.parse(data, Path(entry.file)).cells
    except UsageError:
        return ""
    return "\n".join(magics.plain(cell.text) for cell in cells)


def statements(text: str) -> Statements:
    """Return what a program does at its top level; nothing where it is no Python."""
    try:
        body = magics.parse(text).body
        return {name_of(one, at): ast.dump(one) for at, one in enumerate(kept(body))}
    except magics.REFUSALS:
        return {}


def kept(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Return the statements that make a difference to what is defined."""
    return [one for one in body if not isinstance(one, ast.Expr | ast.Pass)]


def name_of(one: ast.stmt, at: int) -> str:
    """Return the name of what a statement defines, else its place."""
    return one.name if isinstance(one, ast.FunctionDef | ast.ClassDef) else str(at)
