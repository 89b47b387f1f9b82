"""Wherever and however it is started, the grader works, or says one true sentence and ends."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import disposable
import pytest
from conftest import ROOT, Run

from grader.course.course import Course
from grader.inside.observation import Limits, Outcome, Program
from grader.sandbox import policy, start
from grader.sandbox.client import Sandbox

Before = Callable[[], object]


def files_at_most(many: int) -> Before:
    """Return what allows that many open files."""
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (many, many))


def closed(*numbers: int) -> Before:
    """Return what closes streams."""
    return lambda: [os.close(number) for number in numbers]


STARTS: dict[str, Before] = {
    "the end of children ignored": lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN),
    "the end of children blocked": lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD]),
    "every signal blocked": lambda: signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals()),
    "no input": closed(0),
    "no output": closed(1),
    "no errors": closed(2),
    "no streams": closed(0, 1, 2),
    "200 files": files_at_most(200),
    "64 files": files_at_most(64),
    "no core, no priority": lambda: os.nice(5),
    "an unfriendly mask": lambda: os.umask(0o777),
}


def submit(course: Course, before: Before) -> subprocess.CompletedProcess[str]:
    """Grade a stub in a process that is started in an odd way."""
    words = [
        sys.executable,
        "-m",
        "grader",
        "submit",
        str(course.stub("forward")),
        "--course",
        str(course.root),
    ]
    report = course.root / "report.json"
    return subprocess.run(
        [*words, "--json", str(report)],
        preexec_fn=before,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("name", STARTS)
def test_it_works(name: str, small_course: Course) -> None:
    """A report is written, with every check in it, and the exit code says what it says everywhere."""
    done = submit(small_course, STARTS[name])
    assert done.returncode == 1, done.stderr
    report = small_course.root / "report.json"
    report.chmod(0o600)
    assert {one["status"] for one in json.loads(report.read_text())["checks"]} <= {"unfinished", "not_run"}


@pytest.mark.parametrize("many", [12, 16])
def test_too_few_open_files(many: int, small_course: Course) -> None:
    """Where it cannot work it says so, with what to do, and nobody gets a zero."""
    done = submit(small_course, files_at_most(many))
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("grade: ")
    assert "ulimit -n" in done.stderr


@pytest.mark.parametrize("columns", ["0", "1", "-5", "x", "99999999999999999999"])
@pytest.mark.parametrize("words", [("show", "forward"), ("list",), ("doctor",)], ids=lambda words: words[0])
def test_a_terminal_of_an_odd_width(words: tuple[str, ...], columns: str, small_course: Course) -> None:
    """One that says it has no column, or next to none, is told all the same, a word a line at worst."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", *words],
        cwd=small_course.root,
        env={**os.environ, "COLUMNS": columns, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode in (0, 1), done.stderr
    assert len(done.stdout.split()) > 20


@pytest.mark.parametrize(
    "words", [("list",), ("submit", "/nowhere/forward.py"), ("doctor",)], ids=lambda words: words[0]
)
def test_a_folder_that_was_removed(words: tuple[str, ...], tmp_path: Path) -> None:
    """Whoever works in it is told so, in one sentence."""
    (tmp_path / "gone").mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from grader.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=tmp_path / "gone",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "is not there any more" in done.stderr


def test_a_library_starts_no_threads(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """Where OpenBLAS gets none it interrupts the process, which would read as somebody's Ctrl-C."""
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    run("list")
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


# ---- a shell that allows less than a program is promised --------------------------------------------

HUNGRY = {
    "memory": "import numpy as np\n\ndef f():\n    return np.ones(60_000_000)[0]\n",
    "time": "import time\n\ndef f():\n    while time.process_time() < 4:\n        pass\n    return 1.0\n",
    "nothing": "def f():\n    return 1.0\n",
    "endless": "def f():\n    while True:\n        pass\n",
}
"""Programs that use what they are promised, and one that asks for no more than there is."""

OBSERVES = """
import sys; sys.path[:0] = [{root!r}, {tests!r}]
from programs import asked
from grader.errors import SandboxError
from grader.inside.observation import Limits, Program
from grader.sandbox.client import Sandbox
with Sandbox(Limits(call=8.0 if {name!r} != "endless" else 1.0)) as sandbox:
    try:
        print(sandbox.observe(Program({text!r}), [asked("f")], "numpy").row[0].outcome.value)
    except SandboxError as fault:
        print(fault)
"""


@pytest.mark.parametrize(
    ("limit", "amount", "name", "says"),
    [
        ("AS", 500 << 20, "memory", "ulimit -v"),
        ("DATA", 300 << 20, "memory", "ulimit -d"),
        ("CPU", 3, "time", "ulimit -t"),
        ("AS", 500 << 20, "nothing", "returned"),
        ("DATA", 300 << 20, "endless", "timed_out"),
        ("CORE", 0, "memory", "returned"),
        ("CORE", 0, "time", "returned"),
    ],
)
def test_less_than_promised(limit: str, amount: int, name: str, says: str) -> None:
    """A right program that gets too little is not graded, with what to type; others are graded as ever."""
    code = OBSERVES.format(root=str(ROOT), tests=str(ROOT / "tests"), text=HUNGRY[name], name=name)
    what = getattr(resource, f"RLIMIT_{limit}")
    done = subprocess.run(
        [sys.executable, "-c", code],
        preexec_fn=lambda: resource.setrlimit(what, (amount, amount)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert says in done.stdout, done.stdout + done.stderr


# ---- rights that are handed down ----------------------------------------------------------------------

HANDED_DOWN = """
import ctypes, struct
libc = ctypes.CDLL(None, use_errno=True)
header = struct.pack("<Ii", 0x20080522, 0)
assert libc.prctl(8, 1, 0, 0, 0) == 0                              # keep capabilities over the change of user
import os
os.setgroups([]); os.setresgid(61234, 61234, 61234); os.setresuid(61234, 61234, 61234)
bits = 0b110 if AMBIENT else 0b10
assert libc.capset(header, struct.pack("<6I", *(([1 << 1] * 3) + [0] * 3))) == 0
if AMBIENT:
    assert libc.prctl(47, 2, 1, 0, 0) == 0
else:
    assert libc.capset(header, struct.pack("<6I", 0, 0, 1 << 1, 0, 0, 0)) == 0
"""
"""Becomes an ordinary user who holds CAP_DAC_OVERRIDE, or hands it down only."""


@pytest.mark.parametrize("ambient", [True, False], ids=["ambient", "inheritable"])
@pytest.mark.parametrize("tier", ["namespaces", "kernel-only"])
def test_capabilities_are_not_handed_on(ambient: bool, tier: str) -> None:
    """An ordinary user's capabilities reach neither bubblewrap, which refuses them, nor a program."""
    if os.getuid() != 0 or disposable.available():
        pytest.skip("only root can hand capabilities down")
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nAMBIENT = {ambient}\n{HANDED_DOWN}\n"
    code += f"from grader.sandbox.client import Sandbox\nwith Sandbox(tier={tier!r}) as sandbox:\n"
    code += "    print(*sorted(sandbox.ready('numpy').held))\n"
    command = disposable.machine([sys.executable, "-c", code], root=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert "user" in done.stdout.split(), done.stderr


def test_a_command_without_capabilities_needs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is put before a command where there is nothing to give up."""
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    before = start.without_capabilities()
    assert (before == []) == (not start.capable())


THREADS = """
import threading, time

def most():
    threading.stack_size(32768)
    many = 0
    try:
        while many < 2000:
            threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
            many += 1
    except (RuntimeError, MemoryError):
        pass
    return many
"""


@pytest.mark.parametrize("readable", [True, False], ids=["as another user", "as itself"])
@pytest.mark.parametrize("tier", ["namespaces", "kernel-only"])
def test_threads_are_few(tier: str, readable: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root, too: also where no other user can read this Python, so that the server stays root."""
    from programs import asked

    if not readable:
        monkeypatch.setattr(policy, "open_to_all", lambda path: False)
    with Sandbox(Limits(), tier=tier) as sandbox:  # type: ignore[arg-type]
        (seen,) = sandbox.observe(Program(THREADS), [asked("most")], "numpy").row
    assert seen.outcome is Outcome.RETURNED
    slack = 0 if os.getuid() == 0 else policy.tasks(os.getuid())
    assert float(seen.values["most"]) <= policy.THREADS + slack


# ---- pipes that nobody closes -------------------------------------------------------------------------


def test_a_pipe_that_stays_open_is_read_no_longer_than_allowed() -> None:
    """A process may hand its error stream to another one that never ends."""
    read, write = os.pipe()
    os.write(write, b"words")
    with os.fdopen(read, "rb") as stream:
        assert start.read_within(stream, 0.2) == b"words"
    os.close(write)


def test_a_flood_of_last_words_ends() -> None:
    """No more is read than anybody needs."""
    process = subprocess.Popen(["yes"], stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        assert start.WORDS_AT_MOST < len(start.read_within(process.stdout, 20)) < 2 * start.WORDS_AT_MOST
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_bubblewrap_that_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that hangs is given up, with a reason, and the kernel's means take its place."""
    fake = tmp_path / "bwrap"
    fake.write_text(f"#!/bin/sh\nexec {shutil.which('sleep')} 60\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(start, "START_SECONDS", 0.5)
    monkeypatch.setattr(start, "END_SECONDS", 1.0)
    policy.bubblewrap.cache_clear()
    try:
        with Sandbox() as sandbox:
            sandbox.ready("numpy")
            assert sandbox.left[0] == "kernel-only"
            assert sandbox.reasons[0].startswith("namespaces: bubblewrap (bwrap)")
    finally:
        policy.bubblewrap.cache_clear()
