"""A notebook is graded like a file: whatever happens to its cells costs nothing, and faults have a place."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from pathlib import Path

import ipynb
import pytest
from conftest import BLOCKS, ROOT, Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.course.course import Course
from grader.errors import UsageError
from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.intake import submission
from grader.keys.key import AnswerKey
from grader.pages import page, scripts
from grader.report import html, terminal
from grader.sandbox.client import Sandbox
from grader.words.plain import in_words

SCRATCH = (
    "%matplotlib inline\nimport matplotlib.pyplot as plt",
    "!pip install torch",
    "1 / 0",
    "x = input()",
    "while True: pass",
    "loss = 3; forward = 4",
    "def mine(x:\n",
    "import os; os._exit(1)",
    "check('loss')",
)
FORWARD = "def forward(x, w):\n    return w * x"
BIAS = "def forward_with_bias(x, w, b):\n    return w * x + b"


def statements(text: str) -> list[str]:
    """Return a program's top-level statements, each as the text of a cell."""
    return [ast.unparse(node) for node in ast.parse(text).body]


def graded(data: bytes, exercise: str, course: Course, keys: Mapping[str, AnswerKey], box: Sandbox) -> Report:
    """Grade the bytes of a notebook."""
    handed_in = submission.parse(data, Path(f"{exercise}.ipynb"), exercise, course.order, course.handout)
    return grade(handed_in, keys[exercise], box)


@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(data=st.data())
@pytest.mark.parametrize("exercise", BLOCKS)
def test_any_order(
    exercise: str,
    data: st.DataObject,
    course: Course,
    references: Mapping[str, str],
    keys: Mapping[str, AnswerKey],
    sandbox: Sandbox,
) -> None:
    """A right solution has all points, in whatever order its cells stand and whatever stands between them."""
    cells = data.draw(st.permutations([*statements(references[exercise]), *SCRATCH]))
    report = graded(ipynb.of(*cells), exercise, course, keys, sandbox)
    assert [verdict.title for verdict in report.verdicts if not verdict.passed] == []


@pytest.mark.parametrize("exercise", BLOCKS)
def test_handed_out_as_it_is(
    exercise: str, course: Course, keys: Mapping[str, AnswerKey], sandbox: Sandbox
) -> None:
    """The stub as a notebook earns nothing, and says that nothing is written yet."""
    cells = statements(course.handout(exercise)[1])
    report = graded(ipynb.of(*cells), exercise, course, keys, sandbox)
    assert report.score == 0
    assert in_words(report.notes)[-1].startswith("Nothing is written yet")


def test_renamed_in_its_own_cell(course: Course, keys: Mapping[str, AnswerKey], sandbox: Sandbox) -> None:
    """A function with another name in the cell of its task is taken for the task."""
    cells = [ipynb.cell(FORWARD.replace("forward", "vorwärts"), id="answer-forward"), ipynb.cell(BIAS)]
    report = graded(ipynb.file(cells), "forward", course, keys, sandbox)
    assert report.passed
    assert in_words(report.notes) == ("The cell of forward defines vorwärts, which is taken for forward.",)


def hand_in(folder: Path, run: Run, *texts: str, name: str = "forward.ipynb") -> str:
    """Return what the command says of a notebook."""
    path = folder / name
    path.write_bytes(ipynb.of(*texts))
    return run("submit", path).output


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["# a\n\n\ndef forward(x, w):\n    return w * y", BIAS], "Cell 1, line 5: NameError"),
        (
            ["", FORWARD, BIAS, "def forward(x, w):\n    import nope"],
            "Cell 4, line 2: No module named 'nope'",
        ),
        ([BIAS, "def forward(x, w):\n    exit()"], "Cell 2, line 2 ends the program"),
        ([BIAS, "def forward(x, w:\n    return x"], "Cell 2, line 1 is not Python"),
        ([BIAS, FORWARD.replace("forward", "forword")], "Is it forword, in cell 2, line 1?"),
        ([BIAS, "class A:\n    def forward(x, w): return x"], "forward is a method of A, in cell 2, line 2"),
        (
            [BIAS, f"a = 1 / 0\n{FORWARD.replace('x', 'a')}".replace("(a, w)", "(x, w)")],
            "Cell 2, line 1: Zero",
        ),
    ],
    ids=["raised", "import", "exit", "syntax", "name", "inside", "load"],
)
def test_place(tmp_path: Path, run: Run, texts: list[str], words: str) -> None:
    """Whatever a report says of a line names the cell and the line in it."""
    assert words in " ".join(hand_in(tmp_path, run, *texts).split())


def test_one_broken_cell_costs_its_own_task(tmp_path: Path, run: Run) -> None:
    """A cell that is no Python costs the points of its task alone, and is quoted with a caret."""
    shown = hand_in(tmp_path, run, "def forward(x, w):\n    return w * (x", BIAS)
    assert "    return w * (x\n" in shown
    assert len(re.findall("^✗", shown, re.MULTILINE)) == 4
    assert "4 of 8 checks passed." in shown
    assert re.search(r"Cell 1, line 2: SyntaxError: '\(' was never closed\n +cell 1, line 2 +return w", shown)


def test_lines_in_html(course: Course, keys: Mapping[str, AnswerKey], sandbox: Sandbox) -> None:
    """The source in the web report is numbered by cells, and the line that stopped is marked."""
    report = graded(ipynb.of(BIAS, "\n\ndef forward(x, w):\n    return y"), "forward", course, keys, sandbox)
    shown = html.render(report)
    assert '<span class="line stop" data-line="4">    <i class="keyword">return</i> y<mark>' in shown
    assert "cell 2, line 4  return y" in terminal.render(report)


def test_known_by_itself(course: Course, keys: Mapping[str, AnswerKey]) -> None:
    """A notebook that we wrote needs no telling name; where --exercise is given, that counts."""
    data = ipynb.file([ipynb.cell(FORWARD)], grader={"exercise": "forward"})
    assert submission.parse(data, Path("hw3.ipynb"), None, course.order).exercise == "forward"
    assert submission.parse(data, Path("hw3.ipynb"), "loss", course.order).exercise == "loss"
    other = ipynb.file([], grader={"exercise": "unheard_of"})
    assert submission.parse(other, Path("loss.IPYNB"), None, course.order).exercise == "loss"
    with pytest.raises(UsageError, match="which exercise is this"):
        submission.parse(other, Path("hw3.ipynb"), None, course.order)


def test_damaged(tmp_path: Path, run: Run) -> None:
    """A damaged notebook is refused with exit code 2; nothing is graded."""
    path = tmp_path / "forward.ipynb"
    path.write_bytes(ipynb.of(FORWARD)[:-9])
    done = run("submit", path)
    assert done.exit_code == 2
    assert "it ends in the middle" in done.output


def test_large_outputs(tmp_path: Path) -> None:
    """A notebook may carry outputs beyond the size of a program; beyond 16 MiB it is refused."""
    path = tmp_path / "forward.ipynb"
    content = json.loads(ipynb.of(FORWARD))
    content["cells"][0]["outputs"] = ["x" * (2 << 20)]
    path.write_text(json.dumps(content))
    assert "return w * x" in submission.read(path, "forward").program.text
    path.write_bytes(b"x" * ((16 << 20) + 1))
    with pytest.raises(UsageError, match="larger than 16384 KiB; clear its outputs"):
        submission.read(path, "forward")


def test_no_handout() -> None:
    """Without a course every function of a notebook is its program."""
    made = submission.parse(ipynb.of("1 / 0", FORWARD), Path("forward.ipynb"), "forward")
    assert made.program.text == f"# %% cell 2, line 1\n{FORWARD}\n"


HOME = Course(ROOT)
STUBS = {id: HOME.stub(id).read_text(encoding="utf-8") for id in HOME.order}


@pytest.mark.parametrize("id", [id for id, text in STUBS.items() if scripts.ROOM not in text])
def test_every_stub_is_understood(id: str) -> None:
    """From a stub the tasks and the given code are read."""
    tasks, text = tuple(page.read(HOME.page(id)).tasks), STUBS[id]
    data = ipynb.of(*statements(text))
    made = submission.parse(data, Path(f"{id}.ipynb"), id, (), lambda _: (tasks, text))
    assert all(f"def {task.rpartition('.')[2]}(" in made.program.text for task in tasks)
    assert in_words(made.notes) == ()
