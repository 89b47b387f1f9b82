"""`grade watch` grades on every save, answers to keys, survives what editors do, and leaves tidily."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bad_programs import RIGHT
from conftest import copy

from grader.course.course import Course
from grader.errors import UsageError
from grader.release import handout
from grader.report.screen import Screen
from grader.sandbox.client import Sandbox
from grader.student.watch import screen, watch, work
from grader.student.watch.work import Desk, Work
from grader.words.plain import in_words

PATIENCE = 30.0
END = "q quit"
BACK = "q to quit"
CLEAR = "\x1b[H\x1b[2J"

WRONG = RIGHT.replace("(prediction - y) ** 2", "abs(prediction - y)")
FORWARD = "def forward(x, w):\n    return w * x\n\n\ndef forward_with_bias(x, w, b):\n    return w * x + b\n"
BROKEN = "def squared_error(:\n"


@pytest.fixture
def home(course: Course, tmp_path: Path) -> Course:
    """Return a course of two exercises for one student to work in."""
    return copy(course.root, tmp_path / "course", ["forward", "loss"])


def save(path: Path, text: str) -> None:
    """Save a file by renaming a new one, as many editors do."""
    new = path.with_suffix(".tmp")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


# ---- on a real terminal ------------------------------------------------------------------------------


class Terminal:
    """`grade watch` on a terminal of 80 columns, seen from the chair."""

    def __init__(self, *words: str | Path, home: Course, **environment: str) -> None:
        """Start it."""
        self.ours, self.theirs = pty.openpty()
        termios.tcsetwinsize(self.theirs, (40, 80))
        self.before = termios.tcgetattr(self.theirs)
        command = [sys.executable, "-m", "grader", "watch", *map(str, words), "--course", str(home.root)]
        surroundings = {**os.environ, "TERM": "xterm-256color", **environment}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "LINES"):
            surroundings.pop(name, None)
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), self.theirs)
        self.process = subprocess.Popen(command, env=surroundings, cwd=home.root, **streams)

    def until(self, words: str, end: str = END) -> str:
        """Read until these words have come, and the frame that they are in is complete; return it."""
        text, deadline = "", time.monotonic() + PATIENCE
        while not (words in text and end in text.rpartition(words)[2]):
            if not select.select([self.ours], [], [], max(0, deadline - time.monotonic()))[0]:
                raise AssertionError(f"{words!r} did not come in:\n{text}")
            text += os.read(self.ours, 65536).decode()
        return plain(text.rpartition(CLEAR)[2])

    def press(self, key: str) -> None:
        """Press a key."""
        os.write(self.ours, key.encode())

    def end(self) -> int:
        """Wait for the end; return the exit code."""
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Switch the terminal off."""
        self.process.kill()
        self.process.wait(PATIENCE)
        for end in (self.ours, self.theirs):
            os.close(end)


Start = Callable[..., Terminal]


@pytest.fixture
def start() -> Iterator[Start]:
    """Return a function that starts `grade watch`; every terminal is switched off at the end."""
    with contextlib.ExitStack() as stack:

        def started(*words: str | Path, home: Course, **environment: str) -> Terminal:
            terminal = Terminal(*words, home=home, **environment)
            stack.callback(terminal.close)
            return terminal

        yield started


def plain(text: str) -> str:
    """Return what stands on the screen, without colours."""
    return re.sub(r"\x1b\[[\d;]*m", "", text).replace("\r", "")


def test_a_student_s_day(start: Start, home: Course) -> None:
    """From the first unfinished exercise over a mistake, a syntax error and a hint to the next, and out."""
    terminal = start(home=home)
    assert "Nothing is written yet" in terminal.until("forward  A line as a model")
    loss = home.stub("loss")
    save(loss, WRONG)
    frame = terminal.until("What went wrong")
    assert frame.startswith("loss  How wrong is a prediction?")
    assert "--hint" not in frame
    terminal.press("h")
    assert "Hint 1 of" in terminal.until("Hint 1 of")
    save(loss, BROKEN)
    assert "Line 1 is not Python" in terminal.until("is not Python")
    save(loss, RIGHT)
    assert "Done. Next is forward: press n." in terminal.until("All 8 checks passed.")
    terminal.press("n")
    assert terminal.until("forward  A line").startswith("forward")
    terminal.press("q")
    assert terminal.end() == 0
    assert termios.tcgetattr(terminal.theirs) == terminal.before


def test_what_keys_show(start: Start, home: Course) -> None:
    """The list, the story and the report's place; any other key leads back."""
    terminal = start(home.stub("forward"), home=home)
    terminal.until("forward  A line as a model")
    terminal.press("l")
    assert "0 of 2 done. Next: forward" in terminal.until("Next: forward", BACK)
    terminal.press("x")
    terminal.until("forward  A line as a model")
    terminal.press("s")
    assert "Page 1 of" in terminal.until("A line as a model", "back. q: quit.")
    terminal.press(" ")
    assert "What to write." in terminal.until("What to write.", BACK)
    terminal.press("x")
    terminal.until("forward  A line as a model")
    terminal.press("o")
    frame = terminal.until("The report is in")
    assert ".grade/reports/forward.html" in frame.replace("\n", "")
    assert "<html" in (home.root / ".grade" / "reports" / "forward.html").read_text(encoding="utf-8")


def test_a_frame_fits_a_terminal(start: Start, home: Course) -> None:
    """No line is wider than 80 columns, and the screen is emptied once a frame."""
    save(home.stub("loss"), WRONG)
    terminal = start(home.stub("loss"), home=home)
    frame = terminal.until("What went wrong")
    assert max(map(len, frame.split("\n"))) <= 80


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 0)]
)
def test_a_signal_restores_the_terminal(start: Start, home: Course, number: int, code: int) -> None:
    """However it is asked to end, the terminal is what it was."""
    terminal = start(home.stub("forward"), home=home)
    terminal.until("forward  A line")
    assert termios.tcgetattr(terminal.theirs) != terminal.before
    terminal.process.send_signal(number)
    assert terminal.end() == code
    assert termios.tcgetattr(terminal.theirs) == terminal.before


def test_a_screen_of_another_size(start: Start, home: Course) -> None:
    """A frame is laid out anew when the window changes."""
    terminal = start(home.stub("forward"), home=home)
    terminal.until("forward  A line")
    termios.tcsetwinsize(terminal.theirs, (40, 60))
    terminal.process.send_signal(signal.SIGWINCH)
    assert max(map(len, terminal.until("forward  A line").split("\n"))) <= 60


def test_polling(start: Start, home: Course) -> None:
    """Where no notices come, the files are looked at again and again."""
    terminal = start(home.stub("loss"), home=home, GRADE_POLL="1")
    terminal.until("loss  How wrong")
    time.sleep(0.5)
    save(home.stub("loss"), RIGHT)
    assert "All 8 checks passed." in terminal.until("All 8 checks passed.")


def test_without_a_terminal(home: Course) -> None:
    """In a pipe one report follows the other, without commands to a screen."""
    command = [sys.executable, "-m", "grader", "watch", "exercises"]
    with subprocess.Popen(
        command, cwd=home.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        for text, words in ((None, "Sandbox: "), (RIGHT, "Done. Next: forward")):
            if text is not None:
                save(home.stub("loss"), text)
            line = next(line for line in process.stdout if words in line)
            assert "\x1b" not in line
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nothing.py"], "there is no such file or folder"),
        (["strange.py"], "which exercise is this?"),
        (["nowhere"], "there is no such file or folder"),
    ],
)
def test_what_cannot_be_watched(home: Course, words: list[str], said: str) -> None:
    """A wrong name ends with exit code 2 and a sentence."""
    (home.root / "strange.py").write_text("")
    done = subprocess.run(
        [sys.executable, "-m", "grader", "watch", *words],
        cwd=home.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert said in done.stderr


# ---- one step at a time ------------------------------------------------------------------------------


@pytest.fixture
def desk(home: Course, sandbox: Sandbox) -> Desk:
    """Return a desk at which nothing was done yet."""
    return Desk(home, sandbox)


def passed(now: Work) -> bool:
    """Tell whether the exercise in hand passes."""
    return now.report is not None and now.report.passed


def test_work_begins_with_what_is_unfinished(desk: Desk) -> None:
    """The first exercise without a pass is taken up; where all passed, the first."""
    assert work.begin(desk).id == "forward"
    desk.course.notes.remember("forward", 1, 1, True)
    assert work.begin(desk).id == "loss"
    desk.course.notes.remember("loss", 1, 1, True)
    assert work.begin(desk).id == "forward"


def test_a_course_without_exercises(sandbox: Sandbox, tmp_path: Path) -> None:
    """Where there is nothing to do, that is said."""
    (tmp_path / "solutions").mkdir()
    with pytest.raises(UsageError, match="holds no exercise"):
        work.begin(Desk(Course(tmp_path), sandbox))


def test_a_file_that_is_not_there_yet(desk: Desk) -> None:
    """An exercise whose file was deleted waits for it."""
    desk.course.stub("forward").unlink()
    now = work.begin(desk)
    assert (now.report, "is not there" in now.fault) == (None, True)
    save(desk.course.stub("forward"), FORWARD)
    assert passed(work.saved(desk, now, [desk.course.stub("forward")]))


def test_the_same_text_is_not_graded_twice(desk: Desk) -> None:
    """A save that changes nothing changes nothing on the screen."""
    now = work.begin(desk)
    os.utime(now.path)
    assert work.saved(desk, now, [now.path]) is now


def test_a_file_that_is_just_being_renamed(desk: Desk) -> None:
    """While an editor has put the file aside, the last report stays."""
    now = work.begin(desk)
    now.path.unlink()
    assert work.saved(desk, now, [now.path]) is now


def test_a_file_that_is_just_being_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was emptied is given the time to be filled."""
    now = work.begin(desk)
    now.path.write_text("")
    monkeypatch.setattr("time.sleep", lambda seconds: save(now.path, FORWARD))
    assert passed(work.saved(desk, now, [now.path]))


def test_an_empty_file_is_graded_in_the_end(desk: Desk) -> None:
    """A file that stays empty is an empty answer."""
    now = work.begin(desk)
    now.path.write_text("")
    later = work.saved(desk, now, [now.path])
    assert later.report is not None
    assert "The file is empty. Was it saved?" in str(in_words(later.report.verdicts[0]).message)


def test_of_several_files_the_newest_counts(desk: Desk) -> None:
    """Where many files change at once and the one in hand does not, the newest is taken up."""
    now = work.begin(desk)
    old, new = (desk.course.root / "exercises" / f"{name}_loss.py" for name in ("old", "new"))
    for path, time_ in ((new, 2_000_000_000), (old, 1_000_000_000)):
        path.write_text(RIGHT)
        os.utime(path, (time_, time_))
    later = work.saved(desk, now, [old, new])
    assert (later.id, later.path, passed(later)) == ("loss", new, True)
    assert work.saved(desk, later, [old]).path == old


def test_a_file_that_is_no_exercise(desk: Desk) -> None:
    """A file that answers nothing is said, and the work goes on with the next save."""
    now = work.begin(desk)
    strange = desk.course.root / "exercises" / "strange.py"
    strange.write_text("x = 1")
    later = work.saved(desk, now, [strange])
    assert "which exercise is this?" in later.fault
    save(now.path, FORWARD)
    assert passed(work.saved(desk, later, [now.path]))


@pytest.mark.parametrize("data", [b"\0\1\2", b"\xff\xfe\x00", b"#" * (1 << 21)])
def test_a_file_that_cannot_be_read(desk: Desk, data: bytes) -> None:
    """What is no program is said where the report stood; nothing ends."""
    now = work.begin(desk)
    now.path.write_bytes(data)
    later = work.saved(desk, now, [now.path])
    assert later.report is None
    assert str(now.path) in later.fault


def test_a_notebook_is_graded_too(desk: Desk) -> None:
    """A notebook that is saved is a submission like any other."""
    now = work.begin(desk)
    path = desk.course.root / "notebooks" / "loss.ipynb"
    handout.write_notebooks(desk.course, ["loss"], None)
    later = work.saved(desk, now, [path])
    assert (later.id, later.path, later.report is None) == ("loss", path, False)


def test_only_the_named_file_counts(desk: Desk) -> None:
    """Where a file was named, its neighbours are nobody's business."""
    one = replace(desk, file=desk.course.stub("loss"))
    now = work.begin(one)
    save(desk.course.stub("forward"), FORWARD)
    assert work.saved(one, now, [desk.course.stub("forward")]) is now


def test_the_next_exercise(desk: Desk) -> None:
    """The next one that is unfinished is taken up, after the last the first; where none is left, the same."""
    first = work.begin(desk)
    second = work.following(desk, first)
    assert (second.id, work.following(desk, second).id) == ("loss", "forward")
    desk.course.notes.remember("forward", 1, 1, True)
    assert work.following(desk, second) is second


def test_a_long_text_is_read_page_by_page(desk: Desk) -> None:
    """The space bar shows every line once, and after the last page leads back to the report."""
    shown = watch.story(desk, watch.Shown(work.begin(desk)))
    pages = screen.sheets(shown.page, watch.height())
    assert "\n".join(pages) == shown.page.rstrip("\n")
    assert max(page.count("\n") for page in pages) < watch.height() - screen.ROOM_FOR_KEYS
    for page in range(1, len(pages)):
        shown = watch.turn(desk, shown)
        assert shown.turned == page
    assert watch.turn(desk, shown).page == ""
    assert watch.story(desk, shown).turned == 0


def test_any_screen_shows_something() -> None:
    """On a screen of hardly any lines a text is read line by line."""
    assert screen.sheets("one\ntwo\n", 1) == ["one", "two"]
    assert screen.sheets("", 24) == [""]


def test_a_hint_is_asked_for_by_a_key(desk: Desk) -> None:
    """The key shows one more step of what the last report found; of what nothing was graded, it says so."""
    save(desk.course.stub("loss"), WRONG)
    shown = watch.Shown(work.begin(replace(desk, file=desk.course.stub("loss"))))
    texts = [watch.hint(desk, shown).aside for _ in range(2)]
    assert [len(text) for text in texts] == [3, 4]
    (desk.course.root / ".grade" / "hints.json").unlink()
    assert "was not graded yet" in watch.hint(desk, shown).aside[0]


def test_a_hint_that_costs_shows_in_the_report(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hints have a price, the report on the screen counts it at once."""
    monkeypatch.setattr("grader.student.hints.price", lambda course: 0.5)
    save(desk.course.stub("loss"), WRONG)
    now = work.begin(replace(desk, file=desk.course.stub("loss")))
    later = watch.hint(desk, watch.Shown(now)).work
    assert now.report is not None
    assert later.report is not None
    assert (now.report.deducted, later.report.deducted) == (0, 0.5)


def test_no_report_to_open(desk: Desk) -> None:
    """Without a report there is no page to open."""
    desk.course.stub("forward").unlink()
    assert watch.opened(desk, watch.Shown(work.begin(desk))).aside == ("There is no report yet.",)


def test_a_browser_is_opened_where_there_is_a_desktop(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report's page is handed to the browser, and its path is told."""
    shown, opened = watch.Shown(work.begin(desk)), []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setenv("DISPLAY", ":0")
    said = watch.opened(desk, shown).aside[0]
    assert [Path(uri.removeprefix("file://")) for uri in opened] == [
        Path(said.removeprefix("The report is in "))
    ]


@pytest.mark.parametrize(
    ("environment", "has_one"), [({}, False), ({"DISPLAY": ":0"}, True), ({"BROWSER": "w3m"}, True)]
)
def test_a_desktop(environment: dict[str, str], has_one: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser in the terminal itself would take it from us; only a desktop has room for one."""
    monkeypatch.setattr("sys.platform", "linux")
    assert watch.has_desktop(environment) is has_one


def test_a_fault_of_a_key_is_told(desk: Desk) -> None:
    """Where the next exercise cannot be had, the one in hand stays, with the reason below."""
    shown = watch.Shown(work.begin(desk))
    (desk.course.root / "solutions" / "loss.py").write_text("not python (")
    later = watch.react(desk, shown, "n")
    assert later.work is shown.work
    assert "this is not Python" in later.aside[0]


def test_an_end_of_notices_is_an_error(desk: Desk) -> None:
    """Where the system notices no more saves, that is said with the remedy."""
    with pytest.raises(UsageError, match=r"no saves are noticed any more .*; try --poll"):
        watch.react(desk, watch.Shown(work.begin(desk)), OSError("limit reached"))


def test_the_end_of_the_course(desk: Desk) -> None:
    """After the last exercise there is no next one to press a key for."""
    desk.course.notes.remember("loss", 1, 1, True)
    save(desk.course.stub("forward"), FORWARD)
    now = work.begin(desk)
    text = screen.frame(now, (), desk.course, Screen(), live=True)
    assert text.startswith(screen.CLEAR)
    assert "Done, and so is every exercise of the course." in text


def test_a_poor_screen(desk: Desk) -> None:
    """A screen without our signs gets others, and a narrow one gets short lines."""
    text = screen.frame(work.begin(desk), ("a·b " * 30,), desk.course, Screen(30, False, "ascii"), live=False)
    assert text.isascii()
    assert max(map(len, text.split("\n"))) <= 30
