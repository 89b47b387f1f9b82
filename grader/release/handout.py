"""Write what pages give out: stubs and starter notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from grader.course.course import Course
from grader.errors import UsageError
from grader.pages import page
from grader.release import starter, stub, translated
from grader.words.catalogue import sentence


def write_stubs(course: Course, ids: Sequence[str], check: bool) -> list[str]:
    """Write the named stubs, or all; return a line for each that was not current."""
    course.refresh(ids or course.order)
    return [line for id in ids or course.order for line in write_stub(course, id, check)]


def write_stub(course: Course, id: str, check: bool) -> Iterable[str]:
    """Bring one stub up to date, or only say that it is not."""
    key = course.key(id)
    made = stub.make(page.read(course.page(id)), key)
    path, text = course.stub(id), translated.stub_in(made, course.translation(id), key.title)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    if check:
        yield sentence("stub.stale", path=path, exercise=id)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        yield sentence("written", path=path)


def write_notebooks(course: Course, ids: Sequence[str], folder: Path | None) -> list[Path]:
    """Write starter notebooks of the named exercises, or of all; return their paths.

    Raises:
        UsageError: a file would be overwritten that is not the same; it may be somebody's work.
    """
    course.refresh(ids or course.order)
    target = folder or course.root / "notebooks"
    own = (course.root / "templates",)
    made = {
        target / f"{id}.ipynb": starter.make(
            page.read(course.page(id)), course.key(id), own, course.translation(id)
        )
        for id in ids or course.order
    }
    for path, text in made.items():
        if path.exists() and path.read_text(encoding="utf-8") != text:
            raise UsageError(
                f"{path}: is there and differs; delete it, or name another folder with --out DIR"
            )
    target.mkdir(parents=True, exist_ok=True)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return list(made)
