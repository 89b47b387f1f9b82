"""Faults of course.toml: exercises that are not there, and those that are named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from grader.course import settings
from grader.course.course import Course
from grader.prove.evidence.proof import Fault, Proof


def prove_course_file(course: Course) -> Iterator[Proof]:
    """Yield a proof of course.toml where it has faults."""
    faults = tuple(found(course))
    if faults:
        yield Proof("course.toml", str(course.root / "course.toml"), faults)


def found(course: Course) -> Iterator[Fault]:
    """Yield a fault for every exercise without a page, and for every one that stands in two places."""
    path = course.root / "course.toml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    listed = [id for unit in course.settings.units for id in unit.exercises]
    orders = course.settings.builds_on
    named = [*listed, *orders, *(id for ids in orders.values() for id in ids)]
    for id in sorted(set(named) - set(course.order)):
        words = f"there is no exercise {id!r}{settings.meant(id, course.order)}"
        yield Fault("course", settings.line_naming(text, id), words)
    for id, count in Counter(listed).items():
        if count > 1:
            yield Fault("course", settings.line_naming(text, id), f"{id!r} stands in the units {count} times")
    yield from wrong_order(listed, orders, text)
    yield from nameless_units(course.settings.units, text)


def wrong_order(listed: Sequence[str], orders: Mapping[str, Sequence[str]], text: str) -> Iterator[Fault]:
    """Yield a fault for every exercise that builds on itself, or on one that the units name after it."""
    places = {id: place for place, id in enumerate(listed)}
    lines = text.partition("[builds_on]")[0].count("\n")
    for id, needed in orders.items():
        for other in needed:
            if other == id or (id in places and places.get(other, -1) > places[id]):
                said = "itself" if other == id else f"{other!r}, which comes after it; let it come before"
                remedy = ", or take it away" if other != id else "; take it away"
                line = lines + settings.line_naming(text[len(text.partition("[builds_on]")[0]) :], id)
                yield Fault("course", line, f"{id!r} builds on {said}{remedy}")


def nameless_units(units: Sequence[settings.UnitTable], text: str) -> Iterator[Fault]:
    """Yield a fault for a unit without exercises, and for one with the title of another."""
    starts = [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == "[[units]]"]
    seen: set[str] = set()
    for place, unit in enumerate(units):
        line = starts[place] if place < len(starts) else 0
        if not unit.exercises:
            yield Fault(
                "course", line, f"the unit {unit.title!r} has no exercises; name some, or take it out"
            )
        elif unit.title and unit.title in seen:
            yield Fault("course", line, f"two units are titled {unit.title!r}; give each its own title")
        seen.add(unit.title)
