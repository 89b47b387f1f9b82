"""A new course, and new pages in it: files filled from templates, and nothing that is there overwritten."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from grader.course.course import Course
from grader.course.finding import courses_at
from grader.errors import UsageError

FIRST = "first_slope"
"""The id of a new course's worked page."""

FILES: Mapping[str, str] = {
    "course.toml": "course/course.toml.j2",
    ".gitignore": "course/gitignore.j2",
    ".github/workflows/prove.yml": "course/prove.yml.j2",
    f"solutions/{FIRST}.py": "pages/gradient.py.j2",
}
"""The files of a new course, and the template of each."""

PACKAGE = Path(__file__).parents[1]
TEMPLATES = (PACKAGE / "templates", PACKAGE.parent / "templates")
"""An installed grader carries its templates inside; in a checkout they lie beside the package."""


def begin(folder: Path) -> Course:
    """Write a new course with one worked page; its stub is still missing.

    Raises:
        UsageError: a file would be overwritten, or the folder lies inside another course.
    """
    for around in courses_at(folder):
        raise UsageError(f"{folder}: there is a course in {around} already; name a folder outside it")
    there = [name for name in FILES if (folder / name).exists()]
    if there:
        raise UsageError(f"{folder / there[0]}: is there already; name a new folder")
    title = folder.resolve().name.replace("_", " ")
    for name, template in FILES.items():
        write(folder / name, template, (), id=FIRST, title=title)
    (folder / "exercises").mkdir(exist_ok=True)
    return Course(folder.resolve())


def add(course: Course, id: str, kind: str) -> Path:
    """Write a new page of that kind and return its path; a course's own templates come before ours.

    Raises:
        UsageError: the id cannot be one, there is such a page, or the folder was handed out.
    """
    if course.released:
        raise UsageError(f"{course.root}: was handed out; new pages are written in the instructor's course")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", id) or keyword.iskeyword(id):
        raise UsageError(
            f"{id!r}: cannot be a page's name; take small letters, digits and _, as in first_slope"
        )
    path = course.root / "solutions" / f"{id}.py"
    if path.exists():
        raise UsageError(f"{path}: is there already; take another name, or delete it")
    write(path, f"pages/{kind}.py.j2", (course.root / "templates",), id=id)
    return path


def write(path: Path, template: str, own: tuple[Path, ...], **words: str) -> None:
    """Write a file from a template."""
    loader = FileSystemLoader([*own, *TEMPLATES])
    made = Environment(loader=loader, undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.get_template(template).render(words), encoding="utf-8")
