"""The notebook that students get: the page's story, its given code, a cell for each task and its checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.errors import MissingExtra
from grader.intake.notebooks.units import Unit, units
from grader.keys.key import AnswerKey
from grader.pages import scripts
from grader.pages.page import Exercise
from grader.release import stub
from grader.release.formulas import rendered
from grader.release.translated import stub_in
from grader.report.templates import environment
from grader.words.catalogue import sentence
from grader.words.message import NOTHING, story_in

MARK = re.compile(r"^# %% ([\w-]+): (\w+)(?: ([\d.]+))?\n", re.MULTILINE)
TO_WRITE = re.compile(r'^( *)(raise NotImplementedError\("Write .*"\))$', re.MULTILINE)
TRY = re.compile(r"Try\s+your\s+file\s+with\s+`python\s+\w+\.py`,\s+then\s+hand\s+it\s+in\.")

FLAGS = {
    "text": (False, True, False),
    "given": (False, True, False),
    "answer": (False, False, True),
    "check": (True, True, False),
}
"""What nbgrader is told of a cell's role: whether it is graded, locked, and holds a solution."""


@dataclass(frozen=True)
class Part:
    """Some of the page's code: given as it is, or to be written, with the points of its public checks."""

    role: str
    name: str
    text: str
    points: str = ""


def make(
    exercise: Exercise,
    key: AnswerKey,
    templates: Sequence[Path] = (),
    translation: Mapping[str, str] = NOTHING,
) -> str:
    """Return a starter notebook as the text of an .ipynb file, the same for the same page and key.

    A course's own templates come before ours. ``translation`` has the page's texts in the reader's language.
    """
    text = (
        environment(templates, escaped=False)
        .get_template("notebook.py.j2")
        .render(
            id=exercise.id,
            title=translation.get(exercise.title, exercise.title),
            story=TRY.sub(sentence("notebook.try"), rendered(story_in(exercise.story, translation))),
            parts=tuple(parts(exercise, key, translation)),
            trains=any(check.curve for check in key.checks if check.public),
            say=sentence,
        )
    )
    return written(cells(text.removesuffix("\n")), metadata(exercise.id))


def written(cells: Iterable[Mapping[str, Any]], said: Mapping[str, Any]) -> str:
    """Return a notebook as text, valid by the format's own library.

    Raises:
        MissingExtra: that library is not installed.
    """
    try:
        import nbformat
    except ModuleNotFoundError:
        raise MissingExtra("a starter notebook", "nbformat", "notebook") from None
    made: dict[str, Any] = nbformat.from_dict(
        {"cells": list(cells), "metadata": said, "nbformat": 4, "nbformat_minor": 5}
    )
    nbformat.validate(made)
    return f"{nbformat.writes(made, version=4)}\n"


def metadata(exercise: str) -> dict[str, Any]:
    """Return what a notebook says of itself: its language, and which exercise it is."""
    return {
        "grader": {"exercise": exercise},
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }


def parts(exercise: Exercise, key: AnswerKey, translation: Mapping[str, str] = NOTHING) -> Iterator[Part]:
    """Yield the page's code above the fold: what is given together, each task or class of tasks by itself."""
    if exercise.is_script:
        yield Part("answer", "script", scripts.ROOM)
        return
    text = stub_in(stub.head(exercise.source, ""), translation, exercise.title)
    lines = text.split("\n")
    names = {task.partition(".")[0] for task in exercise.tasks}
    given: list[Unit] = []
    for unit in units("page", text):
        own = unit.binds & names
        if not own and unit.binds:
            given.append(unit)
        if own:
            yield from together(given, lines)
            given = []
            (name,) = own
            yield Part("answer", name, TO_WRITE.sub(framed, unit.text), worth(key, name))
    yield from together(given, lines)


def together(given: Sequence[Unit], lines: Sequence[str]) -> Iterator[Part]:
    """Yield the part of the statements that stand between two tasks, if there are any."""
    if given:
        end = given[-1].line + given[-1].text.count("\n")
        yield Part("given", "", "\n".join(lines[given[0].line - 1 : end]))


def framed(found: re.Match[str]) -> str:
    """Return a stub's last line between the marks at which nbgrader cuts a solution out."""
    indent, line = found.groups()
    return f"{indent}# BEGIN SOLUTION\n{indent}{line}\n{indent}# END SOLUTION"


def worth(key: AnswerKey, name: str) -> str:
    """Return the points of the public checks of a task, or of a class's tasks; empty where there are none."""
    points = sum(
        check.points for check in key.checks if check.public and check.task.partition(".")[0] == name
    )
    return f"{points:g}" if points else ""


# ---- cells ---------------------------------------------------------------------------------------


def cells(text: str) -> Iterator[dict[str, Any]]:
    """Yield the cells of a filled template, cut at its marks."""
    _, *pieces = MARK.split(text)
    for id, role, points, source in zip(*(pieces[start::4] for start in range(4)), strict=True):
        cell: dict[str, Any] = {"id": id, "metadata": marks(id, role, points), "source": source.strip("\n")}
        code: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
        yield cell | ({"cell_type": "markdown"} if role == "text" else code)


def marks(id: str, role: str, points: str | None) -> dict[str, Any]:
    """Return a cell's metadata: whether it may be changed, and what nbgrader is to do with it."""
    if role not in FLAGS:
        return {}
    grade, locked, solution = FLAGS[role]
    found: dict[str, Any] = {
        "grade": grade,
        "grade_id": id,
        "locked": locked,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    if points:
        found["points"] = float(points)
    return {"deletable": False, "nbgrader": found} | ({"editable": False} if locked else {})
