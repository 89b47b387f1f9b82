"""Grade again on every save, answer to keys, and leave the terminal as it was."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from grader.course import finding
from grader.course.course import Course
from grader.errors import GraderError, UsageError
from grader.report import html
from grader.report.screen import screen as screen_of
from grader.sandbox.client import Sandbox
from grader.student import session
from grader.student.watch import screen
from grader.student.watch.keyboard import presses, single_keys
from grader.student.watch.saves import saves
from grader.student.watch.work import Desk, Work, begin, following, hinted, saved
from grader.student.writing import write_text
from grader.words.catalogue import sentence
from grader.words.language import in_files
from grader.words.meant import nothing_at


@dataclass(frozen=True)
class Asked:
    """What somebody wants to have watched: a file, a folder of them, or the course's own folders."""

    target: Path | None = None
    exercise: str | None = None
    course: Path | None = None
    timeout: float | None = None
    poll: bool = False


@dataclass(frozen=True)
class Shown:
    """What the screen shows: the exercise in hand, with lines below its report, or a text in its place.

    ``turned`` counts the screens of that text that were read.
    """

    work: Work
    aside: tuple[str, ...] = ()
    page: str = ""
    turned: int = 0


Event = frozenset[Path] | str | Exception | None
"""Programs that were saved, a key, why no saves are noticed any more; None for a screen of another size."""

QUIT = "q"

ASLEEP = 1.0
"""Seconds that a wait for the next event lasts at most, before signals are looked for and it begins anew."""


def watch(asked: Asked) -> None:
    """Grade what is saved until somebody quits.

    Raises:
        GraderError: there is nothing to watch, or the sandbox does not start.
    """
    home = finding.find(asked.course, Path.cwd(), folder_of(asked.target) / "any" if asked.target else None)
    desk_file = asked.target.resolve() if asked.target and asked.target.is_file() else None
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    live = sys.stdin.isatty() and sys.stdout.isatty()
    with ExitStack() as stack:
        made = Sandbox(session.limits(asked.timeout), demand=session.demand(home), total=home.seconds)
        sandbox = stack.enter_context(made)
        desk = Desk(home, sandbox, desk_file, asked.exercise)
        stop = threading.Event()
        stack.callback(stop.set)
        run(hear, saves(folders(home, asked.target), asked.poll, stop), events)
        if live:
            stack.enter_context(single_keys(sys.stdin.fileno()))
            run(hear, presses(sys.stdin.fileno()), events)
            if hasattr(signal, "SIGWINCH"):  # on Windows the next report has the new size
                signal.signal(signal.SIGWINCH, lambda number, frame: events.put(None))
        with suppress(KeyboardInterrupt):
            converse(desk, events, live)


def converse(desk: Desk, events: queue.SimpleQueue[Event], live: bool) -> None:
    """Show the exercise in hand, then react to one event after the other, until the key to quit."""
    shown = Shown(begin(desk))
    draw(desk, shown, live)
    while (event := next_of(events)) != QUIT:
        before = shown
        shown = react(desk, shown, event)
        if shown != before or event is None:
            draw(desk, shown, live)


def next_of(events: queue.SimpleQueue[Event]) -> Event:
    """Wait for the next event.

    A signal that comes just before a wait does not end it, and Python reacts to signals between waits only;
    so none lasts for ever, or a terminal that was closed at that moment would leave its process behind.
    """
    while True:
        with suppress(queue.Empty):
            return events.get(timeout=ASLEEP)


def react(desk: Desk, shown: Shown, event: Event) -> Shown:
    """Return what is to be seen after an event."""
    if event is None:
        return shown
    if isinstance(event, Exception):
        raise UsageError(f"no saves are noticed any more ({event}); try --poll")
    if isinstance(event, frozenset):
        work = saved(desk, shown.work, event)
        return shown if work == shown.work else Shown(work)
    try:
        return KEYS.get(event, back)(desk, shown)
    except GraderError as fault:
        return replace(shown, aside=(str(fault),), page="")


# ---- keys --------------------------------------------------------------------------------------------


def back(desk: Desk, shown: Shown) -> Shown:
    """Go back to the report."""
    return replace(shown, page="")


def turn(desk: Desk, shown: Shown) -> Shown:
    """Go on to the next screen of a long text, after the last one back to the report."""
    more = shown.turned + 1 < len(screen.sheets(shown.page, height()))
    return replace(shown, turned=shown.turned + 1) if more else back(desk, shown)


def hint(desk: Desk, shown: Shown) -> Shown:
    """Show one more hint."""
    work, text = hinted(desk, shown.work)
    return Shown(work, text)


def listing(desk: Desk, shown: Shown) -> Shown:
    """Show the list of exercises."""
    return replace(shown, page=screen.overview(desk.course, screen_of(sys.stdout, os.environ)), turned=0)


def story(desk: Desk, shown: Shown) -> Shown:
    """Show the story of the exercise in hand."""
    page = screen.story(desk.course, shown.work, screen_of(sys.stdout, os.environ))
    return replace(shown, page=page, turned=0)


def onward(desk: Desk, shown: Shown) -> Shown:
    """Take up the next exercise that is not finished."""
    return Shown(following(replace(desk, file=None), shown.work))


def opened(desk: Desk, shown: Shown) -> Shown:
    """Write the report as a web page, and open it where there is a desktop to open it on."""
    if shown.work.report is None:
        return replace(shown, aside=(sentence("watch.no_report"),), page="")
    path = desk.course.root / ".grade" / "reports" / f"{shown.work.id}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    with in_files():
        write_text(path, html.render(shown.work.report))
    if has_desktop(os.environ):
        webbrowser.open(path.as_uri())
    return replace(shown, aside=(sentence("watch.report", path=path),), page="")


def has_desktop(environment: Mapping[str, str]) -> bool:
    """Tell whether a browser would open beside this terminal, and not in it."""
    named = {"DISPLAY", "WAYLAND_DISPLAY", "BROWSER"} & environment.keys()
    return bool(named) or sys.platform in ("darwin", "win32")


KEYS: Mapping[str, Callable[[Desk, Shown], Shown]] = MappingProxyType(
    {"h": hint, "l": listing, "n": onward, "o": opened, "s": story, " ": turn}
)


# ---- eyes, ears, hands -------------------------------------------------------------------------------


def draw(desk: Desk, shown: Shown, live: bool) -> None:
    """Write what is to be seen, in one piece so that it does not flicker."""
    how = screen_of(sys.stdout, os.environ)
    if shown.page:
        text = screen.CLEAR + screen.sheet(shown.page, shown.turned, height(), how)
    else:
        text = screen.frame(shown.work, shown.aside, desk.course, how, live)
    sys.stdout.write(text)
    sys.stdout.flush()


def height() -> int:
    """Return how many lines the terminal has."""
    return shutil.get_terminal_size().lines


def hear(source: Iterator[frozenset[Path]] | Iterator[str], events: queue.SimpleQueue[Event]) -> None:
    """Pass on what happens."""
    try:
        for event in source:
            events.put(event)
    except (OSError, RuntimeError) as fault:  # the latter is what watchfiles raises
        events.put(fault)


def run(function: Callable[..., None], *arguments: object) -> None:
    """Run a function beside this one; it ends with the process."""
    threading.Thread(target=function, args=arguments, daemon=True).start()


def folder_of(target: Path | None) -> Path:
    """Return the folder that is watched.

    Raises:
        UsageError: there is no such file or folder.
    """
    if target is None:
        return Path.cwd()
    if not target.exists():
        raise UsageError(nothing_at(target))
    return target if target.is_dir() else target.parent


def folders(home: Course, target: Path | None) -> Sequence[Path]:
    """Return the folders to watch: the file's, the one that was named, or those that students write in."""
    if target is not None and target.resolve() != home.root:
        return [folder_of(target).resolve()]
    return [path for path in (home.root / "exercises", home.root / "notebooks") if path.is_dir()]
