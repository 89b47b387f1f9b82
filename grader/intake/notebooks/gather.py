"""Turn a notebook's cells into one program: what the tasks need, and nothing that could fail beside it."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from grader.inside.observation import Program
from grader.intake.notebooks.document import Cell
from grader.intake.notebooks.magics import REFUSALS, read
from grader.intake.notebooks.needs import HANDED_OUT, Statements
from grader.intake.notebooks.units import Kind, Unit, names, units
from grader.words import excerpt, location
from grader.words.lists import with_commas
from grader.words.message import Said, say

OWN = re.compile(r"\s*(?:from|import)\s+grader\b")
CLASS = re.compile(r"^class[ \t]+(\w+)", re.MULTILINE)
MAIN = re.compile(r"if\s+__name__\b")

ANSWER = "answer-"
"""What the id of a task's cell begins with; the task's name follows."""

STATEMENTS_AT_MOST = 1_500
NOTES_AT_MOST = 10
CELLS_NAMED = 5
QUOTED = 100


@dataclass(frozen=True)
class Broken:
    """A cell that is no Python: where, why, and the functions that it seems to define."""

    cell: Cell
    line: int
    column: int
    error: str
    defines: tuple[str, ...]


@dataclass(frozen=True)
class Gathered:
    """A notebook as a program, with what is worth saying about its cells."""

    program: Program
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Handout:
    """What was handed out: the names that are to be written, in order, and the statements that were given."""

    tasks: tuple[str, ...] = ()
    given: tuple[Unit, ...] = ()
    names: tuple[str, ...] = field(default=())


def gather(cells: Sequence[Cell], tasks: Iterable[str], stub: str, filename: str) -> Gathered:
    """Return the program that a notebook's cells make up, for the tasks that were handed out with ``stub``.

    It holds the last definition of every task and whatever these need, from wherever it stands. What was
    given and is gone comes from the stub. Each run of lines is marked with the cell from which it came.
    """
    handout = read_stub(tasks, stub)
    found, broken, last = read_cells(cells, STATEMENTS_AT_MOST - len(handout.given))
    found += [unit for one in broken for unit in stand_ins(one, found)]
    renamed = renames(cells, found, handout)
    statements = Statements([*handout.given, *found])
    chosen = choose(statements, handout, renamed)
    text = "\n".join(written(statements, statements.ordered(chosen))) + "\n"
    notes = (
        *([say("note.long", most=STATEMENTS_AT_MOST, place=last)] if last else []),
        *cell_notes(broken),
        *task_notes(cells, found, handout, renamed),
        *given_notes(statements, chosen),
    )
    return Gathered(Program(text if found else "", renamed, filename), notes[:NOTES_AT_MOST])


def read_stub(tasks: Iterable[str], text: str) -> Handout:
    """Return the tasks, and what else a stub gives; its foot, which tries the functions, is left out.

    Students write into stubs, so that one may hold anything. Where it is no Python, nothing is given.
    """
    names = tuple(dict.fromkeys(task.partition(".")[0] for task in tasks))
    try:
        found = units(HANDED_OUT, text)
    except REFUSALS:
        found = ()
    given = tuple(unit for unit in found if not MAIN.match(unit.text) and not unit.binds & {*names})
    defined = (
        name for unit in given if unit.kind is Kind.DEFINITION and not unit.imports for name in unit.binds
    )
    return Handout(names, given, tuple(defined))


def read_cells(cells: Sequence[Cell], at_most: int) -> tuple[list[Unit], list[Broken], str]:
    """Return the cells' statements, the cells that are no Python, and the cell with one too many, if any."""
    found: list[Unit] = []
    broken: list[Broken] = []
    for cell in cells:
        text, tree = read(cell.text)
        try:
            made = units(cell.label, text, tree, at_most - len(found) + 1)
        except REFUSALS as fault:
            broken.append(broken_cell(cell, fault))
            continue
        if len(found) + len(made) > at_most:
            return [*found, *made][:at_most], broken, cell.label
        found += [unit for unit in made if not OWN.match(unit.text)]
    return found, broken, ""


def broken_cell(cell: Cell, fault: BaseException) -> Broken:
    """Return what there is to say of a cell that is no Python."""
    line, column, error = 1, 0, str(fault) or "it goes too deep to be read"
    if isinstance(fault, SyntaxError):
        line, column, error = fault.lineno or 1, fault.offset or 0, fault.msg
    functions = [one.name for one in excerpt.definitions(cell.text) if one.outermost]
    defines = (*functions, *CLASS.findall(cell.text))
    return Broken(cell, line, 0 if error.startswith("f-string") else column, error, defines)


def stand_ins(broken: Broken, found: Iterable[Unit]) -> Iterator[Unit]:
    """Yield, for each function that only a broken cell defines, one that fails where the cell does."""
    defined = {name for unit in found if unit.kind is Kind.DEFINITION for name in unit.binds}
    lines = broken.cell.text.split("\n")
    line = lines[min(broken.line, len(lines)) - 1].strip()[:QUOTED]
    source = "".join(char for char in line if char.isprintable())
    for name in dict.fromkeys(broken.defines):
        if name not in defined and name.isidentifier() and not keyword.iskeyword(name):
            text = location.STAND_IN.format(name=name, error=broken.error, line=source)
            binds, now, later = names(text)
            yield Unit(broken.cell.label, broken.line, text, Kind.DEFINITION, binds, now, later, frozenset())


def renames(cells: Sequence[Cell], found: Sequence[Unit], handout: Handout) -> Mapping[str, str]:
    """Return, by task, the only function in that task's cell, where no cell defines the task itself."""
    bound = {name for unit in found if unit.kind >= Kind.ASSIGNMENT for name in unit.binds}
    result = {}
    for task in handout.tasks:
        home = {cell.label for cell in cells if cell.id == f"{ANSWER}{task}"}
        inside = [
            name
            for unit in found
            if unit.cell in home and unit.kind is Kind.DEFINITION and not unit.imports
            for name in unit.binds
        ]
        if task not in bound and len(inside) == 1 and inside[0] not in handout.tasks:
            result[task] = inside[0]
    return result


def choose(statements: Statements, handout: Handout, renamed: Mapping[str, str]) -> frozenset[int]:
    """Return the places of the statements that make up the program.

    Where a task is missing, or nothing says what the tasks are, every function is kept: one may be meant.
    """
    tasks = [renamed.get(task, task) for task in handout.tasks]
    names = {*tasks, *handout.names}
    units = statements.units
    if not tasks or any(statements.giver(task) is None for task in tasks):
        names |= {
            name for unit in units if unit.kind is Kind.DEFINITION and not unit.imports for name in unit.binds
        }
    future = {place for place, unit in enumerate(units) if "__future__" in unit.text and unit.imports}
    chosen = statements.needed(names) | future
    used = {name for place in chosen for name in units[place].now | units[place].later}
    if any(statements.giver(name) is None and not hasattr(builtins, name) for name in used):
        chosen |= {place for place, unit in enumerate(units) if unit.star}
    return chosen


def written(statements: Statements, order: Iterable[int]) -> Iterator[str]:
    """Yield the program's lines, with a mark where another cell, or another part of it, begins."""
    cell, after = "", 0
    for unit in (statements.units[number] for number in order):
        gap = unit.line - after
        if unit.cell == cell and 0 <= gap <= 3:
            yield from [""] * gap
        else:
            yield location.mark(unit.cell, unit.line)
        yield unit.text
        cell, after = unit.cell, unit.line + unit.text.count("\n") + 1


# ---- what is worth saying ------------------------------------------------------------------------


def cell_notes(broken: Iterable[Broken]) -> Iterator[Said]:
    """Yield a note for each cell that is no Python, with the place."""
    for one in broken:
        where = location.in_cell(one.cell.label, one.line, first=True)
        said = say("note.cell", place=where, error=one.error)
        caret = excerpt.caret(one.cell.text, one.line, one.column).rstrip()
        yield say("unreadable.caret", said=said, caret=caret) if caret else said


def task_notes(
    cells: Sequence[Cell], found: Sequence[Unit], handout: Handout, renamed: Mapping[str, str]
) -> Iterator[Said]:
    """Yield what became of the tasks' cells: defined twice, renamed, not there, in another order."""
    homes = {
        task: [unit.cell for unit in found if unit.kind is Kind.DEFINITION and task in unit.binds]
        for task in handout.tasks
    }
    for task, labels in homes.items():
        several = [location.cell_name(label) for label in dict.fromkeys(labels)]
        if len(several) > 1:
            yield say(
                "note.twice",
                task=task,
                cells=with_commas(several[-CELLS_NAMED:]),
                last=location.cell_name(labels[-1]),
            )
        if task in renamed:
            yield say("note.renamed", task=task, name=renamed[task])
        elif not labels:
            yield say("note.no_cell", task=task)
    order = [cell.id for cell in cells if cell.id.removeprefix(ANSWER) in handout.tasks]
    handed_out = [f"{ANSWER}{task}" for task in handout.tasks if f"{ANSWER}{task}" in order]
    if list(dict.fromkeys(order)) != handed_out:
        yield say("note.order")


def given_notes(statements: Statements, chosen: Iterable[int]) -> Iterator[Said]:
    """Yield a note where given code was gone and was put back."""
    gone = [statements.units[number] for number in chosen if statements.units[number].cell == HANDED_OUT]
    names = sorted({name for unit in gone for name in unit.binds})
    if names:
        yield say("note.given", names=", ".join(names))
