"""In a running marimo notebook the definitions of its cells are graded, and its file is graded as it is."""

from __future__ import annotations

import html as escaping
import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from notebook_runs import BIN, surroundings

from grader.course.course import Course
from grader.sandbox.tiers import FORCED

pytestmark = pytest.mark.slow

WRONG = """
import marimo

app = marimo.App()

with app.setup:
    from grader.notebook import check


@app.cell
def _(twice):
    def forward(x, w):
        return twice(w) * x
    return (forward,)


@app.cell
def _(check, forward):
    check("forward", forward)
    return


@app.cell
def _(check):
    check("forward", "forward", must_pass=True)
    return


@app.function
def forward_with_bias(x, w, b):
    return x * w + d


@app.cell
def _(forward_with_bias):
    check("forward", forward_with_bias)
    return


@app.cell
def _():
    check("forwad")
    return


@app.cell
def _(two):
    def twice(w):
        return two * w
    return (twice,)


@app.cell
def _():
    two = 2
    return (two,)


if __name__ == "__main__":
    app.run()
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory, course: Course) -> Mapping[str, Any]:
    """Run the notebook in a real marimo; return what stands below each cell that shows something."""
    pytest.importorskip("marimo", reason="marimo is not installed")
    folder = tmp_path_factory.mktemp("marimo")
    (folder / "lines.py").write_text(WRONG, encoding="utf-8")
    words = [str(BIN / "marimo"), "export", "ipynb", "lines.py", "-o", "out.ipynb", "--include-outputs"]
    around = {**surroundings(folder, course), "HOME": str(folder), FORCED: "process"}
    done = subprocess.run(words, cwd=folder, env=around, capture_output=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    cells = json.loads((folder / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    return {"".join(cell["source"]): cell["outputs"] for cell in cells if cell.get("outputs")}


def shown(outputs: Mapping[str, Any], cell: str) -> str:
    """Return the HTML below a cell as a reader sees it."""
    [output] = outputs[cell]
    text = "".join(output["data"]["text/html"])
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
    return " ".join(escaping.unescape(bare).split())


@pytest.mark.parametrize("asked", ["forward", '"forward", must_pass=True'])
def test_a_mistake_is_named(outputs: Mapping[str, Any], asked: str) -> None:
    """A function is graded with what it needs from other cells, and its report shows itself as HTML."""
    said = shown(outputs, f'check("forward", {asked})')
    assert "None of the 2 checks passed." in said
    assert "forward is 16; expected 8." in said


def test_a_place(outputs: Mapping[str, Any]) -> None:
    """A line is found by what its cell defines, for marimo numbers no cells."""
    said = shown(outputs, 'check("forward", forward_with_bias)')
    assert "Cell forward_with_bias, line 2: NameError: name 'd' is not defined" in said


def test_refused(outputs: Mapping[str, Any]) -> None:
    """What cannot be graded is said in words, and is no error of the notebook."""
    assert "there is no exercise 'forwad'" in shown(outputs, 'check("forwad")')


def test_handed_in(run: Run, tmp_path: Path) -> None:
    """The notebook's file is graded like a notebook: its cells, and nothing that marimo wrote around them."""
    path = tmp_path / "forward.py"
    path.write_text(WRONG, encoding="utf-8")
    said = run("submit", path).output
    assert "forward is 16; expected 8." in said
    assert "cell forward_with_bias, line 2" in said.lower()
    path.write_text(WRONG.replace("two = 2", "two = 1").replace("+ d", "+ b"), encoding="utf-8")
    assert run("submit", path).exit_code == 0
