"""Lay a class out as one web page: a table to sort and search, and what the class got wrong."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.gradebook.classpage import clusters, statistics
from grader.gradebook.classpage.clusters import Cluster
from grader.gradebook.classpage.statistics import Exercise, Mistake
from grader.gradebook.reading import Standing
from grader.gradebook.records import NOT_GRADED
from grader.grading.verdict import Report
from grader.report.html import TEMPLATES
from grader.words.language import language
from grader.words.plain import clip, harmless, number, points, whole


@dataclass(frozen=True)
class Class:
    """Everything on the page."""

    students: int
    submissions: int
    late: int
    exercises: tuple[Exercise, ...]
    mistakes: tuple[Mistake, ...]
    clusters: tuple[Cluster, ...]
    rows: tuple[tuple[Any, ...], ...]


def gather(
    standings: Iterable[Standing],
    link: Callable[[Standing], str],
    judge: Callable[[Standing], Report | None],
) -> Class:
    """Count over everything that counts. ``judge`` reports on the few submissions whose code is shown."""
    counts: dict[str, statistics.Count] = {}
    groups = clusters.Gather()
    found: list[tuple[str, str, str]] = []
    rows = []
    for one in standings:
        counts.setdefault(one.attempt.exercise, statistics.Count()).add(one)
        groups.add(one)
        found += {(one.attempt.exercise, named.id, named.title) for named in one.grade.diagnoses}
        rows.append(row(one, link(one)))
    ids = sorted(counts)
    return Class(
        students=len({one[0] for one in rows}),
        submissions=len(rows),
        late=sum(one[6] for one in rows),
        exercises=tuple(statistics.exercise(id, counts[id]) for id in ids),
        mistakes=statistics.mistakes(found, ids),
        clusters=clusters.describe(groups.groups(), judge),
        rows=tuple(rows),
    )


def row(one: Standing, link: str) -> tuple[Any, ...]:
    """Return a row of the table as the page's script reads it; nothing in it can command the reader."""
    graded = one.grade.state != NOT_GRADED
    return (
        shown(one.attempt.student),
        shown(one.attempt.name),
        one.attempt.exercise,
        whole(one.grade.score) if graded else None,
        whole(one.grade.max_score) if graded else None,
        one.grade.state,
        bool(one.attempt.late),
        "; ".join(dict.fromkeys(named.title for named in one.grade.diagnoses))
        or shown(clip(one.grade.why.removeprefix(f"{one.attempt.path}: "), 200)),
        link,
    )


def shown(text: str) -> str:
    """Return foreign text on one line, without anything invisible."""
    return harmless(text, lines=False)


def render(data: Class) -> str:
    """Return the page."""
    script = environment().get_template("class.js").render()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        environment()
        .get_template("class.html.j2")
        .render(
            data=data,
            rows=as_json(data.rows),
            script=Markup(script),  # our own file, the same for every class
            digest=digest,
            several=len(data.exercises) > 1,
        )
    )


def as_json(rows: object) -> Markup:
    """Return data that stands safely inside a page's script element."""
    text = json.dumps(rows, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # every sign that means anything to a browser is spelt out


@functools.cache
def environment() -> Environment:
    """Return what renders the templates."""
    made = Environment(
        loader=FileSystemLoader(list(TEMPLATES)),
        autoescape=lambda name: name != "class.js",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        number=number, points=points, shown=shown, harmless=harmless, clip=clip, language=language
    )
    return made
