"""What tests share: a copy of the course with its keys, and one warm sandbox."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings
from samples import NIGHTLY, said

from grader.cli import main
from grader.course.course import Course
from grader.course.engine import rows_engine
from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.inside.observation import Limits, Program
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.keys.making.remembering import Remembering
from grader.keys.making.rows import Rows
from grader.pages import page
from grader.sandbox.client import Sandbox

# Machines that test are shared and slow at times; only what a test finds counts, not how long it takes.
# Two ordinary runs of one tree draw the same and agree; what is new is looked for at night.
settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("nightly", settings.get_profile("patient"), derandomize=False, max_examples=1000)

REPEATS = 10 if NIGHTLY else 1
"""How many times as often a loop over random inputs runs."""

settings.load_profile("nightly" if NIGHTLY else "patient")

ROOT = Path(__file__).resolve().parent.parent

BLOCKS = ("forward", "loss", "manual_gradient", "update_step", "zero_grad", "quadratic", "backprop_222")
"""The course's building blocks, on which everything is tried; other exercises have tests of their own."""

PATIENCE = 0.8
"""Seconds that a call may take where a test waits for the end of them."""

Grade = Callable[..., Report]
Run = Callable[..., Result]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the option that writes the golden reports anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden reports anew")


def pytest_configure() -> None:
    """Let signals end what tests start, also where a shell has started all this in the background.

    There they are ignored, which programs hand on. A handler that does nothing ignores them here all the
    same, and a new program does not inherit it.
    """
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: some test always waits."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which sample was run of what repeats, and how to run it again."""
    words = " ".join(f"{name}={value}" for name, value in said().items())
    terminalreporter.write_line(f"samples: {words}" + ("" if NIGHTLY else ", all of them in `make nightly`"))


def copy(source: Path, target: Path, ids: Sequence[str]) -> Course:
    """Copy some of a course's exercises, with their keys: no test writes into the repository."""
    refresh(source, ids)
    for folder, suffix in (("solutions", ".py"), ("exercises", ".py"), (".grade/keys", ".json")):
        (target / folder).mkdir(parents=True)
        for id in ids:
            shutil.copy(source / folder / f"{id}{suffix}", target / folder)
    shutil.copy(source / "course.toml", target)
    share_rows(Course(source).rows, Course(target).rows)
    return Course(target)


def share_rows(source: Path, target: Path) -> None:
    """Let a copy remember what programs gave, so that a key is made anew at once where little has changed."""
    if not source.exists():
        return
    if source.is_relative_to(ROOT):
        with alone(ROOT):
            shutil.copy(source, target)
    else:
        target.symlink_to(source.resolve())


def refresh(source: Path, ids: Sequence[str]) -> None:
    """Make the keys that are missing once for all workers: the first makes them, the others wait for it."""
    with alone(source):
        Course(source).refresh(ids)


@contextmanager
def alone(source: Path) -> Iterator[None]:
    """Be the only worker that writes or copies what a course remembers."""
    (source / ".grade").mkdir(exist_ok=True)
    with open(source / ".grade" / "tests.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Return a copy of the course with its building blocks only."""
    return copy(ROOT, tmp_path_factory.mktemp("course"), BLOCKS)


@pytest.fixture
def small_course(course: Course, tmp_path: Path) -> Course:
    """Return a course of one exercise, ``forward``, for a test that changes it."""
    return copy(course.root, tmp_path / "small", ["forward"])


@pytest.fixture(scope="session")
def keys(course: Course) -> Mapping[str, AnswerKey]:
    """Return the answer key of every exercise."""
    return {id: course.key(id) for id in course.order}


@pytest.fixture(scope="session")
def references(course: Course) -> Mapping[str, str]:
    """Return the text of every exercise's reference."""
    return {id: page.read(course.page(id)).reference.text for id in course.order}


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Start one warm sandbox for all tests."""
    with Sandbox() as shared:
        yield shared


@pytest.fixture(scope="session")
def remembering(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Remembering]:
    """Return the warm sandbox as `grade prove` uses it: what did not change is not observed again."""
    with closing(Rows(tmp_path_factory.mktemp("rows") / "rows.sqlite", rows_engine())) as rows:
        yield Remembering(sandbox, rows)


@pytest.fixture(scope="session")
def impatient() -> Iterator[Sandbox]:
    """Start a sandbox for programs that never end: it does not wait long."""
    with Sandbox(Limits(load=PATIENCE, call=PATIENCE)) as short:
        yield short


@pytest.fixture(scope="session")
def graded(keys: Mapping[str, AnswerKey], sandbox: Sandbox) -> Grade:
    """Return a function that grades a program's text as an answer to an exercise."""

    def of(exercise: str, text: str, own: Sandbox | None = None) -> Report:
        handed_in = Submission(exercise, f"{exercise}.py", Program(text, filename=f"{exercise}.py"), "0" * 64)
        return grade(handed_in, keys[exercise], own or sandbox)

    return of


@pytest.fixture(scope="session")
def run(course: Course) -> Run:
    """Return a function that runs a command on the copied course, or on another."""

    def of(*words: str | Path, on: Course = course) -> Result:
        return CliRunner().invoke(main, [*map(str, words), "--course", str(on.root)])

    return of
