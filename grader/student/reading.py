"""What a student reads in the terminal before writing: the list of exercises, and one exercise's story."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.course.course import Course, has_passed
from grader.course.page_processes import Synopsis
from grader.errors import GraderError
from grader.words.catalogue import sentence
from grader.words.message import in_paragraphs

FORMULA = re.compile(r"\$([^$\n]+)\$")


def overview(course: Course, console: Console | None = None) -> None:
    """Print the path through the course: every exercise with its title, points and last result."""
    out = console or Console()
    synopses = course.synopses(course.order)
    results = course.results()
    if out.width < TABLE_FROM:
        out.print(in_lines(course, synopses, results))
    else:
        out.print(as_table(course, synopses, results))
    out.print(progress(course, results), markup=False)


TABLE_FROM = 64
"""Columns from which on a table is easier to read than lines."""


def in_lines(course: Course, synopses: Mapping[str, Synopsis], results: Mapping[str, object]) -> Text:
    """Return every exercise in two lines, as a narrow screen can hold them: id and result, then the title."""
    text, number = Text(), 0
    for unit in course.units:
        text.append(f"{unit.title}\n", "bold")
        for id in unit.exercises:
            number += 1
            about = synopses[id]
            told = sentence("reading.fault", fault=about.fault) if about.fault else about.title
            text.append(f"{number:2}  {id}  {last(results.get(id))}\n")
            text.append(f"    {course.translation(id).get(told, told)}\n", "dim")
    text.rstrip()
    return text


def as_table(course: Course, synopses: Mapping[str, Synopsis], results: Mapping[str, object]) -> Table:
    """Return every exercise as a row, with what it builds on, its points and its last result."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, side, whole in COLUMNS:
        table.add_column(sentence(heading) if heading else "", justify=side, no_wrap=whole)
    number = 0
    for unit in course.units:
        table.add_row("", Text(unit.title, "bold"), "", "", "")
        for id in unit.exercises:
            number += 1
            table.add_row(str(number), *line(course, id, synopses[id], results))
    return table


COLUMNS: tuple[tuple[str, Literal["left", "right"], bool], ...] = (
    ("", "right", True),
    ("reading.exercise", "left", False),
    ("reading.builds_on", "left", False),
    ("reading.points", "right", True),
    ("reading.last", "right", True),
)


def line(
    course: Course, id: str, about: Synopsis, results: Mapping[str, object]
) -> tuple[Text, Text, str, str]:
    """Return one exercise's cells after its number."""
    if about.fault:
        return Text(id), Text(sentence("reading.fault", fault=about.fault)), "", ""
    return (
        Text.assemble(id, "\n", (course.translation(id).get(about.title, about.title), "dim")),
        Text(", ".join(course.builds_on(id))),
        f"{about.points:g}",
        last(results.get(id)),
    )


def progress(course: Course, results: Mapping[str, object]) -> str:
    """Return how much of the course is done, and what comes next."""
    total, left = len(course.order), [id for id in course.order if not has_passed(results.get(id))]
    done = (
        sentence("reading.next", done=total - len(left), total=total, next=left[0])
        if left
        else sentence("reading.all_done")
    )
    return "\n".join(["", done, *([sentence("reading.public")] if course.released else [])])


def last(result: object) -> str:
    """Return a remembered result as text, a dash where there is none."""
    scores = [result.get(name) for name in ("score", "max_score")] if isinstance(result, dict) else []
    if not scores or not all(isinstance(number, int | float) for number in scores):
        return "–"
    done = "✓ " if has_passed(result) else ""
    return f"{done}{scores[0]:g} / {scores[1]:g}"


def show(course: Course, id: str, console: Console | None = None) -> None:
    """Print the story of an exercise, and where its file is."""
    from rich.markdown import Markdown

    out = console or Console()
    course.demand(id)
    about = course.synopses([id])[id]
    if about.fault:
        raise GraderError(about.fault)
    texts = course.translation(id)
    told = replace(about, title=texts.get(about.title, about.title), story=in_paragraphs(about.story, texts))
    out.print(Markdown(markdown(told)), width=min(out.width, 100))
    path = os.path.relpath(course.stub(id))
    out.print("\n" + sentence("reading.write", path=path), soft_wrap=True, markup=False)


def hint(course: Course, id: str, console: Console | None = None) -> None:
    """Print one more hint on what was wrong when an exercise was last graded."""
    from grader.student import hints

    out = console or Console()
    mistake = hints.following(course, id)
    for line in filter(None, (*hints.lines(course, id, mistake), hints.onward(id, mistake))):
        out.print(line, width=min(out.width, 100), markup=False, highlight=False)


def markdown(about: Synopsis) -> str:
    """Return the story as Markdown for a terminal, its formulas as plain characters."""
    story = FORMULA.sub(lambda formula: in_characters(formula[0]), about.story)
    return f"# {about.title}\n\n{story}"


def in_characters(formula: str) -> str:
    """Return a formula in plain characters; one that needs a library stays as it is where that is missing."""
    plain = formula.strip("$").replace(r"\hat y", "ŷ").replace(r"\cdot", "·")
    if not re.search(r"[\\_^{}]", plain):
        return plain
    try:
        from pylatexenc.latex2text import LatexNodes2Text
    except ModuleNotFoundError:
        return formula
    return str(LatexNodes2Text(math_mode="text").latex_to_text(formula))
