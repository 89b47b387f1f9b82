"""What a student reads in the terminal before writing: the list of exercises, and one exercise's story."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from grader.course.course import Course
from grader.course.notes import has_passed
from grader.course.page_processes import Synopsis
from grader.errors import GraderError
from grader.words.catalogue import sentence
from grader.words.lists import listed
from grader.words.message import in_paragraphs

FORMULA = re.compile(r"\$([^$\n]+)\$")


def overview(course: Course, console: Console | None = None) -> None:
    """Print the path through the course: every exercise with its title and the points of its last result."""
    out = console or Console(emoji=False)
    synopses = course.synopses(course.order)
    results = course.notes.results()
    if out.width < TABLE_FROM:
        out.print(in_lines(course, synopses, results))
    else:
        out.print(as_tables(course, synopses, results, min(out.width, WIDEST)))
    out.print(progress(course, results), markup=False)


TABLE_FROM, WIDEST = 76, 100
"""Columns from which on a table is easier to read than lines, and the most that it takes."""


def in_lines(course: Course, synopses: Mapping[str, Synopsis], results: Mapping[str, object]) -> Text:
    """Return every exercise in two lines, as a narrow screen can hold them: id and result, then the title."""
    text, number = Text(), 0
    for unit in course.units:
        text.append(f"{unit.heading}\n", "bold")
        for id in unit.exercises:
            number += 1
            about = synopses[id]
            told = sentence("reading.fault", fault=about.fault) if about.fault else about.title
            text.append(f"{number:2}  {id}  {last(results.get(id), about.points)}\n")
            text.append(f"    {course.translation(id).get(told, told)}\n", "dim")
    text.rstrip()
    return text


def as_tables(
    course: Course, synopses: Mapping[str, Synopsis], results: Mapping[str, object], width: int
) -> Group:
    """Return every exercise as a row below its unit's title, in columns that stand below one another."""
    parts: list[RenderableType] = [columns(course, width, heads=True)]
    number = 0
    for unit in course.units:
        table = columns(course, width)
        for id in unit.exercises:
            number += 1
            table.add_row(str(number), *line(course, id, synopses[id], results))
        parts += [Text(f"    {unit.heading}", "bold"), table]
    return Group(*parts)


def columns(course: Course, width: int, heads: bool = False) -> Table:
    """Return a table without rows whose columns are as wide as every other's of the list."""
    table = Table(box=None, show_header=heads, pad_edge=False, header_style="bold", expand=True, width=width)
    points = sentence("reading.points")
    table.add_column(width=2, justify="right")
    table.add_column(sentence("reading.exercise"), width=max(map(len, course.order), default=0))
    table.add_column(ratio=1)
    table.add_column(points, width=max(cell_len(points), len("✓ 14 / 14")), justify="right")
    return table


def line(course: Course, id: str, about: Synopsis, results: Mapping[str, object]) -> tuple[Text, Text, str]:
    """Return one exercise's cells after its number."""
    if about.fault:
        return Text(id), Text(sentence("reading.fault", fault=about.fault)), ""
    title = course.translation(id).get(about.title, about.title)
    return Text(id), Text(title, "dim"), last(results.get(id), about.points)


def progress(course: Course, results: Mapping[str, object]) -> str:
    """Return how much of the course is done, and what comes next."""
    total, left = len(course.order), [id for id in course.order if not has_passed(results.get(id))]
    done = (
        sentence("reading.next", done=total - len(left), total=total, next=left[0])
        if left
        else sentence("reading.all_done")
    )
    return "\n".join(["", done, *([sentence("reading.public")] if course.released else [])])


def last(result: object, points: float) -> str:
    """Return a remembered result as text, a dash before what can be earned where there is none."""
    scores = [result.get(name) for name in ("score", "max_score")] if isinstance(result, dict) else []
    if not scores or not all(isinstance(number, int | float) for number in scores):
        return f"– / {points:g}"
    done = "✓ " if has_passed(result) else ""
    return f"{done}{scores[0]:g} / {scores[1]:g}"


def show(course: Course, id: str, console: Console | None = None) -> None:
    """Print the story of an exercise, by default of the next one, and where its file is."""
    from rich.markdown import Markdown

    out = console or Console(emoji=False)
    id = id or next(iter(course.unfinished() or course.order), "")
    course.demand(id)
    about = course.synopses([id])[id]
    if about.fault:
        raise GraderError(about.fault)
    texts = course.translation(id)
    told = replace(about, title=texts.get(about.title, about.title), story=in_paragraphs(about.story, texts))
    out.print(Markdown(markdown(told)), width=min(out.width, 100))
    before, path = course.builds_on(id), os.path.relpath(course.stub(id))
    if before:
        out.print("\n" + sentence("reading.builds_on", exercises=str(listed(before))), markup=False)
    out.print("\n" + sentence("reading.write", path=path), soft_wrap=True, markup=False)


def hint(course: Course, id: str, console: Console | None = None) -> None:
    """Print one more hint on what was wrong when an exercise was last graded, by default the latest."""
    from grader.student import hints

    out = console or Console(emoji=False)
    id = id or next(reversed(course.notes.results()), "") or next(iter(course.order), "")
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
