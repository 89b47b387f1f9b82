"""What stands on the screen while somebody works: the report, what was asked for, the keys."""

from __future__ import annotations

import io
import os
import textwrap
from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console

from grader.course.course import Course
from grader.grading.verdict import Report
from grader.report import terminal
from grader.report.screen import Screen
from grader.student import reading
from grader.student.watch.work import Work
from grader.words.catalogue import sentence
from grader.words.plain import encodable, harmless, no_commands

ROOM_FOR_KEYS = 4
"""Lines below a text: an empty one, two that tell the keys, and the cursor's."""

CLEAR = "\x1b[H\x1b[2J"
"""Sends the cursor to the upper left corner and empties the screen; what was scrolled away stays."""


def frame(work: Work, aside: Sequence[str], course: Course, screen: Screen, live: bool) -> str:
    """Return everything that is to be seen; on a live screen with the keys below, on an emptied one."""
    paragraphs = [body(work, screen)]
    if aside:
        paragraphs.append(prose(aside, screen))
    if following := onward(work, course, live):
        paragraphs.append(prose([following], screen))
    if live:
        paragraphs.append(prose([os.path.relpath(work.path), sentence("watch.keys")], screen))
    return (CLEAR if live else "") + "\n".join(paragraphs) + ("" if live else "\n")


def body(work: Work, screen: Screen) -> str:
    """Return the report on the file, or why there is none."""
    if work.report is None:
        return prose([f"{work.id}  {work.key.title}", "", work.fault], screen)
    return terminal.render(without_hints(work.report), **vars(screen))


def without_hints(report: Report) -> Report:
    """Return a report that offers no hints: here they come at the press of a key."""
    return replace(report, diagnoses=tuple(replace(found, hints=()) for found in report.diagnoses))


def onward(work: Work, course: Course, live: bool) -> str:
    """Say what comes next, once the exercise in hand is finished."""
    if work.report is None or not work.report.passed:
        return ""
    left = [id for id in course.unfinished() if id != work.id]
    if not left:
        return sentence("watch.all_done")
    return sentence("watch.next.key" if live else "watch.next", exercise=left[0])


def prose(lines: Sequence[str], screen: Screen) -> str:
    """Return lines broken to the screen's width, in characters that it has."""
    broken = (textwrap.fill(harmless(line), screen.width, break_on_hyphens=False) for line in lines)
    return no_commands("".join(f"{encodable(line, screen.encoding)}\n" for line in broken))


def overview(course: Course, screen: Screen) -> str:
    """Return the list of exercises."""
    return f"{encodable(reading.overview(course, screen), screen.encoding)}\n"


def story(course: Course, work: Work, screen: Screen) -> str:
    """Return the story of the exercise in hand."""
    console = written(screen)
    reading.show(course, work.id, console)
    return text_of(console, screen)


def sheets(text: str, rows: int) -> list[str]:
    """Return a text in pieces that fit on a screen of so many rows, above the line that tells the keys."""
    lines, most = text.rstrip("\n").split("\n"), max(rows - ROOM_FOR_KEYS, 1)
    return ["\n".join(lines[start : start + most]) for start in range(0, len(lines), most)]


def sheet(text: str, turned: int, rows: int, screen: Screen) -> str:
    """Return the piece of a text that is to be read now, and which keys lead on."""
    pieces = sheets(text, rows)
    page = min(turned + 1, len(pieces))
    more = sentence("watch.more", page=page, pages=len(pieces))
    return f"{pieces[page - 1]}\n\n" + prose([more if page < len(pieces) else sentence("watch.back")], screen)


def written(screen: Screen) -> Console:
    """Return a console that writes into memory what the screen can show."""
    return Console(
        file=io.StringIO(),
        width=screen.width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        legacy_windows=False,
    )


def text_of(console: Console, screen: Screen) -> str:
    """Return what was written."""
    assert isinstance(console.file, io.StringIO)
    return encodable(console.file.getvalue(), screen.encoding)
