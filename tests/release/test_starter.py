"""A starter notebook is valid, the same each time, and says what a cell is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import BLOCKS, ROOT, Run

from grader.course.course import Course
from grader.intake import submission
from grader.keys.key import AnswerKey
from grader.pages import page
from grader.release import starter

PAGES = ROOT / "tests" / "small_pages"


Keys = Mapping[str, AnswerKey]


def made(course: Course, key: AnswerKey, *templates: Path) -> str:
    """Return the text of an exercise's starter notebook."""
    return starter.make(page.read(course.page(key.id)), key, templates)


@pytest.fixture(scope="module")
def starters(course: Course, keys: Keys) -> Mapping[str, str]:
    """Return the starter notebook of each building block."""
    return {id: made(course, keys[id]) for id in BLOCKS}


def read(text: str) -> Any:
    """Return a notebook."""
    return nbformat.reads(text, as_version=4)


@pytest.mark.parametrize("id", BLOCKS)
def test_valid(course: Course, keys: Keys, starters: Mapping[str, str], id: str) -> None:
    """It is a valid notebook of format 4.5, with metadata that nbgrader accepts, and the same each time."""
    from nbgrader.nbgraderformat import MetadataValidator  # it brings a web server along

    text = starters[id]
    notebook = read(text)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    MetadataValidator().validate_nb(notebook)
    assert made(course, keys[id]) == text


@pytest.mark.parametrize("id", BLOCKS)
def test_cells(keys: Keys, starters: Mapping[str, str], id: str) -> None:
    """The story comes first, then a cell for each task, its check below where it has public ones."""
    key = keys[id]
    ids = [cell.id for cell in read(starters[id]).cells]
    assert ids[0] == "story"
    assert [name for name in ids if name.startswith("answer-")] == [f"answer-{task}" for task in key.tasks]
    for check in key.checks:
        if check.public:
            assert ids.index(f"check-{check.task}") == ids.index(f"answer-{check.task}") + 1
    assert ("plot" in ids) == any(check.curve for check in key.checks if check.public)


@pytest.mark.parametrize("id", BLOCKS)
def test_points(keys: Keys, starters: Mapping[str, str], id: str) -> None:
    """The check cells are worth the points of the public checks."""
    cells = [cell.metadata.get("nbgrader", {}) for cell in read(starters[id]).cells]
    points = sum(check.points for check in keys[id].checks if check.public)
    assert sum(cell.get("points", 0) for cell in cells) == pytest.approx(points)


@pytest.mark.parametrize("id", BLOCKS)
def test_a_starter_is_a_stub(course: Course, starters: Mapping[str, str], id: str) -> None:
    """Read as a submission it is the exercise with nothing written yet, and nothing to remark."""
    found = submission.parse(starters[id].encode(), Path("hw.ipynb"), None, course.order, course.handout)
    assert found.exercise == id
    assert found.notes == ()
    assert found.program.text.count("raise NotImplementedError(") == len(course.handout(id)[0])


@pytest.mark.parametrize("id", BLOCKS)
def test_no_solution(course: Course, starters: Mapping[str, str], id: str) -> None:
    """Nothing that stands below the fold of the page stands in the notebook."""
    exercise = page.read(course.page(id))
    text = starters[id]
    assert not [variant.id for variant in exercise.variants if f"def {variant.id}(" in text]
    assert "misconception" not in text
    assert text.count("# BEGIN SOLUTION") == text.count("# END SOLUTION") == len(exercise.tasks)


def test_locked(starters: Mapping[str, str]) -> None:
    """Students may change the answers and nothing else; no cell that counts may be deleted."""
    for cell in read(starters["quadratic"]).cells:
        role = cell.id.partition("-")[0]
        if role in ("plot", "whole"):
            assert cell.metadata == {}
        else:
            assert cell.metadata.deletable is False
            assert cell.metadata.get("editable", True) is (role == "answer")
            assert cell.metadata.nbgrader.solution is (role == "answer")


def test_story(starters: Mapping[str, str]) -> None:
    """The story keeps its words, its formulas are rendered, and it speaks of a notebook, not of a file."""
    story = read(starters["quadratic"]).cells[0].source
    assert story.startswith("# A curve, trained one sample at a time\n\nA line cannot bend.")
    assert r"\hat y = w_{1} \cdot" in story
    assert "quadratic.py" not in story
    assert "Run the check below each answer" in story


@pytest.mark.parametrize("id", Course(ROOT).order)
def test_stories_speak_of_notebooks(id: str) -> None:
    """No story of the course speaks of its file where a notebook stands in for it."""
    exercise = page.read(Course(ROOT).page(id))
    story = exercise.story
    assert len(starter.TRY.findall(story)) == (0 if exercise.is_script else 1)
    assert not re.search(rf"\b{id}\.py\b", starter.TRY.sub("", story))


def test_class(tmp_path: Path) -> None:
    """A class with several tasks is one answer, whose check is worth all of theirs."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "exercises").mkdir()
    (tmp_path / "solutions" / "value.py").write_text((PAGES / "value.py").read_text())
    home = Course(tmp_path)
    cells = {cell.id: cell for cell in read(made(home, home.key("value"))).cells}
    assert "answer-Value" in cells
    tasks = page.read(home.page("value")).tasks
    assert cells["answer-Value"].source.count("# BEGIN SOLUTION") == len(tasks)
    assert cells["check-Value"].source == 'check("value", "Value", must_pass=True)'


def test_own_template(course: Course, keys: Keys, tmp_path: Path) -> None:
    """A course may arrange its notebooks by a template of its own."""
    (tmp_path / "notebook.py.j2").write_text(
        "# %% hello: text\nWelcome to {{ title }}.\n\n# %% mine: own\n1 + 1\n"
    )
    cells = read(made(course, keys["loss"], tmp_path)).cells
    assert [(cell.id, cell.cell_type) for cell in cells] == [("hello", "markdown"), ("mine", "code")]
    assert cells[0].source.startswith("Welcome to ")


def test_command(run: Run, tmp_path: Path) -> None:
    """The command writes the named notebooks, and says where."""
    done = run("notebook", "loss", "forward", "--out", tmp_path / "new")
    assert done.exit_code == 0
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"loss.ipynb", "forward.ipynb"}
    assert "loss.ipynb: written" in done.output


def test_command_by_default(run: Run, small_course: Course) -> None:
    """Without words it writes all exercises into the course's folder for notebooks."""
    assert run("notebook", on=small_course).exit_code == 0
    assert [path.name for path in (small_course.root / "notebooks").iterdir()] == ["forward.ipynb"]


def test_nothing_is_overwritten(run: Run, small_course: Course) -> None:
    """A notebook that differs may be somebody's work; it is left alone, the same one is written again."""
    run("notebook", on=small_course)
    assert run("notebook", on=small_course).exit_code == 0
    path = small_course.root / "notebooks" / "forward.ipynb"
    path.write_text("my work")
    done = run("notebook", on=small_course)
    assert done.exit_code == 2
    assert "is there and differs; delete it" in done.output
    assert path.read_text() == "my work"
