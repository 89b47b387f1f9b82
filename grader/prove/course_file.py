"""Faults of course.toml: exercises that are not there, and those that are named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from grader.course import settings
from grader.course.course import Course
from grader.prove.proof import Fault, Proof


def prove_course_file(course: Course) -> Iterator[Proof]:
    """Yield a proof of course.toml where it has faults."""
    faults = tuple(found(course))
    if faults:
        yield Proof("course.toml", str(course.root / "course.toml"), faults)


def found(course: Course) -> Iterator[Fault]:
    """Yield a fault for every exercise without a page, and for every one that stands in two places."""
    path = course.root / "course.toml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    listed = [id for unit in course.settings.get("units", ()) for id in unit.get("exercises", ())]
    orders = course.settings.get("builds_on", {})
    named = [*listed, *orders, *(id for ids in orders.values() for id in ids)]
    for id in sorted(set(named) - set(course.order)):
        words = f"there is no exercise {id!r}{settings.meant(id, course.order)}"
        yield Fault("course", settings.line_naming(text, id), words)
    for id, count in Counter(listed).items():
        if count > 1:
            yield Fault("course", settings.line_naming(text, id), f"{id!r} stands in the units {count} times")
