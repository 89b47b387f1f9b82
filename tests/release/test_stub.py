"""Students get the page above the fold, without the answers and without the grader."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from programs import PAGES, TINY

from grader.keys.making import keymaker
from grader.pages import page
from grader.pages.slices import Source
from grader.release import stub
from grader.sandbox.client import Sandbox

NAMES = ("unit_line", "unit_value", "unit_leaf")


def head(name: str) -> str:
    """Return a test page's stub without its foot."""
    return stub.head(page.read(PAGES / f"{name}.py").source, "")


@pytest.fixture(scope="module")
def stubs(sandbox: Sandbox) -> dict[str, str]:
    """Return the stub of every test page."""
    pages = [page.read(PAGES / f"{name}.py") for name in NAMES]
    return {read.id: stub.make(read, keymaker.make(read, sandbox, 0, with_mutants=False)) for read in pages}


@pytest.mark.parametrize("name", NAMES)
def test_a_stub_holds_no_answer(name: str):
    """Every task raises, and nothing of its body or from below the fold is left."""
    source = page.read(PAGES / f"{name}.py").source
    text = head(name)
    functions = {node.name: node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)}
    for task, node in source.tasks.items():
        body = functions[task.split(".")[-1]].body
        assert ast.unparse(body[1:]) == f"raise NotImplementedError('Write {task}.')"
        assert ast.get_docstring(functions[node.name]) == ast.get_docstring(node)
        for statement in node.body[1:]:
            assert ast.unparse(statement) not in text
    assert "secret" not in text
    assert "for instructors" not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_stub_knows_no_grader(name: str):
    """No import and no mark of the grader's is left."""
    text = head(name)
    assert "grader" not in text
    assert "@task" not in text


def test_a_stub_says_where_torch_is_refused():
    """Below the story stands that torch is not used, unless a program of the page does."""
    says = "\n\n# This exercise is solved without torch.\n"
    assert {name: says in head(name) for name in NAMES} == {
        "unit_line": True,
        "unit_value": True,
        "unit_leaf": False,
    }


def test_given_code_and_comments_stay():
    """What stands above the fold beside the tasks is handed out as it is written."""
    text = head("unit_line")
    assert "# A comment above the given code, with a sign that is no ASCII: ŷ." in text
    assert 'def loss(w, x, y):  # given to students\n    """Mean squared error of w·x."""' in text
    assert "return np.mean((w * x - y) ** 2)" in text


def test_no_runs_of_blank_lines():
    """Where lines were taken out, two blank lines are left at most."""
    assert "\n\n\n\n" not in head("unit_line")


def test_other_marks_stay():
    """A decorator that is not the grader's is handed out."""
    text = TINY.replace("@task\n", "import functools\n\n\n@functools.cache\n@task\n")
    assert "@functools.cache\ndef double(x):" in stub.head(Source(Path("p.py"), text), "")


@pytest.mark.parametrize("name", ["unit_line", "unit_value"])
def test_a_stub_runs_as_a_script(stubs: dict[str, str], tmp_path: Path, name: str):
    """Without the grader, every public check says what is expected and that nothing is written yet."""
    path = tmp_path / f"{name}.py"
    path.write_text(stubs[name], encoding="utf-8")
    alone = "import runpy, sys; sys.modules['grader'] = None; runpy.run_path(sys.argv[1], None, '__main__')"
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", alone, str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=tmp_path,
    )
    shown = [check for check in page.read(PAGES / f"{name}.py").checks if check.public]
    direct = [check.title for check in shown if check.kind != "experiment"]
    assert [line for line in done.stdout.split("\n") if line and line[0] != " "] == direct
    assert done.stdout.count("got       not written yet: Write ") == len(direct)


def test_expected_numbers_come_from_the_key(stubs: dict[str, str]):
    """What a student reads is what the grader compares with, six digits of it."""
    assert (
        "lambda: named(['slope'], slope(1.0, np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0])))"
        in stubs["unit_line"]
    )
    assert "{'slope': '-9.33333'}" in stubs["unit_line"]
    assert "{'w': '0.8', 'w.grad': '0', 'b': '[0.95, 1.95]', 'b.grad': '[0, 0]'}" in stubs["unit_leaf"]


def test_hidden_checks_are_not_shown(stubs: dict[str, str]):
    """No title of a check that is not public, and no check that is an experiment."""
    assert "fresh" not in stubs["unit_line"] + stubs["unit_value"] + stubs["unit_leaf"]
    assert "2 times 5" not in stubs["unit_value"]


FOOTS = """
import contextlib, io, json, runpy, sys
shown = {}
for path in sys.argv[1:]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        runpy.run_path(path, None, "__main__")
    shown[path] = out.getvalue()
print(json.dumps(shown))
"""
"""Runs scripts and says what each printed."""


def test_a_right_program_sees_what_is_expected(tmp_path: Path):
    """At the foot of every stub of the course, the reference gets the very text that is expected."""
    for path in sorted((ROOT / "exercises").glob("*.py")):
        foot = path.read_text(encoding="utf-8").partition('if __name__ == "__main__":')
        reference = page.read(ROOT / "solutions" / path.name).reference.text
        (tmp_path / path.name).write_text(reference + "\n\n" + foot[1] + foot[2], encoding="utf-8")
    files = sorted(map(str, tmp_path.glob("*.py")))
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", FOOTS, *files], capture_output=True, encoding="utf-8", check=True
    )
    for path, shown in json.loads(done.stdout).items():
        lines = [line.split(maxsplit=1) for line in shown.split("\n") if line.startswith("    ")]
        got = [rest for word, rest in lines if word == "got"]
        expected = [rest for word, rest in lines if word == "expected"]
        assert got == expected, path
        # A stub's foot lists no calls where all public checks are experiments.
        calls = Path(path).read_text(encoding="utf-8").partition("for title, call, expected in [")[2]
        assert bool(got) is ("lambda:" in calls), path
