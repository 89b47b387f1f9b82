"""Faults of course.toml: names that nobody has, an order that cannot be, titles and dates that disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from grader.course import settings
from grader.course.course import Course
from grader.errors import UsageError
from grader.gradebook.policy import policy_of
from grader.prove.evidence.proof import Fault, Proof
from grader.prove.texts.translations import differences
from grader.words.language import languages


def prove_course_file(course: Course) -> Iterator[Proof]:
    """Yield a proof of course.toml where it has faults."""
    faults = tuple(found(course))
    if faults:
        yield Proof("course.toml", str(course.root / "course.toml"), faults)


def found(course: Course) -> Iterator[Fault]:
    """Yield the faults: exercises without a page or in two places, and what the rules below say."""
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
    yield from unspoken_languages(course.settings, text)
    yield from other_titles(course.settings, text)
    yield from wrong_grading(course, text)


def wrong_order(listed: Sequence[str], orders: Mapping[str, Sequence[str]], text: str) -> Iterator[Fault]:
    """Yield a fault for what builds on itself, on a later exercise, twice on one, or round in a circle."""
    places = {id: place for place, id in enumerate(listed)}
    for id, needed in orders.items():
        for other, count in Counter(needed).items():
            if count > 1:
                yield Fault(
                    "course", settings.line_of(text, "builds_on", id), f"{id!r} names {other!r} {count} times"
                )
            if other == id or (id in places and places.get(other, -1) > places[id]):
                said = "itself" if other == id else f"{other!r}, which comes after it; let it come before"
                remedy = ", or take it away" if other != id else "; take it away"
                yield Fault(
                    "course", settings.line_of(text, "builds_on", id), f"{id!r} builds on {said}{remedy}"
                )
    try:
        TopologicalSorter({id: {*needed} - {id} for id, needed in orders.items()}).prepare()
    except CycleError as fault:
        circle = fault.args[1][:-1]
        if not {*circle} <= places.keys():  # else one of them comes too late, as said above
            words = f"{' and '.join(map(repr, sorted(circle)))} build on each other; take one away"
            yield Fault("course", settings.line_of(text, "builds_on", min(circle)), words)


def nameless_units(units: Sequence[settings.UnitTable], text: str) -> Iterator[Fault]:
    """Yield a fault for a unit without exercises, one with another's title, and one that lacks a language."""
    starts = [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == "[[units]]"]
    codes = {code for unit in units for code in unit.titles}
    seen: set[str] = set()
    for place, unit in enumerate(units):
        line = starts[place] if place < len(starts) else 0
        if not unit.exercises:
            yield Fault(
                "course", line, f"the unit {unit.title!r} has no exercises; name some, or take it out"
            )
        elif unit.title and unit.title in seen:
            yield Fault("course", line, f"two units are titled {unit.title!r}; give each its own title")
        for code in sorted(codes - {*unit.titles}) if unit.title else ():
            words = f"the unit {unit.title!r} has no title in {code!r}, and others have; give it one"
            yield Fault("course", line, words)
        seen.add(unit.title)


def unspoken_languages(file: settings.CourseFile, text: str) -> Iterator[Fault]:
    """Yield a fault for every language that is named and that the program does not speak."""
    named = {file.language: "language", **dict.fromkeys(file.titles, "titles")}
    named |= {code: "titles" for unit in file.units for code in unit.titles}
    for code in sorted({*named} - {"", *languages()}):
        line = next((n for n, one in enumerate(text.split("\n"), 1) if code in one and named[code] in one), 1)
        words = f"{named[code]} names {code!r}, which is none of the languages {', '.join(languages())}"
        yield Fault("course", line, f"{words}; correct it")


def other_titles(file: settings.CourseFile, text: str) -> Iterator[Fault]:
    """Yield a fault for a title that another language says otherwise, or says of two units."""
    seen: dict[tuple[str, str], str] = {}
    named: tuple[settings.CourseFile | settings.UnitTable, ...] = (file, *file.units)
    for one in named:
        title, titles = one.title, one.titles
        for code, said in titles.items():
            line = next((n for n, row in enumerate(text.split("\n"), 1) if said in row), 1)
            for words in differences(title, said, code):
                yield Fault("course", line, f"the title {said!r}: {words}; correct it")
            other = seen.setdefault((code, said), title) if one is not file else title
            if other != title:
                words = f"{title!r} and {other!r} are both titled {said!r}"
                yield Fault("course", line, f"{words}; give each its own title")


def wrong_grading(course: Course, text: str) -> Iterator[Fault]:
    """Yield a fault where [grading] cannot be meant, or has something due before what it builds on."""
    line = settings.line_of(text, "grading", "")
    try:
        due = policy_of(course).due
    except UsageError as fault:
        yield Fault("course", line, str(fault).removeprefix(f"{course.root / 'course.toml'}: "))
        return
    for id, needed in course.settings.builds_on.items():
        for other in needed:
            if id in due and other in due and due[id].date() < due[other].date():
                words = f"{id!r} is due before {other!r}, which it builds on; correct a date"
                yield Fault("course", line, words)
