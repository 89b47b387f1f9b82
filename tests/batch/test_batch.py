"""`grade batch` grades everything it is given, once, and one bad file never spoils the others."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run
from gradebooks import content, saved
from handed_in import folder, zipped

from grader.batch import pool as pools
from grader.course.course import Course
from grader.errors import SandboxError
from grader.gradebook import reading, schema, tables
from grader.gradebook.paths import RESERVED, Grades, safe
from grader.inside.observation import Limits, Observed, Program
from grader.sandbox.client import Sandbox
from grader.sandbox.zygotes import Zygotes

RIGHT = "def forward(w, x):\n    return w * x\n\n\ndef forward_bias(w, b, x):\n    return w * x + b\n"
ADDED = RIGHT.replace("return w * x\n", "return w + x\n")


def rows(grades: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Return the rows of a table by student and exercise."""
    text = (grades / "gradebook.csv").read_text(encoding="utf-8")
    return {(row["student"], row["exercise"]): row for row in csv.DictReader(io.StringIO(text))}


def lines(text: str) -> list[dict[str, Any]]:
    """Return the JSON objects that a command printed, one a line."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="session")
def forward(references: Mapping[str, str]) -> str:
    """Return a right answer to ``forward``."""
    return references["forward"]


def wrong(text: str) -> str:
    """Return a wrong answer made of a right one."""
    assert "w * x" in text
    return text.replace("w * x", "w + x")


def test_a_class(run: Run, tmp_path: Path, forward: str) -> None:
    """A folder becomes a gradebook, a table, a report for each student and a class page."""
    handed = folder(tmp_path / "in", {"amy_forward.py": forward, "bo_forward.py": wrong(forward)})
    done = run("batch", handed, "--grades", tmp_path / "g")
    assert done.exit_code == 0, done.output
    assert "2 submissions (layout: flat)" in done.output
    assert "2 graded, 0 files left out" in done.output
    found = rows(tmp_path / "g")
    assert found["amy", "forward"]["score"] == found["amy", "forward"]["max_score"]
    assert float(found["bo", "forward"]["score"]) < float(found["bo", "forward"]["max_score"])
    assert "All" in Grades(tmp_path / "g").feedback("amy", "forward").read_text(encoding="utf-8")
    assert (tmp_path / "g" / "class.html").is_file()


def test_the_second_run_has_nothing_to_do(run: Run, tmp_path: Path, forward: str) -> None:
    """A second run watches nothing, changes nothing, and writes again what has been deleted."""
    handed = folder(tmp_path / "in", {"amy_forward.py": forward})
    run("batch", handed, "--grades", tmp_path / "g")
    before = content(tmp_path / "g")
    report = Grades(tmp_path / "g").feedback("amy", "forward")
    text = report.read_text(encoding="utf-8")
    report.unlink()
    done = run("batch", handed, "--grades", tmp_path / "g")
    assert "0 graded, 1 unchanged" in done.output
    assert content(tmp_path / "g") == before
    assert report.read_text(encoding="utf-8") == text


def test_one_program_of_many_students_is_watched_once(run: Run, tmp_path: Path, forward: str) -> None:
    """The same program under many names is observed once and graded for each."""
    handed = folder(tmp_path / "in", {f"s{n}_forward.py": forward for n in range(20)})
    run("batch", handed, "--grades", tmp_path / "g")
    found, observations, attempts = content(tmp_path / "g")
    assert (len(found), attempts) == (20, 20)
    assert observations == 1 + len(found[0][1].marks)
    for one in (f"s{n}" for n in range(20)):
        text = Grades(tmp_path / "g").feedback(one, "forward").read_text(encoding="utf-8")
        assert f"{one}_forward.py" in text
        assert text.count("_forward.py") == text.count(f"{one}_forward.py")


def test_a_new_attempt_counts(run: Run, tmp_path: Path, forward: str) -> None:
    """A changed file is graded anew; the earlier grade stays in the history."""
    handed = folder(tmp_path / "in", {"amy_forward.py": wrong(forward)})
    run("batch", handed, "--grades", tmp_path / "g")
    folder(handed, {"amy_forward.py": forward})
    assert "1 graded" in run("batch", handed, "--grades", tmp_path / "g").output
    connection = schema.open_for_reading(tmp_path / "g" / "gradebook.db")
    first, second = reading.history(connection, "amy")
    assert first.score < second.score == second.max_score
    assert rows(tmp_path / "g")["amy", "forward"]["score"] == f"{second.score:g}"


def test_the_order_does_not_depend_on_jobs(run: Run, tmp_path: Path, forward: str) -> None:
    """With one sandbox or four, the same lines come in the same order and the gradebooks hold the same."""
    slow = forward + "\nimport time\ntime.sleep(0.3)\n"
    files = {f"s{n:02}_forward.py": (slow if n % 5 == 0 else forward) + f"# {n}\n" for n in range(15)}
    handed = zipped(tmp_path / "in.zip", files)
    said = []
    for jobs in (1, 4):
        grades = tmp_path / f"g{jobs}"
        done = run("batch", handed, "--grades", grades, "--jobs", str(jobs), "--json-lines")
        said.append(done.stdout)
    assert said[0] == said[1]
    assert [line["student"] for line in lines(said[0])] == [f"s{n:02}" for n in range(15)]
    assert content(tmp_path / "g1") == content(tmp_path / "g4")


def test_quiet(run: Run, tmp_path: Path, forward: str) -> None:
    """The quiet mode prints nothing where nothing is wrong."""
    handed = folder(tmp_path / "in", {"amy_forward.py": forward})
    done = run("batch", handed, "--grades", tmp_path / "g", "--quiet")
    assert (done.exit_code, done.output) == (0, "")
    folder(handed, {"bo_forward.py": b"\0"})
    done = run("batch", handed, "--grades", tmp_path / "g", "--quiet")
    assert done.stdout == ""
    assert "bo_forward.py: is not text" in done.stderr


def test_names_do_not_command_the_terminal(run: Run, tmp_path: Path, forward: str) -> None:
    """A file's name with escape sequences or line breaks is shown spelt out."""
    files = {"amy_forward.py": forward, "x\x1b[2J\nall graded.txt": "", "b\x1b[2Jo_forward.py": b"\0"}
    done = run("batch", folder(tmp_path / "in", files), "--grades", tmp_path / "g")
    assert "\x1b" not in done.output
    assert "x\\x1b[2J\\nall graded.txt: is no Python file" in done.output
    assert "\x1b" not in (tmp_path / "g" / "left-out.txt").read_text(encoding="utf-8")
    assert "\x1b" not in (tmp_path / "g" / "gradebook.csv").read_text(encoding="utf-8")
    assert "\x1b" not in run("results", "forward", "--grades", tmp_path / "g").output


BAD: Mapping[str, bytes] = {
    "empty": b"",
    "latin": b"# \xe9\n",
    "utf16": "x = 1".encode("utf-16"),
    "binary": bytes(range(256)),
    "syntax": b"def forward(w, x:\n",
    "huge": b"#" * (1 << 20) + b"#",
    "nul": b"x = 1\0",
    "deep": b"(" * 3000,
    "surrogates": b"x = '\xed\xa0\x80'",
    "codec": b"# -*- coding: punycode -*-\n",
}


def test_malformed_files_spoil_nothing(run: Run, tmp_path: Path, forward: str) -> None:
    """Of 1,000 files 300 are malformed: each is told, none is lost, and the others are graded as ever."""
    kinds = list(BAD)
    files: dict[str, str | bytes] = {
        f"s{n:04}_forward.py": BAD[kinds[n % len(kinds)]] if n % 10 < 3 else forward + f"# {n % 7}\n"
        for n in range(1000)
    }
    files |= {f"s{n:04}_forward.ipynb": b"{" for n in range(1000, 1010)}
    done = run("batch", folder(tmp_path / "in", files), "--grades", tmp_path / "g", "--json-lines")
    assert done.exit_code == 0, done.output[-2000:]
    said = lines(done.stdout)
    assert len(said) == 1010
    good = [one for one in said if int(one["student"][1:]) % 10 >= 3 and int(one["student"][1:]) < 1000]
    assert len(good) == 700
    assert all(one["state"] == "graded" and one["score"] == one["max_score"] for one in good)
    bad = [one for one in said if one not in good]
    assert {one["state"] for one in bad} == {"graded", "unreadable"}
    assert all(one["score"] == 0 for one in bad)
    assert all(one["why"] for one in bad if one["state"] == "unreadable")


def test_a_fault_of_the_page_is_nobodys_zero(
    run: Run, small_course: Course, tmp_path: Path, forward: str
) -> None:
    """Where a page does not hold, its submissions are not graded, until a run after it was mended."""
    page = small_course.root / "solutions" / "forward.py"
    text = page.read_text(encoding="utf-8")
    handed = folder(tmp_path / "in", {"amy_forward.py": forward})
    page.write_text(text.replace("checks = [", "checks = [ nonsense,"), encoding="utf-8")
    done = run("batch", handed, "--grades", tmp_path / "g", on=small_course)
    assert done.exit_code == 3
    assert "Not graded (no points lost; run again, or mark by hand):" in done.output
    assert "nonsense" in done.output
    assert (
        rows(tmp_path / "g")["amy", "forward"]["score"],
        rows(tmp_path / "g")["amy", "forward"]["state"],
    ) == (
        "",
        "not graded",
    )
    page.write_text(text, encoding="utf-8")
    assert run("batch", handed, "--grades", tmp_path / "g", on=small_course).exit_code == 0
    assert rows(tmp_path / "g")["amy", "forward"]["state"] == "graded"


class Failing(Sandbox):
    """A sandbox that cannot start."""

    def observe(self, *_: object) -> Observed:
        """Fail."""
        raise SandboxError("the sandbox did not start: no bwrap")


def test_a_fault_of_the_sandbox_ends_the_run(
    run: Run, tmp_path: Path, forward: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the sandbox fails again and again the run ends with its reason; nobody has a zero."""
    files = {f"s{n}_forward.py": f"{forward}# {n}\n" for n in range(30)}
    handed = folder(tmp_path / "in", files)
    with monkeypatch.context() as broken:
        broken.setattr(
            "grader.batch.graded.Pool", lambda zygotes, limits, _: pools.Pool(zygotes, limits, Failing)
        )
        done = run("batch", handed, "--grades", tmp_path / "g")
    assert done.exit_code == 3
    assert "the sandbox fails again and again: the sandbox did not start: no bwrap" in done.output
    assert {one[1].state for one in content(tmp_path / "g")[0]} == {"not graded"}
    assert run("batch", handed, "--grades", tmp_path / "g").exit_code == 0
    assert {one[1].state for one in content(tmp_path / "g")[0]} == {"graded"}


class Faulty(Sandbox):
    """A sandbox in which one program brings a mistake of the grader to light."""

    def observe(self, program: Program, *rest: Any, **words: Any) -> Observed:
        """Fail where the program says so."""
        if "# unlucky" in program.text:
            raise ValueError("shapes (2,) and (3,)")
        return super().observe(program, *rest, **words)


def test_a_fault_of_the_grader_costs_nobody_else(
    run: Run, tmp_path: Path, forward: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it breaks on one program, that one is not graded, which is no zero, and all others are."""
    handed = folder(tmp_path / "in", {"amy_forward.py": forward, "bob_forward.py": f"{forward}# unlucky\n"})
    with monkeypatch.context() as broken:
        broken.setattr(
            "grader.batch.graded.Pool", lambda zygotes, limits, _: pools.Pool(zygotes, limits, Faulty)
        )
        done = run("batch", handed, "--grades", tmp_path / "g")
    assert "shapes (2,) and (3,); this is a fault of the grader" in done.output
    found = rows(tmp_path / "g")
    assert found["amy", "forward"]["state"] == "graded"
    assert found["bob", "forward"]["state"] == "not graded"


def test_a_sandbox_that_fails_once_is_replaced(keys: Any, forward: str) -> None:
    """A program whose sandbox breaks is watched again in a new one."""
    from grader.inside.observation import Program
    from grader.intake.submission import Submission

    made: list[Sandbox] = []

    def make(limits: Limits, _: Zygotes) -> Sandbox:
        made.append(Sandbox(limits) if made else Failing(limits))
        return made[-1]

    submission = Submission("forward", "forward.py", Program(forward), "0" * 64)
    with pools.Pool(Zygotes(1), Limits(), make) as pool:
        seen = pool.submit(submission, keys["forward"]).result()
    assert len(made) == 2
    assert {one.outcome.value for one in seen.row} == {"returned"}


def test_files_left_out_are_listed(run: Run, tmp_path: Path, forward: str) -> None:
    """What is no submission is named in the summary and in a file; the code says that it may be one."""
    files = {"amy_forward.py": forward, "essay.pdf": "x", "bo_nothing.py": "x"}
    done = run("batch", folder(tmp_path / "in", files), "--grades", tmp_path / "g")
    assert done.exit_code == 2
    for line in ("essay.pdf: is no Python file", "bo_nothing.py: names no exercise"):
        assert line in done.output
        assert line in (tmp_path / "g" / "left-out.txt").read_text(encoding="utf-8")


def test_usage(run: Run, tmp_path: Path) -> None:
    """A path that is not there, or an exercise that nobody knows, is wrong usage."""
    assert run("batch", tmp_path / "nobody", "--grades", tmp_path / "g").exit_code == 2
    (tmp_path / "in").mkdir()
    assert run("batch", tmp_path / "in", "--exercise", "nobody").exit_code == 2
    assert not (tmp_path / "g").exists()


def test_a_gradebook_that_cannot_be_used(run: Run, tmp_path: Path, forward: str) -> None:
    """A damaged gradebook ends the command with a sentence and stays as it is."""
    handed = folder(tmp_path / "in", {"amy_forward.py": forward})
    (tmp_path / "g").mkdir()
    (tmp_path / "g" / "gradebook.db").write_bytes(b"no database" * 100)
    done = run("batch", handed, "--grades", tmp_path / "g")
    assert done.exit_code == 3
    assert "is damaged or no gradebook" in done.output
    assert (tmp_path / "g" / "gradebook.db").read_bytes() == b"no database" * 100


def start(course: Course, *words: str | Path) -> subprocess.Popen[str]:
    """Start a command as a process of its own."""
    said = [sys.executable, "-m", "grader", *map(str, words), "--course", str(course.root)]
    return subprocess.Popen(
        said,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def slow_class(tmp_path: Path, forward: str, many: int) -> Path:
    """Make a class whose programs take some time each."""
    files = {f"s{n:02}_forward.py": f"import time\ntime.sleep(0.05)\n{forward}# {n}\n" for n in range(many)}
    return folder(tmp_path / "in", files)


def test_ctrl_c(course: Course, tmp_path: Path, forward: str) -> None:
    """Ctrl-C ends the run at once, leaves no process behind and says how to continue; the next run does."""
    handed = slow_class(tmp_path, forward, 60)
    running = start(course, "batch", handed, "--grades", tmp_path / "g", "--jobs", "2")
    while saved(tmp_path / "g") < 5:
        time.sleep(0.02)
    started = time.monotonic()
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert time.monotonic() - started < 60
    assert running.returncode == 130
    assert "of 60; what is graded is kept. Run the same command to continue." in errors
    kept = saved(tmp_path / "g")
    assert 5 <= kept < 60
    done = start(course, "batch", handed, "--grades", tmp_path / "g")
    said, _ = done.communicate(timeout=120)
    assert f"{60 - kept} graded, {kept} unchanged" in said


def test_two_runs_at_once(course: Course, tmp_path: Path, forward: str) -> None:
    """Two runs on one gradebook at once leave what one run alone does."""
    handed = slow_class(tmp_path, forward, 20)
    both = [start(course, "batch", handed, "--grades", tmp_path / "g", "--jobs", "1") for _ in range(2)]
    for one in both:
        _, errors = one.communicate(timeout=120)
        assert (one.returncode, errors) == (0, "")
    alone = start(course, "batch", handed, "--grades", tmp_path / "alone")
    alone.communicate(timeout=120)
    assert content(tmp_path / "g") == content(tmp_path / "alone")
    connection = schema.open_for_reading(tmp_path / "g" / "gradebook.db")
    assert connection.execute("SELECT count(*) FROM grades").fetchone() == (20,)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1+1", "' =1+1"),
        ("\t=1", "'\\t=1"),
        ("\r=1", "'\\r=1"),
        ("a\nb", "'a\\nb"),
        ("Ada", "Ada"),
        ("O'Neill", "O'Neill"),
        (-1.5, -1.5),
        (None, None),
    ],
)
def test_cells_are_no_formulas(text: object, shown: object) -> None:
    """A text that a spreadsheet would reckon with gets a quote before it; numbers stay numbers."""
    assert tables.cell(text) == shown


def test_a_student_whose_name_is_a_formula(run: Run, tmp_path: Path, forward: str) -> None:
    """A name that is a formula stands in the table as text, and is no path."""
    files = {"=cmd|' calc'!A0_forward.py": forward, "..x_forward.py": forward}
    run("batch", folder(tmp_path / "in", files), "--grades", tmp_path / "g")
    names = {student for student, _ in rows(tmp_path / "g")}
    assert names == {"'=cmd|' calc'!A0", "..x"}
    reports = list((tmp_path / "g" / "feedback").glob("*/*.html"))
    assert len(reports) == 2
    assert {report.parent.parent.name for report in reports} == {"feedback"}


@pytest.mark.parametrize(
    "name", ["amy", "s_12", "Amy", "", "..", "a/b", "con", "nul.txt", "李", "x" * 300, "-"]
)
def test_safe_names(name: str) -> None:
    """Any name becomes a plain file name that no system takes for something else."""
    made = safe(name)
    assert re.fullmatch(r"[A-Za-z0-9_-]+(=[0-9a-f]{32})?", made)
    assert made.isascii()
    assert len(made) < 80
    assert not RESERVED.fullmatch(made)


def test_safe_names_differ() -> None:
    """Names that differ, if only in case, become different file names on any system."""
    names = ["amy", "Amy", "AMY", "a my", "a_my", "a/my", "李", "刘"]
    assert len({safe(name).lower() for name in names}) == len(names)


def test_the_sample_class(run: Run, tmp_path: Path) -> None:
    """The shipped class has right, wrong, broken and hostile files; each ends as it should.

    Two students handed in nothing that is a program, which the exit code tells.
    """
    handed = tmp_path / "in"
    handed.mkdir()
    for path in (ROOT / "examples" / "class").rglob("*.*"):
        shutil.copy(path, handed)
    done = run("batch", handed, "--grades", tmp_path / "g", "--timeout", "1", "--json-lines")
    assert done.exit_code == 2, done.output
    assert [one["path"] for one in lines(done.stdout) if one.get("doubt")] == [
        "zenoelea_20888_918000_essay.txt",
        "zornmax_20889_text.html",
    ]
    said = {one["name"]: one for one in lines(done.stdout) if "name" in one}
    assert len(said) >= 30
    full = {name for name, one in said.items() if one["score"] == one["max_score"]}
    assert {"lovelaceada", "wileszeta", "mirzakhanimaryam", "hopper_grace", "eulerleonhard"} <= full
    assert not any(name.startswith("mallory") for name in full)
    assert said["newtonisaac"]["state"] == said["pascalblaise"]["state"] == "unreadable"
    assert said["hopper_grace"]["late"]
    assert said["babbagecharles"]["mistakes"]
    text = (tmp_path / "g" / "class.html").read_text(encoding="utf-8")
    assert "A step too many" in text  # what three students of manual_gradient share
    assert "no two students share wrong numbers that are unknown" in text


def test_without_the_sandbox(run: Run, tmp_path: Path, forward: str) -> None:
    """With the sandbox off a warning says so, the reports are marked, and nothing of it counts with it on."""
    handed = folder(tmp_path / "in", {"amy_forward.py": forward})
    done = run("batch", handed, "--grades", tmp_path / "g", "--allow-unsafe")
    assert "THE SANDBOX IS OFF" in done.output
    before = content(tmp_path / "g")[1]
    assert "1 graded" in run("batch", handed, "--grades", tmp_path / "g").output
    assert content(tmp_path / "g")[1] == 2 * before
    assert run("batch", handed, "--cluster", "tcp://nowhere:1", "--allow-unsafe").exit_code == 2


def test_the_bar(course: Course, tmp_path: Path, forward: str) -> None:
    """In a terminal a bar shows how many are done, the rate and the failures, and is wiped out at the end."""
    ours, theirs = pty.openpty()
    files = {f"s{n}_forward.py": f"{forward}# {n}\n" for n in range(30)} | {"bad_forward.py": b"\0"}
    handed = folder(tmp_path / "in", files)
    words = [sys.executable, "-m", "grader", "batch", str(handed), "--grades", str(tmp_path / "g")]
    running = subprocess.Popen(
        [*words, "--course", str(course.root)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100"},
        text=True,
    )
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # how a terminal says that its other end is closed
        while piece := os.read(ours, 4096):
            shown += piece
    said, _ = running.communicate(timeout=60)
    os.close(ours)
    assert running.returncode == 0
    assert "30 graded, 1 unreadable" in said
    text = shown.decode()
    assert "grading" in text
    assert "/31" in text
    assert "1 not graded or unreadable" in text


@pytest.mark.parametrize("cost", [0, 1])
def test_hints_that_cost_are_not_given_away(
    run: Run, small_course: Course, tmp_path: Path, forward: str, cost: int
) -> None:
    """A report has its hints, unless the course has them cost points."""
    settings = small_course.root / "course.toml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n[hints]\ncost = {cost}\n", encoding="utf-8")
    handed = folder(tmp_path / "in", {"bo_forward.py": ADDED})
    run("batch", handed, "--grades", tmp_path / "g", on=small_course)
    text = Grades(tmp_path / "g").feedback("bo", "forward").read_text(encoding="utf-8")
    assert "your line moves up" in text
    assert ("What does the dot in w" in text) == (cost == 0)


LARGE = "import numpy as np\n\n\ndef forward(x, w):\n    return np.random.default_rng(1).random((500, 250))\n"


def test_observations_have_a_total(run: Run, tmp_path: Path, forward: str) -> None:
    """What answers in megabytes fills no gradebook: its grade stands, and the small observations stay."""
    handed = folder(tmp_path / "in", {"amy_forward.py": LARGE, "bob_forward.py": forward})
    assert run("batch", handed, "--grades", tmp_path / "g").exit_code == 0
    assert rows(tmp_path / "g")["amy", "forward"]["state"] == "graded"
    assert (tmp_path / "g" / "gradebook.db").stat().st_size < 2 << 20
    with contextlib.closing(schema.open_for_reading(tmp_path / "g" / "gradebook.db")) as connection:
        counts = connection.execute("SELECT count(*) FROM observations GROUP BY program").fetchall()
    assert len({count for (count,) in counts}) == 2
