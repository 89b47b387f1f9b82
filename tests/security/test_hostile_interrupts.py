"""A grading that is cut short leaves nothing half-written and nothing running; the next one is fine."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import endurance
import pytest

from grader.course.course import Course

SLOW = "import time\ntime.sleep(30)  # {marker}\n"
"""A submission that is still being loaded when the end comes."""


@pytest.fixture
def slow(small_course: Course) -> Path:
    """Return a submission that takes half a minute."""
    path = small_course.root / "forward.py"
    path.write_text(SLOW, encoding="utf-8")
    return path


def submit(file: Path, *words: str | Path, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    """Start a `grade submit` in the folder of the file, which is the course's."""
    command = [sys.executable, "-m", "grader", "submit", *map(str, (file, *words))]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command,
        cwd=file.parent,
        stdout=pipe,
        stderr=pipe,
        text=True,
        preexec_fn=before,
        start_new_session=True,
    )


def wait_for_child(process: subprocess.Popen[str]) -> list[int]:
    """Return a command's processes when the program runs: the server has forked, and all is quiet."""
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        found = endurance.descendants(process.pid)
        if len(found) >= 2 and all(asleep(pid) for pid in found):
            time.sleep(0.3)
            return endurance.descendants(process.pid)
        time.sleep(0.05)
    raise AssertionError("no program is running")


def asleep(pid: int) -> bool:
    """Tell whether a process waits for something."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "S"
    return False


def gone(pids: list[int]) -> bool:
    """Tell whether processes end within a moment."""
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("number", "status", "words"),
    [
        (signal.SIGINT, 130, "grade: interrupted\n"),
        (signal.SIGTERM, 143, "grade: stopped\n"),
        (signal.SIGKILL, -signal.SIGKILL, ""),
    ],
)
def test_a_submission_that_is_cut_short(slow: Path, number: signal.Signals, status: int, words: str):
    """It says so and ends at once, writes nothing, and takes every process of its own with it."""
    before = contents(slow.parent)
    html = slow.parent / "report.html"
    with submit(slow, "--html", html, "--json", slow.parent / "report.json") as process:
        running = wait_for_child(process)
        started = time.monotonic()
        process.send_signal(number)
        said, complained = process.communicate(timeout=10)
    assert process.returncode == status
    assert time.monotonic() - started < 60
    assert (said, complained) == ("", words)
    assert gone(running)
    assert contents(slow.parent) == before


def test_the_terminals_interrupt_reaches_everybody(slow: Path):
    """Ctrl-C goes to the whole group of processes: it is the grader that answers it."""
    with submit(slow) as process:
        running = wait_for_child(process)
        os.killpg(process.pid, signal.SIGINT)
        said, complained = process.communicate(timeout=10)
    assert (process.returncode, said, complained) == (130, "", "grade: interrupted\n")
    assert gone(running)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("delay", [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6])
def test_a_signal_at_any_moment(slow: Path, number: signal.Signals, delay: float):
    """Whatever was going on, nothing keeps running and no file is half-written."""
    before = contents(slow.parent)
    report = slow.parent / "report.json"
    with submit(slow, "--json", report) as process:
        time.sleep(delay)
        running = endurance.descendants(process.pid)
        process.send_signal(number)
        process.communicate(timeout=10)
    assert gone(running)
    assert contents(slow.parent) == before


IN_A_CALLBACK = """
import signal, sys, time, weakref
from grader import cli
sys.unraisablehook = cli.raise_again
class Dying: pass
dying = Dying()
held = weakref.ref(dying, lambda _: {what})
try:
    del dying
    time.sleep(60)
except {kind} as fault:
    sys.exit(f"ended by {{fault!r}}")
"""
"""An interrupt while Python runs a callback, which may raise nothing."""


@pytest.mark.parametrize(
    ("what", "kind", "words"),
    [
        ("signal.raise_signal(signal.SIGINT)", "KeyboardInterrupt", "ended by KeyboardInterrupt()\n"),
        ("sys.exit(143)", "SystemExit", "ended by SystemExit(143)\n"),
    ],
)
def test_an_interrupt_that_python_drops(what: str, kind: str, words: str):
    """It is raised again a moment later, so that it ends the command all the same."""
    code = IN_A_CALLBACK.format(what=what, kind=kind)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stderr) == (1, words)


def test_another_fault_that_python_drops():
    """It is shown as Python shows it, and nothing ends."""
    code = IN_A_CALLBACK.format(what="1 / 0", kind="OSError").replace("sleep(60)", "sleep(0.3)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert done.returncode == 0
    assert "ZeroDivisionError" in done.stderr


def test_the_next_submission_is_fine(slow: Path):
    """What one left behind does not disturb the next."""
    with submit(slow) as process:
        wait_for_child(process)
        process.kill()
    slow.write_text("def forward(x, w, b):\n    return 0\n", encoding="utf-8")
    with submit(slow) as process:
        said, complained = process.communicate(timeout=60)
    assert process.returncode == 1, complained
    assert "forward" in said


def full_disk() -> None:
    """Let no file grow beyond a few bytes; what Python reads and pipes is not touched."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@pytest.mark.parametrize("option", ["--html", "--json"])
def test_a_report_on_a_full_disk(slow: Path, option: str):
    """The error names the file and the reason; the report of last time is still there."""
    slow.write_text("def forward(x, w, b):\n    return 0\n", encoding="utf-8")
    report = slow.parent / "report.txt"
    report.write_text("last time's", encoding="utf-8")
    with submit(slow, option, report, before=full_disk) as process:
        _, complained = process.communicate(timeout=60)
    assert process.returncode in (2, 3)
    assert "Traceback" not in complained
    assert complained.startswith("grade: ")
    assert report.read_text(encoding="utf-8") == "last time's"


def test_a_device_that_is_full(slow: Path):
    """Writing to it fails with its name and the reason."""
    slow.write_text("def forward(x, w, b):\n    return 0\n", encoding="utf-8")
    with submit(slow, "--json", "/dev/full") as process:
        _, complained = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "/dev/full: cannot be written (No space left on device)" in complained


@pytest.fixture
def results(slow: Path) -> Iterator[bytes]:
    """Return the remembered results after one submission; they must be whole at the end."""
    slow.write_text("def forward(x, w, b):\n    return 0\n", encoding="utf-8")
    with submit(slow) as process:
        process.communicate(timeout=60)
    path = slow.parent / ".grade" / "results.json"
    yield path.read_bytes()
    assert Course(slow.parent).notes.results() is not None


def test_the_results_on_a_full_disk(slow: Path, results: bytes):
    """They stay as they were."""
    with submit(slow, before=full_disk) as process:
        process.communicate(timeout=60)
    path = slow.parent / ".grade" / "results.json"
    assert path.read_bytes() == results
