"""What a student reads in the terminal before writing: the list of exercises, and one exercise's story."""

from __future__ import annotations

import contextlib
import os
import re

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

from grader.course import Course
from grader.errors import GraderError
from grader.key import AnswerKey

FORMULA = re.compile(r"\$([^$\n]+)\$")


def overview(course: Course, console: Console | None = None) -> None:
    """Print every exercise with its title, its points and the last result."""
    out = console or Console()
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold", title_justify="left")
    for heading, side in (
        ("", "right"),
        ("exercise", "left"),
        ("what it is about", "left"),
        ("points", "right"),
    ):
        table.add_column(
            heading, justify="right" if side == "right" else "left", no_wrap=heading == "exercise"
        )
    table.add_column("last result", justify="right")
    results = course.results()
    with contextlib.suppress(GraderError):  # a page at fault is named in its own line
        course.refresh(course.order)
    for number, id in enumerate(course.order, 1):
        try:
            key = course.key(id)
        except GraderError as fault:
            table.add_row(str(number), id, f"cannot be read: {fault}", "", "")
            continue
        table.add_row(str(number), id, key.title, f"{key.points:g}", last(results.get(id)))
    out.print(table)


def last(result: object) -> str:
    """Return a remembered result as text, a dash where there is none."""
    if not isinstance(result, dict) or not {"score", "max_score"} <= result.keys():
        return "–"
    done = "✓ " if result["score"] == result["max_score"] else ""
    return f"{done}{result['score']:g} / {result['max_score']:g}"


def show(course: Course, id: str, console: Console | None = None) -> None:
    """Print the story of an exercise, and where its file is."""
    out = console or Console()
    out.print(Markdown(markdown(course.key(id))), width=min(out.width, 100))
    path = os.path.relpath(course.stub(id))
    out.print(f"\nWrite it in {path}, then:  grade submit {path}", soft_wrap=True, markup=False)


def markdown(key: AnswerKey) -> str:
    """Return the story as Markdown for a terminal, its formulas as plain characters."""
    from pylatexenc.latex2text import LatexNodes2Text

    reader = LatexNodes2Text(math_mode="text")
    story = FORMULA.sub(lambda formula: str(reader.latex_to_text(formula[0])), key.story)
    return f"# {key.title}\n\n{story}"
