"""The command line does what its help says, and its exit code tells a script what became of it."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from bad_programs import RIGHT
from click.testing import CliRunner
from conftest import ROOT, Run, copy

from grader.cli import main
from grader.course.course import Course
from grader.student import session

ESCAPE = "\x1b"

WRONG = RIGHT.replace("(prediction - y) ** 2", "abs(prediction - y)")


@pytest.fixture
def right(tmp_path: Path) -> Path:
    """Write a right answer to ``loss``."""
    return written(tmp_path / "loss.py", RIGHT)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Write a wrong answer to ``loss``, with a mistake that the page knows."""
    return written(tmp_path / "wrong_loss.py", WRONG)


def written(path: Path, text: str) -> Path:
    """Write a file and return its path."""
    path.write_text(text, encoding="utf-8")
    return path


def on_terminal(words: list[str | Path], environment: Mapping[str, str]) -> str:
    """Return what a command writes to a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "grader", *map(str, words)]
    surroundings = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(command, stdout=theirs, stdin=theirs, stderr=theirs, env=surroundings, cwd=ROOT):
        os.close(theirs)
        pieces = []
        while piece := read_or_nothing(ours):
            pieces.append(piece)
    os.close(ours)
    return b"".join(pieces).decode()


def read_or_nothing(fd: int) -> bytes:
    """Read from a terminal; nothing once its other end is closed, which Linux reports as an error."""
    try:
        return os.read(fd, 4096)
    except OSError:
        return b""


# ---- submit --------------------------------------------------------------------------------------


def test_all_passed(run: Run, right: Path) -> None:
    """A right answer scores all points with exit code 0."""
    done = run("submit", right)
    assert done.exit_code == 0
    assert done.stdout.startswith("loss  How wrong is a prediction?")
    assert "10 / 10" in done.stdout.split("\n")[0]
    assert "All 8 checks passed." in done.stdout


def test_something_failed(run: Run, wrong: Path) -> None:
    """A wrong answer is graded with exit code 1; the mistake and the numbers are named."""
    done = run("submit", wrong)
    assert done.exit_code == 1
    assert "squared_error is 3; expected 9." in done.stdout
    assert "absolute" in done.stdout.partition("What went wrong")[2].lower()


def test_exercise_by_name_or_option(run: Run, tmp_path: Path) -> None:
    """The exercise is told by the file's name, or by --exercise whatever the name is."""
    path = written(tmp_path / "forward.py", RIGHT)
    assert run("submit", path).stdout.startswith("forward")
    assert run("submit", path, "--exercise", "loss").stdout.startswith("loss")


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("nothing_here.py", [], "there is no such file; check the name and the folder"),
        ("binary_los.py", [], "there is no such file; did you mean binary_loss.py?"),
        ("loss", [], "there is no such file; did you mean loss.ipynb?"),
        ("foldr/homewrk.py", [], "there is no such file; did you mean folder/homework.py?"),
        ("folder", [], "is a folder; hand in one file, for example folder/homework.py"),
        ("pipe_loss.py", [], "is no ordinary file"),
        ("large_loss.py", [], "is larger than 256 KiB"),
        ("binary_loss.py", [], "is not text"),
        ("gbk_loss.py", [], "save it as UTF-8, or declare its encoding"),
        ("loss.ipynb", [], "is JSON, but no notebook"),
        ("homework.py", [], "which exercise is this? Name it with --exercise ID"),
        ("homework.py", ["--exercise", "lost"], "there is no exercise 'lost'"),
        ("homework.py", ["--exercise", "../loss"], "there is no exercise '../loss'"),
        ("homework.py", ["--exercise", "loss", "--timeout", "0"], "not in the range"),
        ("homework.py", ["--exercise", "loss", "--timeout", "soon"], "not a valid float"),
        ("homework.py", ["--exercise", "loss", "--html", "folder"], "is a directory"),
        ("homework.py", ["--colour"], "No such option"),
    ],
)
def test_wrong_usage(
    name: str, words: list[str], said: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be graded ends with exit code 2 and one sentence that says what to do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "homework.py").touch()
    os.mkfifo(tmp_path / "pipe_loss.py")
    (tmp_path / "large_loss.py").write_bytes(b"#" * (1 << 21))
    (tmp_path / "binary_loss.py").write_bytes(b"\x00\x01\x02")
    (tmp_path / "gbk_loss.py").write_bytes("# 损失\n".encode("gbk"))
    (tmp_path / "loss.ipynb").write_text("{}")
    written(tmp_path / "homework.py", RIGHT)
    done = run("submit", name, *words)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.output
    assert done.stdout == ""


def test_gbk(run: Run, tmp_path: Path) -> None:
    """A program in GBK that declares it is graded like any other."""
    path = tmp_path / "loss.py"
    path.write_bytes(f"# -*- coding: gbk -*-\n# 均方误差\n{RIGHT}".encode("gbk"))
    assert run("submit", path).exit_code == 0


def test_mark_and_crlf(run: Run, tmp_path: Path) -> None:
    """A byte order mark and Windows line ends cost nothing."""
    path = tmp_path / "loss.py"
    path.write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())
    assert run("submit", path).exit_code == 0


def test_json_to_the_terminal(run: Run, wrong: Path) -> None:
    """--json without a path prints the report as JSON and nothing beside it."""
    done = run("submit", wrong, "--json")
    report = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (report["exercise"], report["passed"], report["max_score"]) == ("loss", False, 10)
    assert report["submission"]["path"] == str(wrong)


def test_reports_as_files(run: Run, wrong: Path, tmp_path: Path) -> None:
    """--json and --html write their files, and the terminal shows the report all the same."""
    done = run("submit", wrong, "--json", tmp_path / "r.json", "--html", tmp_path / "r.html")
    assert done.exit_code == 1
    assert json.loads((tmp_path / "r.json").read_text())["exercise"] == "loss"
    assert (tmp_path / "r.html").read_text().startswith("<!doctype html>")
    assert done.stdout.startswith("loss  How wrong")
    assert f"report: {tmp_path / 'r.html'}" in done.stderr


@pytest.mark.parametrize("option", ["--json", "--html"])
@pytest.mark.parametrize("place", ["no/such/folder/report", "folder_is_a_file/report"])
def test_report_cannot_be_written(option: str, place: str, run: Run, right: Path, tmp_path: Path) -> None:
    """A report that cannot be written ends with exit code 2 and names the place."""
    written(tmp_path / "folder_is_a_file", "")
    done = run("submit", right, option, tmp_path / place)
    assert done.exit_code == 2
    assert f"{tmp_path / place}: cannot be written" in done.stderr


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_report_over_a_program(option: str, run: Run, right: Path) -> None:
    """A report never takes the place of a program: ``--json loss.py`` is a slip."""
    done = run("submit", right, option, right)
    assert done.exit_code == 2
    assert "is the name of a program" in done.stderr
    assert right.read_text() == RIGHT


def test_hints(run: Run, wrong: Path) -> None:
    """Each --hint shows one more hint; without it none is shown."""
    texts = [run("submit", wrong, *["--hint"] * count).stdout for count in range(5)]
    assert [len(re.findall(r"hint: ", text, re.IGNORECASE)) for text in texts[:3]] == [0, 1, 2]
    assert "add --hint" in texts[0]
    assert "--hint" not in texts[4]


def test_hidden_numbers(run: Run, wrong: Path) -> None:
    """A student sees no number of a hidden check; an instructor sees them."""
    student, instructor = (run("submit", wrong, *more).stdout for more in ([], ["--instructor"]))
    number = "squared_error is"
    assert number not in student.partition("one fresh sample")[2]
    assert number in instructor.partition("one fresh sample")[2]


def test_hidden_numbers_in_json(run: Run, wrong: Path) -> None:
    """JSON has no number of a hidden check, nor its call, nor words that depend on it."""
    checks = json.loads(run("submit", wrong, "--json").stdout)["checks"]
    hidden = [check for check in checks if not check["public"] and check["status"] == "failed"]
    assert hidden
    for check in hidden:
        assert {check[name] for name in ("where", "got", "expected", "error", "tolerance")} == {None}
        assert not re.search(r"\d", check["message"])


def test_timeout(run: Run, tmp_path: Path) -> None:
    """--timeout says how long one call may take."""
    text = f"{RIGHT}\nimport time\n\ndef squared_error(prediction, y):\n    time.sleep(60)\n"
    done = run("submit", written(tmp_path / "loss.py", text), "--timeout", "0.3")
    assert done.exit_code == 1
    assert "did not finish within 0.3 s" in done.stdout


def test_no_course(run: Run, right: Path, tmp_path: Path) -> None:
    """--course on a folder that holds no course ends with exit code 2 and says what a course is."""
    done = run("submit", right, on=Course(tmp_path))
    assert done.exit_code == 2
    assert "is not a course folder; a course has solutions/ in it" in done.stderr


def test_course_above_the_file(small_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --course, and with none at the working directory, a stub's own course is meant."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["submit", str(small_course.stub("forward"))])
    assert done.exit_code == 1
    assert "this is the stub as it was handed out" in done.stdout
    assert small_course.notes.results()["forward"]["score"] == 0


def test_results_cannot_be_kept(small_course: Course, run: Run) -> None:
    """A course's folder that cannot be written costs no grade."""
    (small_course.root / ".grade" / "results.json").mkdir()
    assert run("submit", small_course.stub("forward"), on=small_course).exit_code == 1


# ---- faults that are not the student's -------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("import numpy as np\n", "import numpy as np\nimport nothing_of_the_kind\n", "ModuleNotFoundError"),
        ("@task\ndef forward(", "@task\ndef forward(()", "forward.py:"),
        ("@task\n", "", "mark what the student writes with @task"),
        ("\nchecks = [", "\nchecked = [", "end the page with a list named checks"),
    ],
    ids=["import", "syntax", "no task", "no checks"],
)
def test_broken_page(old: str, new: str, said: str, small_course: Course, run: Run) -> None:
    """A page that does not hold ends with exit code 3, its path, and a remedy; nobody loses points."""
    page = small_course.page("forward")
    written(page, page.read_text(encoding="utf-8").replace(old, new))
    done = run("submit", small_course.stub("forward"), on=small_course)
    assert done.exit_code == 3
    assert str(page) in done.stderr
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.output
    assert small_course.notes.results() == {}


def test_broken_page_in_the_list(small_course: Course, run: Run) -> None:
    """One broken page does not keep the list from being shown."""
    written(small_course.root / "solutions" / "broken.py", 'raise ValueError("[bold] is [/no] style")\n')
    done = run("list", on=small_course)
    assert done.exit_code == 0
    assert "forward" in done.stdout
    assert "cannot be read" in done.stdout
    assert "[bold] is [/no] style" in " ".join(done.stdout.split())


def test_list_makes_no_key(small_course: Course, run: Run) -> None:
    """Nobody waits for an answer key to read the list, or a story."""
    small_course.key_path("forward").unlink()
    done = run("list", on=small_course)
    assert re.search(r"\bforward\b.* – / 10$", done.stdout, re.MULTILINE)
    assert "A line as a model" in run("show", "forward", on=small_course).stdout
    assert not small_course.key_path("forward").exists()


def test_show_of_a_broken_page(small_course: Course, run: Run) -> None:
    """The story of a page that cannot be read ends with exit code 3 and the page's fault."""
    page = written(small_course.root / "solutions" / "broken.py", "1 / 0\n")
    written(small_course.root / "solutions" / "ends.py", "import os\nos._exit(7)\n")
    assert run("show", "broken", on=small_course).stderr.startswith(f"grade: {page}:1: ZeroDivisionError")
    done = run("show", "ends", on=small_course)
    assert done.exit_code == 3
    assert "ends.py: cannot be read (exit status 7)" in done.stderr


def test_broken_course_file(small_course: Course, run: Run) -> None:
    """A course.toml that cannot be read ends with exit code 2 and its path."""
    written(small_course.root / "course.toml", "exercises = [")
    done = run("list", on=small_course)
    assert done.exit_code == 2
    assert "course.toml: cannot be read" in done.stderr


def test_line_of_a_broken_page(small_course: Course, run: Run) -> None:
    """The fault of a page is named like a compiler's: path, line, words."""
    page = small_course.page("forward")
    text = page.read_text(encoding="utf-8")
    written(page, f"{text}\n1 / 0\n")
    done = run("submit", small_course.stub("forward"), on=small_course)
    assert f"grade: {page}:{text.count(chr(10)) + 2}: ZeroDivisionError" in done.stderr


def test_nowhere_for_keys(small_course: Course, run: Run) -> None:
    """Where no key can be written, that is said in one line, with exit code 3."""
    shutil.rmtree(small_course.root / ".grade")
    written(small_course.root / ".grade", "")
    done = run("submit", small_course.stub("forward"), on=small_course)
    assert done.exit_code == 3
    assert "Not a directory" in done.stderr
    assert "Traceback" not in done.output


def test_our_own_fault(small_course: Course, run: Run) -> None:
    """A fault of the grader ends with exit code 3, since 1 would say that the answer is wrong."""
    path = small_course.key_path("forward")
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    data = json.loads("{" + rest)
    data["key"]["AnswerKey"]["reference"]["tuple"].pop()
    written(path, f"{head}\n{json.dumps(data)[1:]}")
    done = run("submit", small_course.stub("forward"), on=small_course)
    assert done.exit_code == 3
    assert "a fault of the grader; nobody loses points by it" in done.stderr


def test_damaged_key(small_course: Course, run: Run) -> None:
    """A key that was damaged is made again without a word to the student."""
    written(small_course.key_path("forward"), "{")
    done = run("submit", small_course.stub("forward"), on=small_course)
    assert done.exit_code == 1
    assert "Traceback" not in done.output


# ---- list, show, stub ------------------------------------------------------------------------------


def test_list(run: Run, small_course: Course, tmp_path: Path) -> None:
    """The list has every exercise with its title and points, and the last result where there is one."""
    assert re.search(r"\bforward\b.* – / 10$", run("list", on=small_course).stdout, re.MULTILINE)
    assert "A line as a model" in run("list", on=small_course).stdout
    run("submit", small_course.stub("forward"), on=small_course)
    assert re.search(r"\bforward\b.* 0 / 10$", run("list", on=small_course).stdout, re.MULTILINE)
    text = "def forward(x, w): return w * x\ndef forward_with_bias(x, w, b): return w * x + b\n"
    run("submit", written(tmp_path / "forward.py", text), on=small_course)
    assert re.search(r"\bforward\b.*✓ 10 / 10$", run("list", on=small_course).stdout, re.MULTILINE)


@pytest.mark.parametrize(
    "spoilt",
    [
        "{",
        "[]",
        '{"forward": 3}',
        '{"forward": {"score": 1}}',
        '{"forward": {"score": "1", "max_score": "1"}}',
    ],
)
def test_list_with_spoilt_results(spoilt: str, small_course: Course, run: Run) -> None:
    """Spoilt results are as good as none."""
    written(small_course.root / ".grade" / "results.json", spoilt)
    done = run("list", on=small_course)
    assert done.exit_code == 0
    assert "–" in done.stdout


def test_show(run: Run) -> None:
    """The story is shown with its title, its formulas as plain characters, and the file to write in."""
    done = run("show", "manual_gradient")
    assert done.exit_code == 0
    assert "The slope of a loss, by hand" in done.stdout
    assert "ŷ" in done.stdout
    assert r"\hat" not in done.stdout
    assert "exercises/manual_gradient.py" in done.stdout.replace("\n", "")


@pytest.mark.parametrize("command", ["show", "stub", "key", "prove"])
def test_unknown_exercise(command: str, run: Run) -> None:
    """A command on an exercise that is not there ends with exit code 2 and says what lists them."""
    done = run(command, "unknown")
    assert done.exit_code == 2
    assert "there is no exercise 'unknown'" in done.stderr
    assert "`grade list` names them all" in done.stderr


def test_stub_check(small_course: Course, run: Run) -> None:
    """A stale stub is named and fails the check, which writes nothing; written anew it passes."""
    stub = small_course.stub("forward")
    current = stub.read_text(encoding="utf-8")
    assert run("stub", "--check", on=small_course).exit_code == 0
    written(stub, current.replace("five inputs", "6 inputs"))
    done = run("stub", "--check", on=small_course)
    assert done.exit_code == 1
    assert f"{stub}: is not what its page says; write it with `grade stub forward`" in done.stdout
    assert "6 inputs" in stub.read_text(encoding="utf-8")
    assert run("stub", on=small_course).stdout == f"{stub}: written\n"
    assert stub.read_text(encoding="utf-8") == current
    assert run("stub", "--check", "forward", on=small_course).exit_code == 0


def test_missing_stub(small_course: Course, run: Run) -> None:
    """A stub that is not there is stale, too, and is written into a new folder."""
    shutil.rmtree(small_course.root / "exercises")
    assert run("stub", "--check", on=small_course).exit_code == 1
    assert run("stub", on=small_course).exit_code == 0
    assert small_course.stub("forward").is_file()


# ---- how it looks, and what it costs ---------------------------------------------------------------


def test_piped(run: Run, wrong: Path, small_course: Course) -> None:
    """What is not written to a terminal has no escape codes, and no line over 80 columns."""
    reports = (
        run("submit", wrong),
        run("list", on=small_course),
        run("show", "forward", on=small_course),
    )
    for done in reports:
        assert ESCAPE not in done.output
        # A path is never broken, so that it can be copied.
        lines = [line for line in done.stdout.split("\n") if "grade submit" not in line]
        assert max(map(len, lines)) <= 80


def test_colours(course: Course, wrong: Path) -> None:
    """A terminal gets colours, unless NO_COLOR is set."""
    words: list[str | Path] = ["submit", wrong, "--course", course.root]
    assert ESCAPE in on_terminal(words, {"NO_COLOR": ""})
    assert ESCAPE not in on_terminal(words, {"NO_COLOR": "1"})


def test_another_encoding(course: Course, wrong: Path) -> None:
    """A terminal that knows only ASCII gets the report in ASCII."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "submit", str(wrong), "--course", str(course.root)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.isascii()
    assert b"x failed" in done.stdout


def test_closed_pipe(course: Course, wrong: Path) -> None:
    """A reader that closes the pipe early gets no traceback."""
    command = [sys.executable, "-m", "grader", "submit", str(wrong), "--course", str(course.root), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("command", [None, *sorted(main.commands)])
def test_help(command: str | None) -> None:
    """Every command, argument list and option says what it is for."""
    done = CliRunner().invoke(main, [*([command] if command else []), "--help"])
    assert done.exit_code == 0
    asked = main.commands[command] if command else main
    assert asked.help
    assert all(getattr(option, "help", "") for option in asked.params if option.param_type_name == "option")


def test_version() -> None:
    """--version says the version."""
    assert re.fullmatch(r"grade, version \d+\.\d+\.\d+\S*\n", CliRunner().invoke(main, ["--version"]).output)


def test_light(course: Course, tmp_path: Path) -> None:
    """Help, list and the parent of a submission to a torch page load neither torch nor matplotlib."""
    small = copy(course.root, tmp_path / "small", ["zero_grad"])
    script = """
import sys
from grader.cli import main
stub, *course = sys.argv[1:]
for words, code in ((["--help"], 0), (["list", *course], 0), (["submit", stub, *course], 1)):
    try:
        main(words)
    except SystemExit as end:
        assert (end.code or 0) == code, (words, end.code)
heavy = {"torch", "matplotlib"} & sys.modules.keys()
assert not heavy, heavy
"""
    words = [sys.executable, "-c", script, str(small.stub("zero_grad")), "--course", str(small.root)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_asked_twice(course: Course, wrong: Path) -> None:
    """The same file gets the same report every time."""
    asked = session.Asked(wrong, course=course.root)
    first, second = session.submit(asked), session.submit(asked)
    assert first.verdicts == second.verdicts
    assert first.diagnoses == second.diagnoses


@pytest.mark.parametrize(("typed", "meant"), [("hnt", "hint"), ("sbumit", "submit"), ("lst", "list")])
def test_a_misspelt_command(typed: str, meant: str, run: Run) -> None:
    """The command that was meant is named."""
    done = run(typed)
    assert (done.exit_code, f"Did you mean {meant}?" in done.stderr) == (2, True)
