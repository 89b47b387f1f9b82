"""Put together what a student may take home: stubs, notebooks, public keys; a folder or a zip."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.course.course import Course
from grader.course.engine import engine
from grader.course.student_keys import student_key
from grader.inside.observation import Program
from grader.keys import keyfile, keyhead, staleness
from grader.keys.key import AnswerKey
from grader.keys.profile import profile_of, torch_of
from grader.pages import page
from grader.release import starter, stub, translated
from grader.release.student_key import public_part
from grader.release.written import Bundle, demand_room, differences, write
from grader.report.templates import environment
from grader.words.language import ENGLISH, language, languages
from grader.words.plain import many

GUESSABLE = 2**31
"""A seed below this can be found by trying; above it nobody draws the hidden inputs again."""

INSTALL = "You need Python 3.11 or newer, and the grader; your instructor says how to install it."

COMMANDS = (
    ("grade list", "the exercises, and your last results"),
    ("grade show {id}", "what it is about"),
    ("python exercises/{id}.py", "your numbers beside the expected ones"),
    ("grade submit exercises/{id}.py", "feedback; --html report.html for a page"),
    ("grade hint {id}", "one more hint on what was wrong last time"),
)
"""What the README tells students to try."""


@dataclass(frozen=True)
class Part:
    """One exercise as it is handed out: its public key, its stub, its notebook."""

    key: AnswerKey
    stub: str
    notebook: str


def release(course: Course, target: Path, ids: Sequence[str], student: str = "") -> Iterator[str]:
    """Write exercises (all where none is named) to a new folder or to a zip; yield what to tell.

    Where the course draws numbers for each ``student``, they are theirs.

    Raises:
        UsageError: there is no such exercise, or the target cannot be written.
        PageError: a page does not hold.
    """
    demand_room(target)
    asked = tuple(ids) or course.order
    files = bundle(course, asked, student)
    write(files, target)
    yield f"{target}: {many(len(asked), 'exercise')}, {many(len(files), 'file')}"
    known = [id for id in asked if keyhead.seed(course.key_path(id)) < GUESSABLE]
    if known:
        yield (
            f"note: the seeds of {many(len(known), 'exercise')} are small numbers, from which hidden inputs "
            "can be guessed; `grade key --seed N` with an N of twenty digits draws new ones; then "
            "release again"
        )


def stale(course: Course, target: Path, ids: Sequence[str], student: str = "") -> Iterator[str]:
    """Yield a line for every file of an earlier release that is not what the course says now.

    Raises:
        UsageError: there is nothing to read at the target.
    """
    yield from differences(target, bundle(course, tuple(ids) or course.order, student))


# ---- what is in it ---------------------------------------------------------------------------------


def bundle(course: Course, ids: Sequence[str], student: str = "") -> Bundle:
    """Return all files to hand out. Nothing gets in that is not put in here."""
    for id in ids:
        course.page(id)  # an unknown name is said before anything runs
    course.refresh(ids)
    parts = [part(course, id, student) for id in ids]
    made = engine()
    files = {"README.md": readme(course, parts), "course.toml": settings(course, parts)}
    for one in parts:
        files[f"exercises/{one.key.id}.py"] = one.stub
        files[f"notebooks/{one.key.id}.ipynb"] = one.notebook
        files[f"keys/{one.key.id}.json"] = keyfile.text(one.key, made)
        files |= dict(translations(course, one.key.id, one.key))
    contents = {name: text.encode() for name, text in files.items()} | dict(shown_data(course, ids))
    return dict(sorted(contents.items()))


def shown_data(course: Course, ids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the data files that students get: all beside a page that reads any, but for the hidden ones."""
    for id in ids:
        folder = course.page(id).parent / staleness.DATA
        for path in staleness.data_files(course.page(id)):
            if not path.is_relative_to(folder / staleness.HIDDEN):
                yield f"{staleness.DATA}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def part(course: Course, id: str, student: str = "") -> Part:
    """Return one exercise as it is handed out."""
    key, exercise = public_part(student_key(course, id, student)), page.read(course.page(id))
    texts = course.translation(id)
    notebook = starter.make(exercise, key, (course.root / "templates",), texts)
    return Part(key, translated.stub_in(stub.make(exercise, key), texts, key.title), notebook)


def translations(course: Course, id: str, key: AnswerKey) -> Iterator[tuple[str, str]]:
    """Yield the texts of an exercise in other languages, as far as they are handed out in English."""
    english = stub.make(page.read(course.page(id)), key)
    for code in languages():
        text = translated.public_texts(course, id, code, key, english)
        if text:
            yield f"keys/{code}/{id}.json", text


def settings(course: Course, parts: Sequence[Part]) -> str:
    """Return the course.toml of a handed-out folder: the path through it, and the digests of its pages."""
    ids = [one.key.id for one in parts]
    lines = [f"title = {quoted(title(course))}", *filter(None, [in_languages(course.settings.titles)])]
    lines += [f"language = {quoted(language())}"] if language() != ENGLISH else []
    lines.append("")
    for unit in course.units:
        kept = [id for id in unit.exercises if id in ids]
        if kept:
            lines += ["[[units]]", f"title = {quoted(unit.title)}", f"exercises = {listed(kept)}"]
            lines += [*filter(None, [in_languages(unit.titles)]), ""]
    lines.append("[builds_on]")
    lines += [f"{quoted(id)} = {listed(kept)}" for id in ids if (kept := before(course, id, ids))]
    lines += ["", "[hints]", f"cost = {course.hint_cost!r}"]
    lines += ["", "# The pages that the keys were made from.", "[released]"]
    lines += [f"{quoted(one.key.id)} = {quoted(one.key.digest)}" for one in parts]
    return "\n".join(lines) + "\n"


def title(course: Course) -> str:
    """Return the course's title in the language in force."""
    return course.settings.titles.get(language()) or course.settings.title


def in_languages(texts: Mapping[str, str]) -> str:
    """Return a line of TOML with titles in other languages, empty for none."""
    others = ", ".join(f"{quoted(code)} = {quoted(text)}" for code, text in texts.items())
    return f"titles = {{ {others} }}" if others else ""


def before(course: Course, id: str, ids: Sequence[str]) -> list[str]:
    """Return the exercises of a release that one of them builds on."""
    return [other for other in course.builds_on(id) if other in ids]


def quoted(text: str) -> str:
    """Return a text in TOML, whose basic strings are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def listed(texts: Sequence[str]) -> str:
    """Return a list of texts in TOML."""
    return f"[{', '.join(map(quoted, texts))}]"


def readme(course: Course, parts: Sequence[Part]) -> str:
    """Return the README for students; a course's own template comes before ours."""
    shown = list(units(course, parts))
    markdown = environment([course.root / "templates"], escaped=False)
    return markdown.get_template("release/README.md.j2").render(
        title=title(course),
        install=course.settings.release.install or INSTALL,
        commands=[(words.format(id=parts[0].key.id), what) for words, what in COMMANDS],
        cost=f"{course.hint_cost:g}" if course.hint_cost else "",
        units=shown,
        marked=any("†" in row["title"] for unit in shown for row in unit["rows"]),
    )


def units(course: Course, parts: Sequence[Part]) -> Iterator[dict[str, Any]]:
    """Yield every unit that has exercises here, with what the README says of them."""
    by_id = {one.key.id: one for one in parts}
    for unit in course.units:
        rows = [row(by_id[id]) for id in unit.exercises if id in by_id]
        if rows:
            yield {"title": unit.heading, "rows": rows}


def row(one: Part) -> dict[str, str]:
    """Return what the README says of an exercise, with a mark where it needs PyTorch."""
    key = one.key
    profile = profile_of(Program(one.stub), torch_of(key.scenarios, key.allows_torch))
    mark = "" if profile == "numpy" else " †"
    return {"id": key.id, "title": f"{key.title}{mark}", "points": f"{key.points:g}"}
