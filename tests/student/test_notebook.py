"""In a running notebook: its definitions are graded in place, and the report shows itself below the cell."""

from __future__ import annotations

import html as escaping
import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import ipynb
import nbformat
import pytest
import reports
from conftest import Run
from html_pages import CHROMIUM, QUIET
from notebook_runs import BIN, surroundings

from grader.course.course import Course
from grader.keys.key import AnswerKey
from grader.pages import page
from grader.release import starter
from grader.student import notebook

pytestmark = pytest.mark.slow

RIGHT = "def forward(x, w):\n    return w * x"
CHECK = 'check("forward", "forward", must_pass=True)'
CELLS = {
    "import": "from grader.notebook import check, plot",
    "nothing": 'check("forward")',
    "wrong": "# a comment\ndef forward(x, w):\n    return w * y",
    "stopped": CHECK,
    "right": RIGHT,
    "passed": CHECK,
    "together": f"{RIGHT}\n{CHECK}\nafter = 1",
    "magic": "%%grade forward forward\ndef forward(x, w):\n    return 2 * w * x",
    "broken magic": "%%grade forward\n1 / 0",
    "no exercise": 'check("nothing_like_it")',
    "no task": 'check("forward", "nothing_like_it")',
    "a number for an exercise": "check(3)",
    "a number for a task": 'check("forward", 3)',
    "a number for quantities": "check.grad(3, dw=1.0)",
    "plot": 'plot("forward")',
    "text": 'print(repr(check("forward")))',
    "killed": "from grader.student import notebook as own\n"
    "for one in own.sandbox().servers.values(): one.process.end()",
    "after that": 'check("forward")',
    "once more": 'check("forward")',
    "handed out": 'check("forward", course_folder="released")',
    "as in Colab": "import os\nos.environ['GRADE_TIER'] = 'process'\nown.sandbox.cache_clear()\n"
    'found = check("forward", course_folder="released")\nprint(found.report.tier)\nfound',
}


def execute(path: Path, course: Course) -> Any:
    """Run a notebook in a real kernel, errors included, and return it with its outputs."""
    words = [str(BIN / "jupyter-execute"), "--allow-errors", "--inplace", path.name]
    done = subprocess.run(
        words,
        cwd=path.parent,
        env=surroundings(path.parent, course),
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)


@pytest.fixture(scope="module")
def outputs(
    tmp_path_factory: pytest.TempPathFactory, course: Course, run: Run
) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Run all the cells in one kernel; return the outputs of each."""
    folder = tmp_path_factory.mktemp("running")
    assert run("release", folder / "released", "forward").exit_code == 0
    path = folder / "some.ipynb"
    path.write_bytes(ipynb.file([ipynb.cell(text, outputs=[]) for text in CELLS.values()]))
    made = execute(path, course)
    return dict(zip(CELLS, (cell.outputs for cell in made.cells), strict=True))


def shown(found: Sequence[Mapping[str, Any]]) -> str:
    """Return the HTML below a cell as a reader sees it."""
    text = "".join(output["data"]["text/html"] for output in found if "text/html" in output.get("data", {}))
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
    return " ".join(escaping.unescape(bare).split())


def error(found: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """Return the name and the words of the error below a cell, both empty where there is none."""
    [*errors] = [(output["ename"], output["evalue"]) for output in found if output["output_type"] == "error"]
    return errors[0] if errors else ("", "")


def test_quiet(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Nothing is written to standard error, which nbgrader takes for a failure."""
    assert not [name for name, found in outputs.items() if any(one.get("name") == "stderr" for one in found)]


def test_nothing_defined(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Before anything is written a check says so and is no error."""
    assert "There is no function forward" in shown(outputs["nothing"])
    assert error(outputs["nothing"]) == ("", "")


def test_wrong(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """A check that must pass shows its report, with the place in the session, and ends the cell."""
    assert "In[3], line 3: NameError: name 'y' is not defined" in shown(outputs["stopped"])
    name, words = error(outputs["stopped"])
    assert name == "Stopped"
    assert words == "2 of 2 public checks did not pass; the report above says why."
    assert outputs["stopped"][-1]["traceback"] == [words]


def test_right(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Once the definition is mended the check passes, for the last definition counts."""
    assert "All 2 checks passed." in shown(outputs["passed"])
    assert error(outputs["passed"]) == ("", "")


def test_together(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """A definition and its check may share a cell, in which more follows."""
    assert "All 2 checks passed." in shown(outputs["together"])


def test_magic(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """The magic runs its cell and shows the report; the mistake is named."""
    assert "None of the 2 checks passed." in shown(outputs["magic"])
    assert "forward is 16; expected 8." in shown(outputs["magic"])


def test_magic_that_fails(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Where the cell itself fails, its own error is what is shown."""
    assert error(outputs["broken magic"])[0] == "ZeroDivisionError"
    assert shown(outputs["broken magic"]) == ""


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("no exercise", "there is no exercise 'nothing_like_it'"),
        ("no task", "has no public checks of"),
        ("a number for an exercise", "there is no exercise '3'"),
        ("a number for a task", "has no public checks of '3'"),
        ("a number for quantities", "there is no exercise '3'"),
    ],
)
def test_refused(outputs: Mapping[str, Sequence[Mapping[str, Any]]], cell: str, words: str) -> None:
    """What is not there is said in words, without a traceback."""
    assert words in error(outputs[cell])[1]
    assert len(outputs[cell][-1]["traceback"]) == 1


def test_nothing_to_plot(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Where nothing trains, or gave no numbers, there is nothing to plot."""
    assert shown(outputs["plot"]) == "There is nothing to plot yet: the training gave no numbers."


def test_text(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Where a notebook cannot show HTML the report is text."""
    assert "public checks" in outputs["text"][0]["text"]


def test_sandbox_is_started_anew(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """A sandbox that was killed costs one check at most."""
    assert "forward is 16; expected 8." in shown(outputs["once more"])


def test_handed_out(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """In a folder that was handed out, without solutions, the report is the same."""
    assert shown(outputs["handed out"]) == shown(outputs["once more"])


def test_as_in_colab(outputs: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Where a machine offers a process of its own and nothing else, the report is the same."""
    assert outputs["as in Colab"][0]["text"] == "process\n"
    noted = "There is no sandbox here: your code ran in a process of its own"
    assert shown(outputs["as in Colab"]).startswith(f"{shown(outputs['once more'])} {noted}")


def test_no_notebook(course: Course) -> None:
    """Outside of a notebook it is said how a file is graded."""
    with pytest.raises(notebook.Stopped, match="this is no notebook; grade a file with `grade submit FILE`"):
        notebook.check("forward", course_folder=course.root)


def test_what_was_not_judged_is_settled() -> None:
    """A right script that does without a parameter has all its points, as a whole and for that parameter."""
    whole = reports.partly_judged()
    assert notebook.counted(whole, whole) is None
    assert notebook.counted(whole, replace(whole, verdicts=whole.verdicts[2:])) is None


def test_nothing_judged_says_so() -> None:
    """A cell ends with the reason, and with no count of failed checks."""
    with pytest.raises(notebook.Stopped, match=r"a person has to look\. Not judged: no loss was found"):
        notebook.counted(reports.open_(), reports.open_())


# ---- the page that a browser opens ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def exported(
    tmp_path_factory: pytest.TempPathFactory,
    course: Course,
    keys: Mapping[str, AnswerKey],
    references: Mapping[str, str],
) -> Path:
    """Fill the starter of ``quadratic`` with a halved loss, run it, and export it as HTML."""
    path = tmp_path_factory.mktemp("exported") / "quadratic.ipynb"
    made = json.loads(starter.make(page.read(course.page("quadratic")), keys["quadratic"]))
    wrong = references["quadratic"].replace(
        "return (prediction - y) ** 2\n", "return (prediction - y) ** 2 / 2\n"
    )
    assert wrong != references["quadratic"]
    for cell in made["cells"]:
        if cell["id"].startswith("answer-"):
            name = cell["id"].removeprefix("answer-")
            found = re.search(rf"^def {name}\(.*?(?=\n\n\n|\Z)", wrong, re.MULTILINE | re.DOTALL)
            assert found is not None
            cell["source"] = found[0]
    path.write_text(json.dumps(made), encoding="utf-8")
    execute(path, course)
    words = [str(BIN / "jupyter-nbconvert"), "--to", "html", path.name]
    subprocess.run(
        words,
        cwd=path.parent,
        env=surroundings(path.parent, course),
        capture_output=True,
        timeout=120,
        check=True,
    )
    return path.with_suffix(".html")


def test_starter_filled(exported: Path) -> None:
    """The mistake is named below its task; what only follows from it ends no cell; the training is drawn."""
    made = nbformat.reads(exported.with_suffix(".ipynb").read_text(encoding="utf-8"), as_version=4)
    below = {cell.id: cell.outputs for cell in made.cells if cell.cell_type == "code"}
    assert [id for id, found in below.items() if error(found)[0]] == ["check-loss"]
    assert "Halved" in shown(below["check-loss"])
    assert "This follows from the mistake in loss" in shown(below["check-train"])
    assert below["plot"][0]["data"]["text/html"].count('<svg class="curve"') == 4
    assert "Halved" in shown(below["whole"])


MEASURE = """
<script>
addEventListener("load", () => {
  const seen = [...document.querySelectorAll(".chainrule")].map(report => {
    const style = element => getComputedStyle(element);
    const head = report.querySelector("h2");
    return {width: report.clientWidth, scroll: report.scrollWidth, paper: style(report).backgroundColor,
            ink: head ? style(head).color : "", size: style(report).fontSize,
            curves: report.querySelectorAll("svg.curve").length};
  });
  const outside = getComputedStyle(document.querySelector("h1")).fontFamily;
  document.body.textContent = "MEASURED" + JSON.stringify({seen, outside}) + "MEASURED";
});
</script>
"""


@pytest.mark.skipif(CHROMIUM is None, reason="needs a Chromium: apt-get install chromium")
@pytest.mark.parametrize("width", [500, 1280])
def test_in_a_browser(exported: Path, tmp_path: Path, width: int) -> None:
    """In the exported page a report has its own paper and letters, and none scrolls sideways."""
    copy = tmp_path / "page.html"
    shutil.copy(exported, copy)
    copy.write_text(
        copy.read_text(encoding="utf-8").replace("</body>", f"{MEASURE}</body>"), encoding="utf-8"
    )
    options = [
        *QUIET,
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--window-size={width},900",
        "--blink-settings=preferredColorScheme=1",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ]
    done = subprocess.run(
        [str(CHROMIUM), *options, "--dump-dom", copy.as_uri()],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    measured = json.loads(escaping.unescape(done.stdout.split("MEASURED")[-2]))
    seen = measured["seen"]
    assert len(seen) == 5  # three checks, the plot, the whole report
    assert [one for one in seen if one["scroll"] > one["width"]] == []
    assert {one["paper"] for one in seen} == {"rgb(251, 250, 246)"}
    assert {one["size"] for one in seen} == {"15px"}
    assert sum(one["curves"] for one in seen) >= 8
    assert "Charter" not in measured["outside"]
