"""Lay a class out as one web page: tables to sort and search, and what the class got wrong."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from grader.gradebook.classpage import alike, clusters, people, statistics
from grader.gradebook.classpage.alike import Alike
from grader.gradebook.classpage.clusters import Cluster
from grader.gradebook.classpage.people import Section, shown
from grader.gradebook.classpage.statistics import Exercise, Mistake
from grader.gradebook.final import FinalMark
from grader.gradebook.reading import Standing
from grader.gradebook.records import GRADED
from grader.grading.verdict import Report
from grader.report import templates
from grader.words.catalogue import beginning, sentence
from grader.words.language import language
from grader.words.plain import harmless, number


@dataclass(frozen=True)
class Class:
    """Everything on the page. ``people`` are the rows of both tables, as the page's script reads them."""

    submissions: int
    late: int
    exercises: tuple[Exercise, ...]
    mistakes: tuple[Mistake, ...]
    clusters: tuple[Cluster, ...]
    alike: tuple[Alike, ...]
    sections: tuple[Section, ...]
    people: Mapping[str, Any]
    is_anonymous: bool = False

    @property
    def students(self) -> int:
        """How many people are in the class."""
        return len(self.people["people"])


@dataclass(frozen=True)
class Sources:
    """Where the page looks further: reports on the few submissions whose code is shown, files, stubs."""

    judge: Callable[[Standing], Report | None]
    read: Callable[[str], bytes]
    given: Callable[[str], str]


def gather(marks: Iterable[FinalMark], link: Callable[[Standing], str], sources: Sources) -> Class:
    """Count over everything that counts; ``link`` is the address of a report, empty for none."""
    counts: dict[str, statistics.Count] = {}
    groups = clusters.Gather()
    programs = alike.Gather(sources.read, sources.given)
    everybody = people.Gather(link)
    found: list[tuple[str, str, str]] = []
    late = 0
    for mark in marks:
        everybody.add(mark)
        one = mark.standing
        if one is None:
            continue
        counts.setdefault(one.attempt.exercise, statistics.Count()).add(one)
        groups.add(one)
        found += {(one.attempt.exercise, named.id, named.title) for named in one.grade.diagnoses}
        late += bool(one.attempt.late)
        if one.grade.state == GRADED:
            programs.add(one.attempt.exercise, one.attempt.student, one.attempt.name, one.attempt.sha256)
    ids = sorted(counts)
    return Class(
        submissions=sum(sum(count.states.values()) for count in counts.values()),
        late=late,
        exercises=tuple(statistics.exercise(id, counts[id]) for id in ids),
        mistakes=statistics.mistakes(found, ids),
        clusters=clusters.describe(groups.groups(), sources.judge),
        alike=programs.groups(),
        sections=everybody.sections(),
        people=everybody.rows(),
    )


def anonymous(data: Class) -> Class:
    """Return a page to show around: nobody's name, code, section or report is on it."""
    nameless = tuple(replace(one, excerpts=(), proposal="") for one in data.clusters)
    rows = people.anonymous(dict(data.people))
    return replace(data, clusters=nameless, alike=(), sections=(), people=rows, is_anonymous=True)


def render(data: Class) -> str:
    """Return the page."""
    script = environment().get_template("class.js").render()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        environment()
        .get_template("class.html.j2")
        .render(
            data=data,
            rows=as_json({**data.people, "words": beginning("class.script.")}),
            script=Markup(script),  # our own file, the same for every class
            digest=digest,
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
    made = templates.environment()
    made.globals.update(say=sentence, number=number, shown=shown, harmless=harmless, language=language)
    return made
