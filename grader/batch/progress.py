"""Show how far a run is: a bar for people, one JSON object a line for scripts, or nothing."""

from __future__ import annotations

import sys
from typing import Protocol

from grader.batch.results import Result
from grader.gradebook.records import NOT_GRADED, UNREADABLE
from grader.words.strict_json import strict_json


class Show(Protocol):
    """Something that is told of every result and may draw it; ``in_order`` as the listing has them."""

    in_order: bool

    def __enter__(self) -> Show:
        """Begin."""

    def __exit__(self, *fault: object) -> None:
        """Leave the screen as it was."""

    def __call__(self, result: Result) -> None:
        """Take in one result."""


class Silent:
    """Show nothing."""

    in_order = False

    def __enter__(self) -> Silent:
        """Begin."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End."""

    def __call__(self, result: Result) -> None:
        """Take in one result."""


class Lines(Silent):
    """One JSON object a line, as soon as all before it are known."""

    in_order = True

    def __call__(self, result: Result) -> None:
        """Print one result."""
        print(strict_json(result.as_data()), flush=True)


class Bar(Silent):
    """A bar with the rate, the time left and the failures so far, on the error stream."""

    def __init__(self, total: int) -> None:
        """Lay it out."""
        # Imported here: scripts need none of it.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self.bar = Progress(
            TextColumn("grading"),
            BarColumn(None),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[faults]}"),
            console=Console(file=sys.stderr),
            transient=True,
        )
        self.task = self.bar.add_task("", total=total, rate="", faults="")
        self.faults = 0

    def __enter__(self) -> Bar:
        """Draw it."""
        self.bar.start()
        return self

    def __exit__(self, *fault: object) -> None:
        """Wipe it out."""
        self.bar.stop()

    def __call__(self, result: Result) -> None:
        """Move on by one."""
        self.faults += result.state in (UNREADABLE, NOT_GRADED)
        speed = self.bar.tasks[0].speed
        rate = f"{speed:.1f}/s" if speed else ""
        faults = f"{self.faults} not graded or unreadable" if self.faults else ""
        self.bar.update(self.task, advance=1, rate=rate, faults=faults, refresh=False)


def show_for(mode: str, total: int) -> Show:
    """Return what shows a run: ``json-lines``, ``quiet``, or a bar where somebody looks."""
    if mode == "json-lines":
        return Lines()
    if mode == "quiet" or not sys.stderr.isatty():
        return Silent()
    return Bar(total)
