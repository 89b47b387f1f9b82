"""A batch on a Dask cluster of real processes: the same grades, whatever becomes of a worker."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from batch_runs import finish, start
from conftest import ROOT
from gradebooks import content, saved
from handed_in import folder
from programs import asked

from grader.batch import remote
from grader.batch.cluster import Cluster
from grader.course.course import Course
from grader.errors import SandboxError, UsageError
from grader.inside.observation import Limits, Observation, Observed, Outcome, Program
from grader.keys.key import AnswerKey

distributed: Any = pytest.importorskip("distributed")

pytestmark = pytest.mark.slow

WRONG = (
    "import time\ntime.sleep({seconds})\n\n\ndef forward(x, w):\n    return 0 * w * x + {number}\n\n\n"
    "def forward_with_bias(x, w, b):\n    return 0 * w * x - {number}\n"
)
"""Programs that know no right number, so that none is where they ran."""

WITHOUT = """
import ctypes, os, struct, sys
# The kernel says that it has no Landlock: call 444 is answered with ENOSYS, everything else is let through.
rules = [(0x20, 0, 0, 0), (0x15, 0, 1, 444), (0x06, 0, 0, 0x00050026), (0x06, 0, 0, 0x7fff0000)]
code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(rules), ctypes.addressof(code)))
libc = ctypes.CDLL(None, use_errno=True)
assert libc.prctl(38, 1, 0, 0, 0) == 0
assert libc.prctl(22, 2, program) == 0, ctypes.get_errno()
os.environ["PATH"] = "/nonexistent"
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Starts a process in which neither bubblewrap nor Landlock can be had."""

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts a scheduler or a worker as a process of its own."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(*words: str, before: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
        with (tmp_path / f"{words[0]}{len(started)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, *before, "-m", "dask", *words],
                cwd=tmp_path,
                env={**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"},
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def scheduler(dask: Start, tmp_path: Path) -> str:
    """Start a scheduler and return its address."""
    place = tmp_path / "scheduler.json"
    words = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place))
    dask("scheduler", *words)
    deadline = time.monotonic() + 60
    while not place.is_file() or not place.read_text():
        assert time.monotonic() < deadline, (tmp_path / "scheduler0.log").read_text()
        time.sleep(0.1)
    return str(json.loads(place.read_text())["address"])


def worker(dask: Start, address: str, **how: Any) -> subprocess.Popen[bytes]:
    """Start a worker of one thread."""
    words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    return dask("worker", address, *words, **how)


def wait_for(address: str, many: int) -> None:
    """Wait until a scheduler has so many workers."""
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(many, timeout=60)


def wrong_class(tmp_path: Path, many: int, seconds: float) -> Path:
    """Make a class of programs that are all wrong."""
    files = {f"s{n:03}_forward.py": WRONG.format(number=1000 + n, seconds=seconds) for n in range(many)}
    return folder(tmp_path / "in", files)


def test_a_worker_killed_in_the_middle(dask: Start, scheduler: str, course: Course, tmp_path: Path) -> None:
    """On two workers, one of them killed with -9 during the run, the gradebook is that of a run at home."""
    handed = wrong_class(tmp_path, 16, 0.05)
    one, _ = worker(dask, scheduler), worker(dask, scheduler)
    wait_for(scheduler, 2)
    running = start(course, handed, tmp_path / "g", "--cluster", scheduler)
    while saved(tmp_path / "g") < 5:
        assert running.poll() is None, finish(running)
        time.sleep(0.02)
    one.send_signal(signal.SIGKILL)
    assert saved(tmp_path / "g") < 16
    code, said = finish(running)
    assert code == 0, said
    assert "16 graded" in said
    assert finish(start(course, handed, tmp_path / "home"))[0] == 0
    assert content(tmp_path / "g") == content(tmp_path / "home")


def test_a_worker_that_comes_late(dask: Start, scheduler: str, course: Course, tmp_path: Path) -> None:
    """A run waits for the first worker, and a worker that comes later helps."""
    handed = wrong_class(tmp_path, 2, 0.0)
    running = start(course, handed, tmp_path / "g", "--cluster", scheduler)
    time.sleep(2)
    assert running.poll() is None
    worker(dask, scheduler)
    code, said = finish(running)
    assert code == 0, said


def test_a_worker_without_the_sandbox_refuses(
    dask: Start, scheduler: str, course: Course, tmp_path: Path
) -> None:
    """A worker without namespaces and Landlock watches nothing and is named; another does it all."""
    handed = wrong_class(tmp_path, 3, 0.0)
    worker(dask, scheduler, before=("-c", WITHOUT))
    wait_for(scheduler, 1)
    code, said = finish(start(course, handed, tmp_path / "none", "--cluster", scheduler))
    assert code == 3, said
    assert "watches nothing without a sandbox" in said
    assert {grade.state for _, grade, _ in content(tmp_path / "none")[0]} == {"not graded"}
    worker(dask, scheduler)
    wait_for(scheduler, 2)
    code, said = finish(start(course, handed, tmp_path / "g", "--cluster", scheduler))
    assert code == 0, said
    assert "3 graded" in said


def expected(key: AnswerKey) -> list[bytes]:
    """Return the reference's numbers on hidden checks, as they would stand in memory."""
    numbers = {
        float(number)
        for check, seen in zip(key.checks, key.reference, strict=True)
        for array in seen.values.values()
        for number in array.ravel()
        if not check.public and float(number) != int(number)
    }
    return [struct.pack("<d", number) for number in numbers]


def memory(pid: int) -> Iterator[bytes]:
    """Yield everything that a process may write to, piece by piece."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    with open(f"/proc/{pid}/mem", "rb", 0) as file:
        for line in re.finditer(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps, re.MULTILINE):
            first, last = int(line[1], 16), int(line[2], 16)
            try:
                file.seek(first)
                yield file.read(last - first)
            except (OSError, ValueError):
                continue


def test_workers_hold_no_answer(
    dask: Start, scheduler: str, course: Course, keys: Mapping[str, AnswerKey], tmp_path: Path
) -> None:
    """No expected number of a hidden check, and nothing of ours that knows one, is in a worker."""
    # So slow to load that no change to a program is tried: one that makes it right gives right numbers.
    handed = wrong_class(tmp_path, 4, 1.2)
    held = worker(dask, scheduler)
    wait_for(scheduler, 1)
    assert finish(start(course, handed, tmp_path / "g", "--cluster", scheduler))[0] == 0
    looked_for = [*expected(keys["forward"]), b"s003_forward", b"gradebook.db"]
    assert len(looked_for) > 10
    inputs = [
        struct.pack("<d", float(number))
        for check in keys["forward"].checks
        for argument in check.scenario.args
        if hasattr(argument, "ravel")
        for number in argument.ravel()
    ]
    sightings = {needle: 0 for needle in (*looked_for, *inputs)}
    for piece in memory(held.pid):
        for needle in sightings:
            sightings[needle] += piece.count(needle)
    assert sum(sightings[needle] for needle in inputs) > 0  # the search finds what is there
    assert {needle: sightings[needle] for needle in looked_for if sightings[needle]} == {}
    with distributed.Client(scheduler, set_as_default=False) as client:
        (modules,) = client.run(lambda: [name for name in sys.modules if name.startswith("grader")]).values()
    assert not {
        "grader.keys.key",
        "grader.course.course",
        "grader.pages.page",
        "grader.grading.grade",
        "grader.gradebook.gradebook",
    } & set(modules)


def test_other_versions_are_refused(dask: Start, scheduler: str) -> None:
    """A worker whose versions differ from the client's watches nothing."""
    worker(dask, scheduler)
    wait_for(scheduler, 1)
    work = remote.work(Program("x = 1"), (), "numpy", Limits())
    other = remote.Work(work.program, (), "numpy", work.load, work.call, "another")
    with distributed.Client(scheduler, set_as_default=False) as client:
        assert remote.observed(client.submit(remote.watch, work).result()).load.outcome is Outcome.RETURNED
        with pytest.raises(remote.Refused, match=r"has other versions \(.*numpy"):
            client.submit(remote.watch, other).result()


def test_a_submissions_total_holds_on_workers(dask: Start, scheduler: str) -> None:
    """A worker gives a program the processor time that the course says, for all its calls together."""
    worker(dask, scheduler)
    wait_for(scheduler, 1)
    endless = Program("def f(x):\n    while True:\n        pass\n")
    work = remote.work(endless, [asked("f", 1.0)] * 3, "numpy", Limits(), total=1.0)
    with distributed.Client(scheduler, set_as_default=False) as client:
        row = remote.observed(client.submit(remote.watch, work).result()).row
    assert {one.outcome for one in row} == {Outcome.TIMED_OUT}
    assert [str(one.error) for one in row[1:]] == ["Total: 1"] * 2


def test_no_scheduler() -> None:
    """An address where nobody answers is named at once."""
    with pytest.raises(UsageError, match=r"tcp://127\.0\.0\.1:9: no scheduler answers there"):
        Cluster("tcp://127.0.0.1:9", Limits())


def running_with(argument: str) -> list[int]:
    """Return the processes whose command line holds an argument; others may end while they are looked at."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if argument.encode() in path.read_bytes():
                found.append(int(path.parent.name))
    return found


def test_a_scheduler_lost(dask: Start, scheduler: str, course: Course, tmp_path: Path) -> None:
    """Where the scheduler is lost, the run ends with what to do, and goes on at home."""
    handed = wrong_class(tmp_path, 16, 0.05)
    worker(dask, scheduler)
    wait_for(scheduler, 1)
    running = start(course, handed, tmp_path / "g", "--cluster", scheduler)
    while saved(tmp_path / "g") < 3:
        assert running.poll() is None, finish(running)
        time.sleep(0.02)
    (pid,) = running_with(str(tmp_path / "scheduler.json"))
    os.kill(pid, signal.SIGKILL)
    code, said = finish(running)
    assert code == 3, said
    assert "Traceback" not in said
    assert finish(start(course, handed, tmp_path / "g"))[0] == 0
    assert {grade.state for _, grade, _ in content(tmp_path / "g")[0]} == {"graded"}


def test_an_answer_that_cannot_be_read() -> None:
    """An answer that does not follow the protocol is a fault of ours, not the student's."""
    seen = Observed(Observation(Outcome.RETURNED), ())
    good = remote.Answer(remote.packing.held(seen), ((remote.packing.pack(seen.load), 0.5),))
    assert remote.observed(good).load.seconds == 0.5
    for replies in ((), ((b"\xff", 0.0),)):
        with pytest.raises(SandboxError, match="a worker's answer cannot be read"):
            remote.observed(remote.Answer(good.held, replies))
