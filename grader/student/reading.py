"""What a student reads in the terminal before writing: the list of exercises, and one exercise's story."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from grader.course.course import Course
from grader.course.notes import has_passed
from grader.course.page_processes import Synopsis
from grader.errors import GraderError
from grader.report.screen import Screen
from grader.report.screen import columns as columns_of_screen
from grader.report.screen import screen as screen_of
from grader.words.catalogue import sentence
from grader.words.help import filled
from grader.words.lists import listed
from grader.words.message import story_in
from grader.words.plain import columns, harmless

if TYPE_CHECKING:
    from rich.console import Console

FORMULA = re.compile(r"\$([^$\n]+)\$")


def overview(course: Course, on: Screen | None = None) -> str:
    """Return the path through the course: every exercise with its title and the points of its last result."""
    screen = on or screen_of(sys.stdout, os.environ)
    synopses = course.synopses(course.order)
    results = course.notes.results()
    laid = Columns.of(course, screen.width) if screen.width >= TABLE_FROM else None
    lines = [click.style(line, bold=True) for line in (laid.row("", *laid.heads) if laid else ())]
    number = 0
    for unit in course.units:
        lines.append(click.style(f"{MARGIN if laid else ''}{unit.heading}", bold=True))
        for id in unit.exercises:
            number += 1
            row = (str(number), id, *told(course, id, synopses[id], results))
            lines += laid.row(*row) if laid else in_lines(screen.width, *row)
    below = progress(course, results).split("\n")
    text = "\n".join([*lines, *(line for part in below for line in filled(part, screen.width))])
    return text if screen.colour else click.unstyle(text)


TABLE_FROM = 76
"""Columns from which on a table is easier to read than lines."""

MARGIN = " " * 4
"""What stands before an exercise's id: its number, in a line below that nothing."""


def told(course: Course, id: str, about: Synopsis, results: Mapping[str, object]) -> tuple[str, str]:
    """Return an exercise's title and its last result, or what is wrong with it."""
    if about.fault:
        return harmless(sentence("reading.fault", fault=about.fault), lines=False), ""
    title = course.translation(id).get(about.title, about.title)
    return harmless(title, lines=False), last(results.get(id), about.points)


def in_lines(width: int, number: str, id: str, title: str, result: str) -> list[str]:
    """Return an exercise in two lines, as a narrow screen can hold them: id and result, then the title."""
    rest = width - len(MARGIN)
    first, *others = filled(f"{id}  {result}", rest)
    below = [dim(line) for line in filled(title, rest)]
    return [f"{number:>2}  {first}", *(MARGIN + line for line in (*others, *below))]


@dataclass(frozen=True)
class Columns:
    """How many columns of the screen an exercise's id, its title and its result take; and their heads."""

    id: int
    title: int
    result: int
    heads: tuple[str, str, str]

    @classmethod
    def of(cls, course: Course, width: int) -> Columns:
        """Return them for a screen of that width."""
        heads = (sentence("reading.exercise"), "", sentence("reading.points"))
        id = max((columns(one) for one in (*course.order, heads[0])), default=0)
        result = max(columns(heads[2]), len("✓ 14 / 14"))
        return cls(id, width - len(MARGIN) - id - result - 4, result, heads)

    def row(self, number: str, id: str, title: str, result: str) -> list[str]:
        """Return an exercise as a row; a long title goes on below."""
        first, *others = filled(title, self.title)
        start = f"{number:>2}  {spaced(id, self.id)}  {dim(first)}"
        gap = self.title - columns(first) + 2 + self.result - columns(result)
        below = " " * (len(MARGIN) + self.id + 2)
        return [f"{start}{' ' * gap}{result}", *(below + dim(line) for line in others)]


def dim(text: str) -> str:
    """Return a text that stands back on a screen with colours."""
    return click.style(text, dim=True) if text else ""


def spaced(text: str, width: int) -> str:
    """Return a text with spaces behind it, up to a width."""
    return text + " " * (width - columns(text))


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
    from rich.console import Console
    from rich.markdown import Markdown

    out = console or Console(emoji=False, width=columns_of_screen())
    id = id or next(iter(course.unfinished() or course.order), "")
    course.demand(id)
    about = course.synopses([id])[id]
    if about.fault:
        raise GraderError(about.fault)
    texts = course.translation(id)
    told = replace(about, title=texts.get(about.title, about.title), story=story_in(about.story, texts))
    out.print(Markdown(markdown(told)), width=min(out.width, 100))
    before, path = course.builds_on(id), os.path.relpath(course.stub(id))
    if before:
        out.print("\n" + sentence("reading.builds_on", exercises=str(listed(before))), markup=False)
    out.print("\n" + sentence("reading.write", path=path), soft_wrap=True, markup=False)


def hint(course: Course, id: str, console: Console | None = None) -> None:
    """Print one more hint on what was wrong when an exercise was last graded, by default the latest."""
    from rich.console import Console

    from grader.student import hints

    out = console or Console(emoji=False, width=columns_of_screen())
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
