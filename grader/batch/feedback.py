"""Give everybody's reports back: as the platform takes them, and with a list of whose is whose."""

from __future__ import annotations

import csv
import html
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from grader.batch.arrivals import Wanted, seen_by_reading
from grader.course.course import Course
from grader.errors import UsageError
from grader.gradebook.final import FinalMark
from grader.gradebook.paths import Grades, grades_of, write
from grader.gradebook.tables import cell
from grader.intake.layouts.platforms import canvas
from grader.intake.layouts.tree.found import Handed
from grader.words.catalogue import sentence
from grader.words.plain import harmless, points

PLATFORMS = ("canvas", "moodle")
"""Platforms that take many reports at once, by the names of the files that were handed in."""


def packed(home: Course, wanted: Wanted, platform: str, out: Path, grades_folder: Path | None) -> list[str]:
    """Write a zip of everybody's reports under the names that the platform expects; say what was done.

    Raises:
        UsageError: the download is another platform's, or nobody in it has a report.
        StoreError: the zip cannot be written.
    """
    grades = grades_of(home.root, grades_folder)
    found = seen_by_reading(home, wanted, grades.gradebook).listing
    if found.layout != platform:
        words = {"path": wanted.path, "layout": found.layout, "platform": platform}
        raise UsageError(sentence("feedback.platform", **words))
    data = io.BytesIO()
    said: list[str] = []
    names: dict[str, Path] = {}
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in found.handed:
            report = grades.feedback(one.student, one.exercise)
            name = given_back(one, platform)
            if name in names:  # one file may answer several exercises
                name = f"{name.removesuffix('.html')}_{one.exercise}.html"
            if not report.is_file():
                said.append(sentence("feedback.none", who=one.name, exercise=one.exercise))
            elif name not in names:
                names[name] = report
                archive.write(report, name)
    if not names:
        raise UsageError(sentence("feedback.nobody", path=wanted.path))
    write(out, data.getvalue())
    return [*said, sentence("feedback.done", path=out, count=len(names), platform=platform)]


def given_back(one: Handed, platform: str) -> str:
    """Return the name by which a platform knows whose report it is: that of the file that was handed in.

    Canvas reads the numbers in it, or in that of the archive that it was in; Moodle what stands before the
    file's own name.
    """
    parts = PurePosixPath(one.entry.name).parts
    if platform == "canvas":
        numbered = next(filter(canvas.parts, parts), parts[-1])
        return f"{numbered if numbered != parts[-1] else PurePosixPath(numbered).stem}.html"
    folder = next((part for part in parts if "_assignsubmission_file" in part), parts[0])
    head = folder.partition("_assignsubmission_file")[0]
    return f"{head}_assignsubmission_file_/{one.exercise}.html"


def index(marks: Iterable[FinalMark], grades: Grades) -> None:
    """Write the list of whose report is whose: for people to click, and for spreadsheets.

    Raises:
        StoreError: it cannot be written.
    """
    rows = [
        (one.person.student, one.person.name, one.exercise, one.score, path.relative_to(folder).as_posix())
        for one in marks
        for folder in [grades.root / "feedback"]
        for path in [grades.feedback(one.person.student, one.exercise)]
        if path.is_file()
    ]
    write(grades.root / "feedback" / "feedback.csv", as_csv(rows))
    write(grades.root / "feedback" / "index.html", as_page(rows))


Row = tuple[str, str, str, float | None, str]


def as_csv(rows: Sequence[Row]) -> str:
    """Return the list as a table; the mark at its beginning has spreadsheets read names in any script."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("student", "name", "exercise", "score", "file"))
    writer.writerows(
        (cell(id), cell(name), exercise, "" if score is None else points(score), path)
        for id, name, exercise, score, path in rows
    )
    return "\ufeff" + text.getvalue()


def as_page(rows: Sequence[Row]) -> str:
    """Return the list as a page of links."""
    lines = "".join(
        f'<tr><td>{safe(id)}</td><td>{safe(name)}</td><td><a href="{safe(path)}">{safe(exercise)}</a></td>'
        f"<td>{'' if score is None else points(score)}</td></tr>\n"
        for id, name, exercise, score, path in rows
    )
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Feedback</title>\n'
        '<meta name="viewport" content="width=device-width">\n<table>\n'
        "<tr><th>student</th><th>name</th><th>exercise</th><th>points</th></tr>\n"
        f"{lines}</table>\n</html>\n"
    )


def safe(text: str) -> str:
    """Return foreign text that a browser shows as it is."""
    return html.escape(harmless(text, lines=False))
